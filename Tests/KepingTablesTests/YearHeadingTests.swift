import BatchFixtures
import KepingCore
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("The columns that a template has for amounts by year are read back")
struct YearHeadingTests {
  @Test(
    "A label that speaks of a year, which api 1 allows, gives way to the path",
    arguments: [
      ("技术收入", "技术收入2023（万元）"), ("近3年收入", "近3年收入2023（万元）"), ("收入2022", "sums.income2023（万元）"),
      ("收入1", "sums.income2023（万元）"), ("上年收入", "sums.income2023（万元）"), ("收入（万元）", "sums.income2023（万元）"),
    ])
  func headings(_ label: String, _ expected: String) throws {
    let program = """
      fields { sums = { income = yearly "\(label)" } }
      direction { "1.1", condition { "收入100万元以上", sums.income[year - 1]:at_least "100万元", points = 1 } }
      """
    let fixture = try TemporaryPrograms(.init("own", program))
    let loaded = try #require(try fixture.programs().first)
    let headings = TemplateColumn.all(loaded, loaded.directions[0]).columns.map(\.heading)
    #expect(headings.contains(expected), "\(headings)")
    let cells: [FixtureCell] = ["A", 2024, "1.1", "虚构", "示例公司（虚构）", "企业", 100]
    let book = FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings + [.text(expected)], cells]))
    let found = try BatchFixtures.assess(book, by: try fixture.load())
    #expect(found.map(\.verdict) == [.pass], "\(found.map { $0.problems.map(\.message) })")
  }
}
