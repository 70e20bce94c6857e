import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("Rows that say how to fill in the columns are passed over with a remark, and applications never are")
struct InstructionRowTests {
  static let headings = hostHeadings + ["经济效益（万元）", "示范点（个）"]
  static let application = hostCells() + [300, 2]

  /// Returns the reading of a sheet with a row between the heading and an application.
  static func reading(_ row: [FixtureCell], headings: [FixtureCell] = headings) throws -> TableReading {
    try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [headings, row, application])))
  }

  static func repeated(_ text: FixtureCell) -> [FixtureCell] { Array(repeating: text, count: 8) }

  static let instructions: [[FixtureCell]] = [
    repeated("必填"), repeated("必填").dropLast(2) + ["选填", "选填"], repeated("（必填）"), repeated("必填项"), repeated("可选"),
    ["必填", nil, "必填", nil, "必填", nil, "选填", "可选"], [nil, "必填", "下拉选择", "不超过30字", "填写全称", "下拉选择", "数字", "整数"],
    ["填写说明", "必填", "从下拉列表中选择", "30字以内", "与公章一致", "从下拉列表中选择", "没有的填零", "没有的填零"],
    ["填写说明：带星号的必填"], ["说明", "按指南填写"], ["注：不要改动表头", nil, nil, "名称要与申报书一致"],
    [1, 2, 3, 4, 5, 6, 7, 8], ["1", "2", "3", "4", "5", "6", "7", "8"], ["（1）", "（2）", "（3）", "（4）", "（5）", "（6）", "（7）", "（8）"],
    ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"], ["甲", "乙", "丙", "丁", "戊", "己", 1, 2], ["栏次", 1, 2, 3, 4, 5, 6, 7],
    [nil, nil, nil, nil, nil, nil, "万元", "个"], ["—", "年", "—", "—", "—", "—", "（万元）", "个"],
  ]

  @Test("Instructions, units and numbers of the columns are passed over", arguments: instructions.indices)
  func passed(_ index: Int) throws {
    let reading = try Self.reading(Self.instructions[index])
    #expect(reading.rows.count == 1)
    #expect(reading.faults.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["row-not-read"])
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!2"])
    #expect(reading.diagnostics.allSatisfy { $0.isRemark })
  }

  static let applications: [[FixtureCell]] = [
    ["必填", 2024, "4.1", "必填", "必填", "必填", nil, nil], ["填写说明", 2024, "4.1", "虚构项目", "示例公司（虚构）", "企业"],
    ["说明", "2024年", "4.1", "虚构项目", "示例公司（虚构）", "企业"], ["说明一号", "必填", "必填", "必填", "必填", "必填"], ["示例", 2024, "4.1", "虚构项目"],
    [1, 2, 3, 4, 5, 6, 7, 9], [1, 2, 3, 4, 5, 6, 7, nil], [2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2024, "4.1", "虚构项目", "示例公司（虚构）", "企业", 7, 8],
    [nil, nil, nil, "必填", "示例公司（虚构）"], [nil, nil, nil, nil, nil, nil, 3, "个"],
  ]

  @Test("A row with anything else in it is an application", arguments: applications.indices)
  func kept(_ index: Int) throws {
    let reading = try Self.reading(Self.applications[index])
    #expect(reading.rows.count == 2)
    #expect(!reading.diagnostics.map(\.code).contains("row-not-read"))
  }

  @Test("A column of serial numbers before the ids may be numbered or not", arguments: [true, false])
  func serials(_ isNumbered: Bool) throws {
    let headings: [FixtureCell] = ["序号"] + hostHeadings
    let numbers: [FixtureCell] = isNumbered ? [1, 2, 3, 4, 5, 6, 7] : [nil, 1, 2, 3, 4, 5, 6]
    let reading = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [headings, numbers, [1] + hostCells()])))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:申报表!2"])
  }

  @Test("Instructions in a list and in CSV are passed over, too")
  func elsewhere() throws {
    let list: [[FixtureCell]] = [["申报编号", "单位名称", "单位类型"], ["必填", "必填", "必填"], [1, 2, 3], ["A", "示例大学（虚构）", "高等院校"]]
    let book = FixtureBook(
      FixtureBook.Sheet("申报表", [hostHeadings, hostCells()]), FixtureBook.Sheet("联合申报单位", list))
    let reading = try TableReading(book)
    #expect(reading.json.first?.contains("示例大学") == true)
    #expect(reading.diagnostics.map(\.path) == ["表.xlsx:联合申报单位!2", "表.xlsx:联合申报单位!3"])
    let table = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型\n必填,必填,必填,必填,必填,必填\n1,2,3,4,5,6\nA,2024,4.1,虚构,示例（虚构）,企业\n"
    let csv = try TableReading(csv: Bytes(table.utf8))
    #expect(csv.rows.count == 1)
    #expect(csv.diagnostics.map(\.code) == ["row-not-read", "row-not-read"])
  }
}
