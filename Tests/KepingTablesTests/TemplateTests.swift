import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

@Suite("A template has the fields that its direction reads, and those that the rest of a round needs")
struct TemplateTests {
  static let ip = ["发明专利", "实用新型专利", "外观设计专利", "软件著作权", "其他知识产权"].flatMap { ["\($0)申请（件）", "\($0)授权（件）"] }
  static let host = ["申报编号*", "指南年度*", "申报方向*", "项目名称*", "提交时间", "申报单位名称*", "申报单位类型*", "申报单位统一社会信用代码"]
  static let leader = ["项目负责人姓名", "项目负责人职称", "项目负责人单位"]
  static let people = ["项目负责人电话", "项目负责人证件号码", "联系人姓名", "联系人电话", "联系人邮箱", "预算总额（万元）", "申请财政经费（万元）", "自筹经费（万元）"]

  static func subjects(_ directions: [String]) throws -> [Template.Subject] {
    let programs = try programs(allOn).programs
    return try directions.map { id in
      for entry in programs.entries {
        guard case .on(let loaded, let program) = entry.status, let direction = program.directions.first(where: { $0.id == id })
        else { continue }
        return Template.Subject(program: program, direction: direction, example: Examples.first(of: id, in: loaded))
      }
      throw Diagnostic(code: "unknown-direction", Wording(id, id))
    }
  }

  static func book(_ directions: [String]) throws -> [(name: String, rows: [[String]])] {
    let file = try TemporaryFile()
    try Template.write(try subjects(directions), to: try StagedFile(file.path))
    return try sheets(file)
  }

  @Test(
    "The columns of the host are in the order of a form, and those of the program as its author wrote them",
    arguments: [
      (
        "4.1",
        host + ["研发投入2023（万元）", "研发投入2022（万元）", "科技创新平台", "推荐单位"] + leader + people
          + ["示范点（个）", "开展生产线建设提升", "经济效益（万元）"] + ip + ["地方标准（项）", "行业标准（项）", "国家标准（项）", "国际标准（项）"]
      ),
      // Criteria of the program, not clauses, read the leader's year of birth and the applicant's own funds.
      ("8.1", host + ["推荐单位"] + leader + ["项目负责人出生年份"] + people + ["研究领域"]),
      (
        "5.4",
        host + ["研发投入2023（万元）", "科技创新平台", "推荐单位"] + leader + people
          + ["项目类别1", "项目类别2", "项目类别3", "软件、APP或系统（项）", "示范点（个）"] + ip
          + ["涉密情况", "法人手写签字", "项目负责人手写签字", "加盖单位公章"]
      ),
    ] as [(String, [String])])
  func columns(_ direction: String, _ headings: [String]) throws {
    let sheet = try #require(try Self.book([direction]).first { $0.name == "申报表" })
    #expect(sheet.rows[0] == headings.map { "text:\($0)" })
  }

  @Test("The instructions come first, then the applications, the lists and the clauses; members have a sheet in any case")
  func lists() throws {
    #expect(try Self.book(["4.1"]).map(\.name) == ["填写说明", "申报表", "科技创新平台", "联合申报单位", "项目组成员", "条款"])
    #expect(try Self.book(["8.1"]).map(\.name) == ["填写说明", "申报表", "预算明细", "项目组成员", "条款"])
  }

  @Test("Year and direction are filled in below the example, and nothing else is")
  func prefilled() throws {
    let sheet = try #require(try Self.book(["4.1"]).first { $0.name == "申报表" })
    #expect(sheet.rows.count == 2 + TemplateSheet.prefilledRows.count)
    #expect(sheet.rows[2...].allSatisfy { $0 == ["number:2024", "text:4.1 激励工业领域加大研发投入"] })
  }

  @Test("The example has values for what no evaluation reads, all of them invented")
  func example() throws {
    let book = try Self.book(["4.1"])
    let example = try #require(book.first { $0.name == "申报表" }?.rows[1])
    #expect(example.contains("text:示例联系人（虚构）") && example.contains("text:shili@example.invalid"))
    let members = try #require(book.first { $0.name == "项目组成员" })
    #expect(members.rows[0] == ["申报编号*", "成员姓名", "成员证件号码", "成员单位", "成员分工"].map { "text:\($0)" })
    #expect(members.rows[1].first == "text:\(TemplateMark.exampleID)")
  }

  @Test("The instructions name the direction and are for applicants; only their last line is for the office")
  func notes() throws {
    let notes = try #require(try Self.book(["4.1"]).first).rows.joined()
    #expect(notes.contains { $0.contains("4.1 激励工业领域加大研发投入") })
    #expect(notes.filter { $0.contains("keping") } == Array(notes.suffix(1)))
  }

  @Test("Numbers are on the right, texts on the left")
  func alignment() {
    for type in [FieldType.money, .count, .year, .yearlyMoney] { #expect(Look.input(type).alignment == .right) }
    for type in [FieldType.text, .creditCode, .division, .flag, .time, .texts([])] {
      #expect(Look.input(type).alignment == .left)
    }
  }

  @Test("The sheet of clauses quotes each clause of the direction verbatim")
  func clauses() throws {
    let subjects = try Self.subjects(["5.2"])
    let sheet = try #require(try Self.book(["5.2"]).first { $0.name == "条款" })
    let quotes = sheet.rows.dropFirst().map { $0.last }
    #expect(quotes == subjects[0].direction.clauses.map { "text:\($0.quote)" })
  }

  @Test("Several directions share one workbook with a sheet for each direction and for each list")
  func several() throws {
    let names = try Self.book(["6.1", "7.1", "8.1"]).map(\.name)
    #expect(
      names == [
        "填写说明", "6.1 自然科学探索项目", "7.1 产业应用研究项目", "8.1 经费“包干制”试点项目", "科技创新平台", "联合申报单位", "预算明细",
        "项目组成员", "条款",
      ])
  }

  @Test("A whole plan has one workbook, however long the names of its directions are")
  func plan() throws {
    let names = try Self.book(["4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4"]).map(\.name)
    #expect(names.count > 10 && names.contains { $0.utf8.count > 60 }, "\(names)")
  }

  @Test("An untouched template has no application and no diagnostics")
  func untouched() throws {
    let file = try TemporaryFile()
    try Template.write(try Self.subjects(["4.1", "8.1"]), to: try StagedFile(file.path))
    let programs = try programs(allOn).programs
    var diagnostics: [String] = []
    var count = 0
    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic.code) }
    let isWhole = try Batch(programs).assess(try Input(file.path.string, programs: programs), report: report) {
      _ throws(Diagnostic) in count += 1
    }
    #expect(isWhole)
    #expect(count == 0)
    #expect(diagnostics == [])
  }
}
