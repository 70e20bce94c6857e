import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A row in which only year and direction are filled in has no application")
struct PrefilledRowTests {
  static func reading(_ headings: [FixtureCell], _ rows: [FixtureCell]...) throws -> TableReading {
    try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [headings] + rows)))
  }

  @Test(
    "It is passed over without a word",
    arguments: [
      [nil, 2024, "4.1 激励工业领域加大研发投入"], [nil, 2024], [nil, nil, "4.1"], [nil, "2024", "4.1", " "], [],
    ] as [[FixtureCell]])
  func passedOver(_ row: [FixtureCell]) throws {
    let reading = try Self.reading(hostHeadings, row, hostCells("A"), row)
    #expect(reading.rows.count == 1 && reading.json.first?.contains(#""id":"A""#) == true)
    #expect(reading.faults.isEmpty && reading.diagnostics.isEmpty)
  }

  @Test("Serial numbers, and columns in another order, make no difference")
  func order() throws {
    let headings: [FixtureCell] = ["序号", "申报方向", "指南年度", "申报编号", "项目名称", "申报单位名称", "申报单位类型"]
    let reading = try Self.reading(headings, [1, "4.1", 2024], [2, "4.1"], [3, "4.1", 2024, "A", "虚构项目", "示例公司（虚构）", "企业"])
    #expect(reading.rows.count == 1 && reading.diagnostics.isEmpty)
  }

  @Test(
    "Anything else makes it an application, which lacks what is not filled in",
    arguments: [["B"], [nil, 2024, "4.1", "虚构项目"], [nil, 2024, "4.1", nil, nil, "企业"]] as [[FixtureCell]])
  func application(_ row: [FixtureCell]) throws {
    let reading = try Self.reading(hostHeadings, row)
    #expect(reading.rows.count == 1)
  }
}
