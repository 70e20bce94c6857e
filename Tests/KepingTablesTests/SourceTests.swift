import BatchFixtures
import KepingCore
import KepingFiles
import KepingPrograms
import KepingTables
import Testing
import WorkbookFixtures

@Suite("The same application as a row, scanned JSON and parsed JSON has the same assessment")
struct SourceTests {
  /// An application as a row and as JSON.
  struct Application: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The headings and cells in addition to those of every application.
    let columns: [(String, FixtureCell)]
    /// The JSON members that correspond to the columns, except for those of the applicant.
    let members: String
    /// The JSON members of the applicant that correspond to the columns.
    let applicant: String
    var direction = "4.1"
    var verdict: Verdict

    init(
      _ name: String, _ columns: [(String, FixtureCell)], _ members: String = "", applicant: String = "",
      direction: String = "4.1",
      verdict: Verdict
    ) {
      testDescription = name
      self.columns = columns
      self.members = members
      self.applicant = applicant
      self.direction = direction
      self.verdict = verdict
    }

    var headings: [FixtureCell] { hostHeadings + columns.map { .text($0.0) } }
    var cells: [FixtureCell] {
      var cells = hostCells()
      cells[2] = .text(direction)
      return cells + columns.map(\.1)
    }

    var json: String {
      """
      {"id":"A","year":2024,"direction":"\(direction)","title":"虚构项目",\
      "applicant":{"name":"示例公司（虚构）","kind":"enterprise"\(applicant)}\(members)}
      """
    }

    /// The row as CSV.
    var csv: String {
      func line(_ cells: [FixtureCell]) -> String {
        cells.map { cell in
          switch cell {
          case .text(let text): "\"\(text.replacing("\"", with: "\"\""))\""
          case .number(let number): number
          default: ""
          }
        }.joined(separator: ",") + "\n"
      }
      return line(headings) + line(cells)
    }
  }

  static let applications = [
    Application("only fields of the host", [], verdict: .supplement),
    Application(
      "figures that meet their bounds", [("研发投入2023（万元）", 180), ("研发投入2022（万元）", 50), ("经济效益（万元）", 1500), ("发明专利申请（件）", 9)],
      #","expected":{"economicBenefit":15000000,"ip":{"invention":{"filed":9}}}"#,
      applicant: #","rdExpense":{"2023":1800000,"2022":500000}"#, verdict: .pass),
    Application("a figure below its bound", [("研发投入2023（万元）", 80)], applicant: #","rdExpense":{"2023":800000}"#, verdict: .fail),
    Application(
      "a choice, a flag and a wrong code", [("涉密情况", "不涉密"), ("开展生产线建设提升", "是"), ("申报单位统一社会信用代码", "91350100M000100Y44")],
      #","declarations":{"secrecy":"none"},"expected":{"productionLine":true}"#,
      applicant: #","creditCode":"91350100M000100Y44""#, verdict: .supplement),
    Application(
      "elements of lists in columns",
      [("联合申报单位1名称", "甲大学（虚构）"), ("联合申报单位1类型", "高等院校"), ("联合申报单位2名称", "乙（虚构）"), ("联合申报单位2类型", "科研院所"), ("项目类别", "军民融合；艾滋病防治")],
      #","partners":[{"name":"甲大学（虚构）","kind":"university"},{"name":"乙（虚构）","kind":"institute"}],"topics":["military-civil","aids"]"#,
      direction: "5.2", verdict: .supplement),
    Application(
      "a text that is none of the known ones", [("项目类别", "医疗器械；军民融合")], #","topics":["医疗器械","military-civil"]"#, direction: "5.2",
      verdict: .supplement),
    Application(
      "amounts that nobody has", [("研发投入2023（万元）", 318), ("研发投入2022（万元）", "0.318"), ("经济效益（万元）", 2_000_000)],
      #","expected":{"economicBenefit":20000000000}"#, applicant: #","rdExpense":{"2023":3180000,"2022":3180}"#,
      verdict: .supplement),
    Application(
      "a text with characters to escape", [("项目负责人姓名", "张\"某\"\\")], #","leader":{"name":"张\"某\"\\"}"#, verdict: .supplement),
    Application("a count below 0", [("示范点（个）", -1)], #","expected":{"demonstrationSites":-1}"#, verdict: .error),
    Application(
      "two faults", [("示范点（个）", 1.5), ("经济效益（元）", -300)], #","expected":{"demonstrationSites":1.5,"economicBenefit":-300}"#,
      verdict: .error),
    Application("an unknown direction", [], direction: "9.9", verdict: .error),
  ]

  /// Returns the assessment of the record of a source.
  static func assessment(_ source: some RecordSource, _ assessor: inout Assessor) throws -> Assessment {
    var source = source
    var builder = AssessmentBuilder()
    try #require(assessor.read(&source, for: .values))
    _ = assessor.conclude(into: &builder, programFaults: source.programFaults)
    return builder.assessment
  }

  /// Returns an assessment without the cell names that only problems of a sheet have.
  static func withoutCells(_ assessment: Assessment) -> Assessment {
    var plain = assessment
    plain.problems = assessment.problems.map { problem in
      guard let cell = problem.cell else { return problem }
      return Problem(field: problem.field, code: problem.code, message: problem.message.replacing("\(cell)：", with: ""))
    }
    for problem in assessment.problems {
      if let cell = problem.cell { plain.failure?.message.replace("\(cell)：", with: "") }
    }
    return plain
  }

  @Test("All sources give the same assessment", arguments: applications)
  func same(_ application: Application) throws {
    let programs = try programs(allOn).programs
    var assessor = Assessor(programs)
    let parsed = assessor.assess(Bytes(application.json.utf8))
    #expect(parsed.verdict == application.verdict)
    // The scanner may look at bytes beyond the end of the record.
    let line = Bytes((application.json + String(repeating: " ", count: 24)).utf8)
    var scanned = ScannedSource(line, from: 0, isLine: true)
    if assessor.read(&scanned, for: .values) {
      #expect(try Self.assessment(ScannedSource(line, from: 0, isLine: true), &assessor) == parsed)
    } else {
      // The scanner gives up on records that are malformed or lead to no program.
      #expect(parsed.verdict == .error)
    }
    let book = try TemporaryFile(
      try FixtureBook(FixtureBook.Sheet("申报表", [application.headings, application.cells])).bytes())
    let csv = try TemporaryFile(Bytes(application.csv.utf8))
    let readers = [
      try TableReader(workbook: try ByteSource(book.path).randomAccess(), name: "表.xlsx", programs: programs),
      try TableReader(csv: try ByteSource(csv.path), encoding: nil, programs: programs),
    ]
    for reader in readers {
      let row = try #require(try reader.next())
      let assessment = try Self.assessment(row, &assessor)
      #expect(Self.withoutCells(assessment) == parsed)
      #expect(assessment.problems.allSatisfy { $0.code != .invalidRecord || $0.cell != nil })
      #expect(try reader.next() == nil)
      #expect(reader.faults == [])
    }
  }
}
