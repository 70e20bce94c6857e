import KepingCore
import KepingSelection
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A project in progress is read, or refused with its cell")
struct OngoingFileTests {
  static let headings: [FixtureCell] = ["项目编号", "项目名称", "承担单位", "统一社会信用代码", "负责人", "证件号码", "状态"]
  static let good: [FixtureCell] = [
    "2022-GX-18", "虚构项目", "示例铝业有限公司（虚构）", "91451002MAEXAMP146", "张三", "45100219800101001x", "在研",
  ]

  static func row(_ column: Int, _ cell: FixtureCell) -> [FixtureCell] {
    var row = good
    row[column] = cell
    return row
  }

  @Test("States are read by name and id")
  func states() throws {
    for (text, status) in [
      ("在研", .running), ("到期未验收", .overdue), ("已验收", .closed), ("终止", .terminated), ("撤销", .revoked), ("running", .running),
      ("Overdue", .overdue), (" 在 研 ", .running),
    ] as [(FixtureCell, OngoingProject.Status)] {
      let file = try SideFixture(sheet: [Self.headings, Self.row(6, text)])
      let reading = file.ongoing()
      #expect(reading.faults == [])
      #expect(reading.rows.map(\.status) == [status])
    }
  }

  @Test("Unit and leader have the keys by which limits compare them")
  func identities() throws {
    let file = try SideFixture(sheet: [Self.headings, Self.good])
    let project = try #require(file.ongoing().rows.first)
    #expect(project.outline == "2022-GX-18|虚构项目|示例铝业有限公司（虚构）|张三|running")
    #expect(
      project.unit
        == UnitIdentity(name: Bytes("示例铝业有限公司(虚构) ".utf8)[...], creditCode: Bytes("91451002MAEXAMP146".utf8)))
    #expect(project.leader == LeaderIdentity(name: Bytes("张 三".utf8)[...], number: Bytes("45100219800101001X".utf8)[...]))
    #expect(project.cell.text == "表!2")
    let bare = try SideFixture(#"{"id":"P","unit":"示例","status":"closed"}"#, ending: ".json")
    let other = try #require(bare.ongoing().rows.first)
    #expect(other.unit.code.isNone && other.leader.name.isNone && other.leader.number.isNone && !other.unit.name.isNone)
  }

  /// The column, the cell, the code and a part of the message.
  static let refused: [(Int, FixtureCell, String, String)] = [
    (0, nil, "missing-value", "没有填写项目编号"), (2, " ", "missing-value", "没有填写承担单位"), (6, nil, "missing-value", "没有填写状态"),
    (6, "进行中", "unknown-status", "在研、到期未验收、已验收、终止、撤销"), (3, 9_145_100_200_000_001, "unreadable-cell", "转成了数字"),
    (5, 451_002_198_001_010_012, "unreadable-cell", "设为文本"), (2, .date("45413"), "unreadable-cell", "转成了日期"),
  ]

  @Test("A bad cell is refused with its place", arguments: refused)
  func refuses(_ column: Int, _ cell: FixtureCell, _ code: String, _ advice: String) throws {
    let file = try SideFixture(sheet: [Self.headings, Self.row(column, cell)])
    let reading = file.ongoing()
    #expect(reading.rows.isEmpty)
    #expect(file.outline(reading.faults) == ["表!\(["A", "B", "C", "D", "E", "F", "G"][column])2 \(code)"])
    let fault = try #require(reading.faults.first)
    #expect(fault.wording.chinese.contains(advice))
    // The number of a person is never shown.
    #expect(!"\(fault.wording)".contains("4510021980"))
  }

  @Test("A credit code that is not valid is told, and the name counts")
  func invalidCodes() throws {
    let file = try SideFixture(sheet: [Self.headings, Self.row(3, "91451002MAEXAMP147")])
    let reading = file.ongoing()
    #expect(reading.faults == [])
    #expect(file.outline(reading.remarks) == ["表!D2 invalid-credit-code"])
    #expect(reading.rows.first?.unit.code.isNone == true)
  }

  @Test("A project that stands twice is an error that names both rows")
  func duplicates() throws {
    let file = try SideFixture(
      FixtureBook(
        FixtureBook.Sheet("2022", [Self.headings, Self.good]), FixtureBook.Sheet("2023", [Self.headings, [], Self.row(1, "另一个")]))
    )
    let reading = file.ongoing()
    #expect(file.outline(reading.faults) == ["2023!A3 duplicate-project"])
    #expect(reading.faults.first?.wording.chinese.contains("2022!A2") == true)
  }
}

@Suite("An amount granted is read exactly in yuan, or refused with its cell")
struct GrantFileTests {
  /// The heading, the cell, and the amount in yuan.
  static let accepted: [(String, FixtureCell, String)] = [
    ("拟支持经费（万元）", 30, "300000"), ("拟支持经费(万元)", 30.5, "305000"), ("拟支持经费（元）", 300_000, "300000"), ("拟支持经费", "30万元", "300000"),
    ("granted", 300_000, "300000"), ("拟支持经费（万元）", .number("0.1"), "1000"), ("拟支持经费（万元）", .number("29.100000000000001"), "291000"),
    ("拟支持经费（元）", "1,234.56", "1234.56"), ("拟支持经费（元）", "123456789012345678.91", "123456789012345678.91"),
    ("拟支持经费（万元）", 0, "0"), ("拟支持金额/万元", 3, "30000"), ("拟支持经费", .styled("30", 3), "300000"), ("拟支持经费（元）", "￥5000", "5000"),
  ]

  @Test("A good amount is read", arguments: accepted)
  func reads(_ heading: String, _ cell: FixtureCell, _ amount: String) throws {
    let file = try SideFixture(sheet: [["申报编号", .text(heading)], ["A", cell], ["B", nil]])
    let reading = file.grants()
    #expect(reading.faults == [])
    #expect(reading.rows.map(\.outline) == ["A|\(amount)"])
    #expect(reading.rows.first?.amount.cell.text == "表!B2")
  }

  @Test("A note above the heading states the unit, and a row of totals is passed over")
  func notes() throws {
    let file = try SideFixture(sheet: [
      ["2024年拟支持经费汇总表"], ["单位：万元"], ["序号", "申报编号", "项目名称", "拟支持经费"], [1, "A", "甲", 30], [2, "B", "乙", 20.5],
      ["合计", nil, nil, 50.5],
    ])
    let reading = file.grants()
    #expect(reading.faults == [])
    #expect(reading.rows.map(\.outline) == ["A|300000", "B|205000"])
    #expect(file.outline(reading.remarks) == ["表!6 row-not-read"])
  }

  /// The heading, the cell, the code and a part of the message.
  static let refused: [(String, FixtureCell, String, String)] = [
    ("拟支持经费", 30, "unreadable-cell", "没有注明单位"), ("拟支持经费（件）", 30, "unreadable-cell", "不是金额单位"),
    ("拟支持经费（万元）", -1, "negative-amount", "不能小于0"),
    ("拟支持经费（万元）", "待定", "unreadable-cell", "应为金额"), ("拟支持经费（元）", .styled("300", 3), "unreadable-cell", "显示的单位是“万元”"),
    ("拟支持经费（元）", "3.0E+5", "unreadable-cell", "科学计数法"),
  ]

  @Test("A bad amount is refused with its cell", arguments: refused)
  func refuses(_ heading: String, _ cell: FixtureCell, _ code: String, _ advice: String) throws {
    let file = try SideFixture(sheet: [["申报编号", .text(heading)], ["A", cell]])
    let reading = file.grants()
    #expect(reading.rows.isEmpty)
    #expect(file.outline(reading.faults) == ["表!B2 \(code)"])
    #expect(reading.faults.first?.wording.chinese.contains(advice) == true)
    #expect(reading.faults.first?.wording.chinese.contains("没有的填0") == false)
  }

  @Test("An application that stands twice is an error that names both rows")
  func duplicates() throws {
    let file = try SideFixture(sheet: [["申报编号", "拟支持经费（元）"], ["A", 1], ["A", nil], ["A", 2]])
    let reading = file.grants()
    #expect(file.outline(reading.faults) == ["表!A4 duplicate-grant"])
    #expect(reading.faults.first?.wording.chinese.contains("表!A2") == true)
    #expect(reading.rows.map(\.outline) == ["A|1"])
  }
}
