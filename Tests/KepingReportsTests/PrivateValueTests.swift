import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("No report shows a person's telephone number, mail address or id number")
struct PrivateValueTests {
  /// A plugin that uses every private field of the host in all ways that it can.
  static let program = """
    local function any(...) return true end
    local people = judge("有联系方式", { contact.phone, contact.email, leader.phone, leader.idNumber, members:some() }, any)
    local whole = judge("整份", { record }, function(all) return #all.members == 2 and all.contact.phone ~= nil end)
    direction { "1.1",
      target { "联系电话", contact.phone:given(), points = 1 }, target { "邮箱", contact.email:given() },
      target { "负责人电话", leader.phone:given() }, target { "负责人证件", leader.idNumber:given() },
      target { "成员", members:some() }, target { "成员2人以上", members:count():at_least "2人" },
      target { "整份", whole }, target { "联系方式", people } }
    """
  static let secrets = ["0776-2800001", "0776-2800002", "45100219000101001X", "451002190001010028", "secret@example.invalid"]
  static let json = """
    {"id":"A","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"},\
    "leader":{"phone":"\(secrets[0])","idNumber":"\(secrets[2])"},\
    "contact":{"phone":"\(secrets[1])","email":"\(secrets[4])"},\
    "members":[{"name":"张三（虚构）","idNumber":"\(secrets[3])"},{"name":"李四（虚构）","idNumber":"\(secrets[2])"}]}
    """
  static let people: [FixtureCell] = ["项目负责人电话", "项目负责人证件号码", "联系人电话", "联系人邮箱"]

  /// Returns a sheet with the application, and one with its members.
  static func book() -> FixtureBook {
    let application: [FixtureCell] = ["B", 2024, "1.1", "虚构", "示例公司（虚构）", "企业"]
    let values = [secrets[0], secrets[2], secrets[1], secrets[4]].map { FixtureCell.text($0) }
    return FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings + people, application + values]),
      FixtureBook.Sheet(
        "项目组成员", [["申报编号", "姓名", "证件号码"], ["B", "张三（虚构）", .text(secrets[3])], ["B", "李四（虚构）", .text(secrets[2])]]))
  }

  static func assess(_ programs: Programs) throws -> [(assessment: Assessment, trace: [Trace])] {
    var found: [(Assessment, [Trace])] = []
    let batch = Batch(programs)
    batch.inspect = { assessment, trace in found.append((assessment, trace())) }
    for bytes in [Bytes(json.utf8), try book().bytes()] {
      let file = try TemporaryFile(bytes)
      func ignore(_ diagnostic: Diagnostic) {}
      _ = try batch.assess(try Input(file.path.string, programs: programs), report: ignore) { assessment throws(Diagnostic) in
        #expect(assessment.isEvaluated, "\(assessment.failure?.message ?? "")")
      }
    }
    return found
  }

  static func texts(_ trace: Trace) -> [String] { [trace.text] + trace.parts.flatMap(texts) }

  @Test("A plugin can require these fields, and results, explanations and traces only say that they are given")
  func results() throws {
    let fixture = try TemporaryPrograms(.init("people", Self.program))
    let programs = try fixture.load()
    let found = try Self.assess(programs)
    #expect(found.count == 2)
    for (assessment, trace) in found {
      #expect(assessment.verdict == .pass, "\(assessment.findings.map(\.message))")
      #expect(assessment.findings[5].message == "项目组成员2人，达到2人")
      let texts = trace.flatMap(Self.texts)
      #expect(texts.contains { $0.contains("已填写") })
      let all = ([assessment.json.text, Explanation.text(assessment, programs.catalogue)] + texts).joined(separator: "\n")
      for secret in Self.secrets { #expect(!all.contains(secret), "\(secret)") }
    }
  }

  @Test("A file of any format does not show them either", arguments: ReportFormat.allCases)
  func files(_ format: ReportFormat) throws {
    let fixture = try TemporaryPrograms(.init("people", Self.program))
    let programs = try fixture.load()
    let file = try TemporaryFile()
    let report = try format.begin(file.path, programs.catalogue)
    var summary = Summary()
    for (assessment, _) in try Self.assess(programs) {
      summary.count(assessment)
      try report.write(assessment)
    }
    try report.finish(summary)
    var text = try FileText.read(file.path, limit: 64 << 20).text
    if text.hasPrefix("PK") { text = try sheets(file).flatMap(\.rows).joined().joined(separator: "\n") }
    #expect(text.contains("示例公司（虚构）"))
    for secret in Self.secrets { #expect(!text.contains(secret), "\(secret)") }
  }
}
