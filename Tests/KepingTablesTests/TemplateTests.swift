import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingTables
import Testing
import WorkbookFixtures

@Suite("A template has exactly the fields that its direction reads")
struct TemplateTests {
  static let ip = ["外观设计专利", "发明专利", "其他知识产权", "软件著作权", "实用新型专利"].flatMap { ["\($0)申请（件）", "\($0)授权（件）"] }
  static let host = ["申报编号*", "指南年度*", "申报方向*", "项目名称*", "提交时间", "申报单位名称*", "申报单位类型*", "申报单位统一社会信用代码"]

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
    "The columns are those of the clauses of the direction, with their units",
    arguments: [
      (
        "4.1",
        host + ["研发投入2023（万元）", "研发投入2022（万元）", "科技创新平台", "示范点（个）", "经济效益（万元）"] + ip
          + ["开展生产线建设提升", "行业标准（项）", "国际标准（项）", "地方标准（项）", "国家标准（项）"]
      ),
      // Criteria of the program, not clauses, read the leader's year of birth and the applicant's own funds.
      ("8.1", host + ["预算总额（万元）", "自筹经费（万元）", "项目负责人出生年份", "研究领域"]),
      (
        "5.4",
        host + ["研发投入2023（万元）", "科技创新平台"]
          + ["涉密情况", "项目负责人手写签字", "法人手写签字", "加盖单位公章", "示范点（个）"] + ip
          + ["软件、APP或系统（项）", "项目类别1", "项目类别2", "项目类别3"]
      ),
    ] as [(String, [String])])
  func columns(_ direction: String, _ headings: [String]) throws {
    let sheet = try #require(try Self.book([direction]).first)
    #expect(sheet.name == "申报表")
    #expect(Set(sheet.rows[0]) == Set(headings.map { "text:\($0)" }))
    #expect(sheet.rows[0].count == headings.count)
  }

  @Test("The time of submission has a column after the title, whether a window is set or not")
  func submission() throws {
    let sheet = try #require(try Self.book(["4.1"]).first)
    #expect(sheet.rows[0][3...4] == ["text:项目名称*", "text:提交时间"])
  }

  @Test("The sheets of lists, of clauses and of instructions follow the applications")
  func lists() throws {
    #expect(try Self.book(["4.1"]).map(\.name) == ["申报表", "科技创新平台", "联合申报单位", "条款", "填写说明"])
    #expect(try Self.book(["8.1"]).map(\.name) == ["申报表", "预算明细", "条款", "填写说明"])
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
        "6.1 自然科学探索项目", "7.1 产业应用研究项目", "8.1 经费“包干制”试点项目", "科技创新平台", "联合申报单位", "预算明细", "条款", "填写说明",
      ])
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
