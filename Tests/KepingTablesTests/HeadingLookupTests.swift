import BatchFixtures
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

@Suite("A heading is looked up once, and means the same in every sheet")
struct HeadingLookupTests {
  /// Returns a row of headings.
  static func headings(_ texts: [String]) -> SheetHeadings {
    var row = Row(number: 1)
    for (index, text) in texts.enumerated() { row.append(column: index + 1, kind: .text, text: text.utf8) }
    return SheetHeadings([row], [], idNames: ["申报编号", "id"])
  }

  @Test("The same columns are found in each of several sheets, with the same remarks")
  func sheets() throws {
    let rows = [hostHeadings + ["经济效意（万元）", "经济效益（万元）"], hostCells("A") + [1, 300]]
    let other = [hostHeadings + ["经济效意（万元）", "经济效益（万元）"], hostCells("B") + [1, 300]]
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("一", rows), FixtureBook.Sheet("二", other)))
    #expect(reading.json.filter { $0.contains(#""economicBenefit":3000000"#) }.count == 2)
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:一!G1", "表.xlsx:二!G1"])
    #expect(Set(reading.diagnostics.map(\.wording.chinese)).count == 1)
    #expect(reading.diagnostics.allSatisfy { $0.wording.chinese.contains("是否应为“经济效益”") })
  }

  @Test("A file with too many different headings is not read any further")
  func tooMany() throws {
    let file = try TemporaryFile(try FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings])).bytes())
    let programs = try programs(allOn).programs
    let reader = try TableReader(workbook: try ByteSource(file.path).randomAccess(), name: "表.xlsx", programs: programs)
    reader.maximumHeadings = reader.factsByText.count + 2
    #expect(reader.lookUp(Self.headings(["申报编号", "甲", "乙", "项目名称"])))
    #expect(reader.lookUp(Self.headings(["乙", "甲"])))
    #expect(!reader.lookUp(Self.headings(["申报编号", "丙"])))
    reader.addTooManyHeadings("二", Self.headings(["申报编号", "丙"]))
    reader.addTooManyHeadings("三", Self.headings(["丙"]))
    #expect(reader.faults.map(\.code) == ["too-many-headings"])
    #expect(reader.remarks.map(\.code) == ["sheet-not-read"])
  }

  @Test("A heading that is too long for one is an unknown column")
  func long() throws {
    let long = "经济效益（万元）" + String(repeating: "某", count: 4000)
    let rows: [[FixtureCell]] = [hostHeadings + [.text(long)], hostCells() + [300]]
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", rows)))
    #expect(reading.rows.count == 1)
    #expect(reading.rows[0].unknownFields.count == 1)
    #expect(reading.diagnostics.map(\.code) == ["unknown-column"])
  }

  @Test(
    "The heading of the ids is found with notes, spaces, ordinals and brackets",
    arguments: [
      ("申报编号", true), (" 申 报 编 号 ", true), ("*申报编号：", true), ("申报编号（必填）", true), ("（1）申报编号", true), ("1.申报编号（请勿改动）", true),
      ("【必填】申报编号", true), ("申报（必填）编号", true), ("ＩＤ", true), ("Id", true), ("申报编号/备注", false), ("编号", false), ("申报编号说明", false),
      ("原申报编号", false), ("申报编号（", false), ("（申报编号）", false), ("期望", false), ("", false),
    ])
  func ids(_ text: String, _ isFound: Bool) {
    #expect((Self.headings(["甲", text]).idColumn == 2) == isFound)
  }
}
