import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import KepingTables
import Testing
import WorkbookFixtures

@Suite("A list of a plugin's own has columns of every single type in sheets and templates")
struct ListColumnTests {
  /// A program that counts and adds the elements of a list with fields of every type.
  static let program = """
    fields {
      devices = list("设备", {
        name = text "设备名称", price = money "价格", parts = count "件数", isNew = flag "全新", bought = whole "购置年份",
        kind = choice("设备类别", { large = "大型", small = "小型" }), maker = open_choice("产地", { china = "国产" }),
        uses = texts("用途", { lab = "实验" }), pieces = list("部件", { cost = money "成本" }), size = { wide = count "宽" },
      }, "none"),
    }
    direction { "1.1",
      condition { "大型", devices:count("大型设备", { kind = "large", isNew = true }):at_least("1台", "任意"), points = 1 },
      condition { "金额", devices:sum("price", { maker = "china" }):at_most("100万元", "任意") },
      condition { "件数", devices:sum("parts"):at_least("1件", "任意") },
      condition { "年份", devices:every { bought = at_least("2020年", "任意") } },
      condition { "名称", devices:any("甲", { name = "甲" }) },
    }
    """
  static let headings: [FixtureCell] = ["申报编号", "设备名称", "价格（万元）", "件数", "全新", "购置年份", "设备类别", "产地"]

  /// Returns the assessments of a workbook with one application and a sheet of devices.
  static func assess(_ rows: [[FixtureCell]]) throws -> Assessment {
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, ["A", 2024, "1.1", "虚构项目", "示例公司（虚构）", "企业"]]),
      FixtureBook.Sheet("设备", rows))
    let plugin = try FailingPlugin(program)
    return try #require(try BatchFixtures.assess(book, by: plugin.programs()).first)
  }

  @Test("Amounts, counts, flags, choices, whole numbers and texts of a sheet's rows are counted, added and compared")
  func columns() throws {
    let assessment = try Self.assess([
      Self.headings, ["A", "甲", "30.5", 2, "是", 2020, "大型", "国产"], ["A", "乙", 80, 1, "否", 2021, "大型", "德国"],
      ["A", "丙", 9.5, 3, "是", 2019, "小型", "国产"],
    ])
    #expect(assessment.problems == [])
    #expect(
      assessment.findings.map(\.message) == [
        "设备中大型设备1台，达到1台", "设备中产地为国产的价格合计40万元，不超过100万元", "设备的件数合计6件，达到1件",
        "设备第3项（丙）不符合“购置年份不低于2020年”", "有甲：甲",
      ])
  }

  @Test("An empty cell is absent")
  func empty() throws {
    let assessment = try Self.assess([Self.headings, ["A", "乙", nil, 1, nil, nil, "大型", "国产"]])
    #expect(assessment.findings.map(\.outcome) == [.unknown, .unknown, .met, .unknown, .unmet])
    #expect(assessment.findings[1].message == "设备中产地为国产的价格合计至少0万元；第1项（乙）未填写价格，无法判断是否不超过100万元，请补充")
  }

  @Test("A nested list in a cell is refused with advice", arguments: ["部件", "用途"])
  func nested(_ column: String) throws {
    let assessment = try Self.assess([["申报编号", "设备名称", .text(column)], ["A", "甲", "x"]])
    #expect(assessment.problems.contains { $0.message.contains("请用JSON提交") }, "\(assessment.problems.map(\.message))")
  }

  @Test("The template has a sheet of the list with the columns that the direction reads")
  func template() throws {
    let plugin = try FailingPlugin(Self.program)
    let entry = try #require(try plugin.programs().entries.first)
    guard case .on(_, let program) = entry.status else { throw NotLoaded() }
    let (_, lists) = TemplateColumn.all(program, program.directions[0])
    let list = try #require(lists.first { program.schema.nodes[$0.node].path == "devices" })
    let headings = list.columns.map(\.heading)
    #expect(headings == ["设备名称", "价格（万元）", "件数", "全新", "购置年份", "设备类别", "产地"])
  }

  struct NotLoaded: Error {}
}
