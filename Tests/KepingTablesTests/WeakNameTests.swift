import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A column with a weak name yields to another column of its field")
struct WeakNameTests {
  /// Returns the assessment of an application with two columns by a program that reads a date.
  static func assess(labels: String, _ field: String, _ columns: [(String, FixtureCell)]) throws -> Assessment {
    let program = """
      \(labels)
      direction { "1.1", condition { "2021年1月1日后", \(field):on_or_after "2021年1月1日", points = 1 } }
      """
    let fixture = try TemporaryPrograms(.init("own", program))
    let book = FixtureBook(
      FixtureBook.Sheet(
        "申报表",
        [
          hostHeadings + columns.map { .text($0.0) },
          ["A", 2024, "1.1", "虚构", "示例公司（虚构）", "企业"] + columns.map(\.1),
        ]))
    return try #require(try BatchFixtures.assess(book, by: try fixture.load()).first)
  }

  static let founded = #"labels { applicant = { registeredOn = "成立日期" } }"#
  static let applied = #"labels { submittedAt = "申报时间" }"#

  @Test(
    "The label of a program is certain, and a weak name is weak with an affix, too",
    arguments: [
      ("", "applicant.registeredOn", ["成立日期", "注册日期"], 1), ("", "applicant.registeredOn", ["注册日期", "成立日期"], 0),
      (founded, "applicant.registeredOn", ["成立日期", "注册日期"], 0), (founded, "applicant.registeredOn", ["注册日期", "成立日期"], 1),
      (founded, "applicant.registeredOn", ["单位成立日期", "成立日期"], 1), (founded, "applicant.registeredOn", ["注册日期"], 0),
      ("", "period[\"end\"]", ["完成时间", "项目结束日期"], 1), ("", "period[\"end\"]", ["预计完成时间", "项目结束日期"], 1),
      ("", "period[\"end\"]", ["项目结束日期", "拟完成日期"], 0), ("", "period[\"end\"]", ["预计完成时间"], 0),
      ("", "period.start", ["预计开始时间", "项目开始日期"], 1),
    ] as [(String, String, [String], Int)])
  func precedence(_ labels: String, _ field: String, _ headings: [String], _ read: Int) throws {
    // Only the date in the column that should be read is late enough.
    let columns = headings.indices.map { (headings[$0], FixtureCell.text($0 == read ? "2024-05-01" : "2020-01-01")) }
    let found = try Self.assess(labels: labels, field, columns)
    #expect(found.verdict == .pass, "\(found.problems.map(\.message))")
  }

  @Test("Two columns with certain names contradict each other")
  func duplicates() throws {
    let found = try Self.assess(labels: "", "period[\"end\"]", [("项目完成日期", "2024-05-01"), ("项目结束日期", "2024-05-01")])
    #expect(found.failure?.code == .invalidRecord)
  }

  @Test(
    "A cell that cannot be read is a fault under the program's label, and a remark under a weak name",
    arguments: [
      ("", "submittedAt", "申报时间", nil), (applied, "submittedAt", "申报时间", .invalidRecord),
      (applied, "submittedAt", "提交时间", .invalidRecord), ("", "applicant.registeredOn", "成立日期", nil),
      (founded, "applicant.registeredOn", "成立日期", .invalidRecord), ("", "period[\"end\"]", "预计完成时间", nil),
    ] as [(String, String, String, EvaluationFailure.Code?)])
  func unreadable(_ labels: String, _ field: String, _ heading: String, _ code: EvaluationFailure.Code?) throws {
    let found = try Self.assess(labels: labels, field, [(heading, "按通知")])
    #expect(found.failure?.code == code, "\(found.problems.map(\.message))")
    #expect(found.problems.count == 1)
  }
}
