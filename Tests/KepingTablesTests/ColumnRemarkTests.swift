import BatchFixtures
import KepingBatch
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A remark on a column appears only if the program of no row has read the column")
struct ColumnRemarkTests {
  /// Two programs that use a word for different fields, and one in the words of the host.
  static func fixture() throws -> TemporaryPrograms {
    let direction = { (id: String) -> String in
      #"direction { "\#(id)", condition { "企业", applicant.kind:is "enterprise", points = 1 } }"#
    }
    let first = #"labels { budget = { total = "总投入" }, applicant = { kind = "性质" } }"#
    let second = #"labels { budget = { selfFunded = "总投入" }, applicant = { kind = "组织类别" } }"#
    return try TemporaryPrograms(
      .init("first", first + direction("1.1")), .init("second", direction: "2.1", second + direction("2.1")),
      .init("usual", direction: "3.1", direction("3.1")))
  }

  static let headings: [FixtureCell] = ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称"]

  static func row(_ direction: String) -> [FixtureCell] {
    [.text("A" + direction), 2024, .text(direction), "虚构", "示例公司（虚构）", "企业", 10]
  }

  /// Returns the remarks on a workbook as locations and codes.
  static func remarks(_ book: FixtureBook) throws -> [String] {
    let file = try TemporaryFile(try book.bytes())
    let programs = try fixture().load()
    var found: [String] = []
    let input = try Input(file.path.string, programs: programs)
    _ = try Batch(programs).assess(
      input, report: { found.append("\($0.path.split(separator: ":").last ?? "") \($0.code)") }
    ) { _ throws(Diagnostic) in }
    return found
  }

  @Test(
    "Columns of applications",
    arguments: [
      (["性质", "总投入（万元）"], ["1.1"], []), (["组织类别", "总投入（万元）"], ["2.1"], []),
      (["性质", "总投入（万元）"], ["1.1", "3.1"], []), (["性质", "总投入（万元）"], ["3.1", "1.1"], []),
      (["组织类别", "总投入（万元）"], ["1.1", "2.1"], []), (["组织类别", "总投入（万元）"], ["1.1"], ["申报表!F1 unknown-column"]),
      (["性质", "备注"], ["1.1", "3.1"], ["申报表!G1 unknown-column"]),
      (["性质", "总投入（万元）"], ["9.9"], ["申报表!G1 unusable-column"]),
      (["性质", "总投入（万元）"], ["9.9", "1.1"], []),
    ] as [([String], [String], [String])])
  func applications(_ headings: [String], _ directions: [String], _ expected: [String]) throws {
    let rows = directions.map(Self.row)
    let found = try Self.remarks(
      FixtureBook(FixtureBook.Sheet("申报表", [Self.headings + headings.map { FixtureCell.text($0) }] + rows)))
    #expect(found == expected)
  }

  @Test("No more than 20 remarks of a sheet are listed")
  func limit() throws {
    let unknown = (1...25).map { FixtureCell.text("附注\($0)") }
    let found = try Self.remarks(
      FixtureBook(FixtureBook.Sheet("申报表", [Self.headings + ["单位类型", "总预算（万元）"] + unknown, Self.row("3.1")])))
    #expect(found.count == 21 && found.last == "申报表 unknown-column")
  }
}
