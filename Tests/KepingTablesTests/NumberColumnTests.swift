import BatchFixtures
import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

/// A plugin with decimals, percentages and amounts by year of its own, in a temporary folder.
private struct NumberPlugin {
  private let plugin: TemporaryPrograms

  init() throws {
    let program = """
      fields {
        stake = percent "持股比例", averageGrade = decimal "平均成绩", revenue = yearly "销售收入",
        owners = list("股东", { name = text "姓名", part = percent "占比" }, "none"),
      }
      direction { "4.1",
        condition { "持股30%以上，成绩60分以上", stake:at_least "30%", averageGrade:at_least "60分", points = 1 },
        condition { "收入增长10%以上", growth(revenue[year - 1], revenue[year - 2]):at_least "10%" },
        principle { "有股东", owners:some() },
      }
      """
    plugin = try TemporaryPrograms(.init("numbers", direction: "4.1", program, api: 2))
  }

  func programs() throws -> Programs { try plugin.load() }
}

@Suite("Columns of decimals, percentages and amounts by year of a plugin are read exactly")
struct NumberColumnTests {
  /// Returns the readings of a sheet with one application that has a column besides the usual ones.
  private func reading(_ heading: String, _ cell: FixtureCell) throws -> RowReading {
    let plugin = try NumberPlugin()
    let programs = try plugin.programs()
    let book = FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings + [.text(heading)], hostCells() + [cell]]))
    let file = try TemporaryFile(try book.bytes())
    let reader = try TableReader(workbook: try ByteSource(file.path).randomAccess(), name: "表.xlsx", programs: programs)
    return RowReading(try #require(try reader.next()), programs)
  }

  @Test(
    "A cell is the number of percent that the clerk sees",
    arguments: [
      ("持股比例", .text("30%"), "30"), ("持股比例", .text("30％"), "30"), ("持股比例", .text(" 30 % "), "30"),
      ("持股比例", .styled("0.3", 2), "30"),
      ("持股比例", .styled("0.07", 2), "7"), ("持股比例", .styled("0.285", 2), "28.5"), ("持股比例（%）", 30, "30"),
      ("持股比例(%)", .number("1.5"), "1.5"),
      ("持股比例％", .number("30"), "30"), ("持股比例（单位：%）", .text("0.5%"), "0.5"), ("持股比例（%）", .styled("0.3", 2), "30"),
      ("持股比例（%）", .text("30%"), "30"), ("持股比例", 30, "30"), ("持股比例", .number("1.5"), "1.5"), ("持股比例", 0, "0"), ("stake", 30, "30"),
      ("持股比例", .text("-5%"), "-5"), ("持股比例", .text("0.5%"), "0.5"),
    ] as [(String, FixtureCell, String)])
  func percent(_ heading: String, _ cell: FixtureCell, _ number: String) throws {
    let reading = try reading(heading, cell)
    #expect(reading.faults.isEmpty && reading.unknownFields.isEmpty)
    #expect(reading.json.contains("\"stake\":\(number)}") || reading.json.contains("\"stake\":\(number),"))
  }

  @Test(
    "A number that may be a share or a percentage is refused, and so is anything else",
    arguments: [
      ("持股比例", .number("0.3"), "请带上%"), ("持股比例", 1, "请带上%"), ("持股比例", .text("0.3"), "请带上%"), ("持股比例", .text("-0.3"), "请带上%"),
      ("持股比例（%）", .number("0.95"), "请带上%"), ("持股比例（单位：%）", .text("0.5"), "请带上%"), ("持股比例％", 1, "请带上%"),
      ("持股比例", .text("三成"), "应为百分数"), ("持股比例", .date("45000"), "是日期"), ("持股比例（万元）", 30, "应为（%）"),
      ("平均成绩", .styled("0.3", 2), "显示为百分数"),
      ("平均成绩", .text("良好"), "应为数字"), ("销售收入（万元）", 5, "没有注明年度"),
    ] as [(String, FixtureCell, String)])
  func refused(_ heading: String, _ cell: FixtureCell, _ message: String) throws {
    let faults = try reading(heading, cell).faults
    #expect(faults.count == 1 && faults.first?.message.contains(message) == true, "\(faults)")
  }

  @Test(
    "Decimals may be negative, and amounts by year have their year and unit",
    arguments: [
      ("平均成绩", .number("88.25"), #""averageGrade":88.25"#), ("平均成绩", .text("-1.5"), #""averageGrade":-1.5"#),
      ("平均成绩", .number("0.30000000000000004"), #""averageGrade":0.3"#),
      ("2023年销售收入（万元）", .number("80.5"), #""revenue":{"2023":805000}"#), ("上年度销售收入（元）", 80, #""revenue":{"2023":80}"#),
      ("revenue.2022", 80, #""revenue":{"2022":80}"#),
    ] as [(String, FixtureCell, String)])
  func decimals(_ heading: String, _ cell: FixtureCell, _ json: String) throws {
    let reading = try reading(heading, cell)
    #expect(reading.faults.isEmpty && reading.unknownFields.isEmpty)
    #expect(reading.json.contains(json))
  }

  @Test("The template has columns that the reader recognises, with their units")
  func template() throws {
    let plugin = try NumberPlugin()
    guard case .on(_, let program)? = try plugin.programs().entries.first?.status else {
      Issue.record("the plugin does not load")
      return
    }
    let columns = TemplateColumn.all(program, program.directions[0])
    let headings = columns.columns.map(\.heading)
    for heading in ["持股比例（%）", "平均成绩", "销售收入2023（万元）", "销售收入2022（万元）"] { #expect(headings.contains(heading), "\(headings)") }
    #expect(columns.lists.flatMap(\.columns).map(\.heading).contains("占比（%）"))
    for column in columns.columns where column.type == .percent {
      #expect(try reading(column.heading, .styled("0.005", 2)).json.contains("\"stake\":0.5"))
      #expect(column.type.kind.form.numberFormat == "0.00%")
    }
  }

  @Test("JSON is read alike by the scanner and by the parser")
  func json() throws {
    let plugin = try NumberPlugin()
    let programs = try plugin.programs()
    var assessor = Assessor(programs)
    for (members, isScanned) in [
      (#""stake":30,"averageGrade":88.25,"revenue":{"2023":12,"2022":10}"#, true), (#""stake":0.07,"averageGrade":0"#, true),
      (#""stake":-5,"averageGrade":-0.5"#, false), (#""stake":1e2"#, false), (#""stake":null,"averageGrade":"""#, false),
      (#""stake":"30""#, false), (#""averageGrade":1e400"#, false),
    ] {
      let text = #"{"id":"A","year":2024,"direction":"4.1","title":"题","applicant":{"name":"甲","kind":"enterprise"},\#(members)}"#
      let parsed = assessor.assess(Bytes(text.utf8))
      let line = Bytes((text + String(repeating: " ", count: 24)).utf8)
      var source = ScannedSource(line, from: 0, isLine: true)
      guard assessor.read(&source, for: .values) else {
        #expect(!isScanned, "\(members)")
        continue
      }
      var builder = AssessmentBuilder()
      _ = assessor.conclude(into: &builder, programFaults: source.programFaults)
      #expect(builder.assessment == parsed)
    }
  }
}
