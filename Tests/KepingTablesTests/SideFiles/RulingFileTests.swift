import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingTables

@Suite("A ruling is read as it was decided, or refused with its cell")
struct RulingFileTests {
  static let headings: [FixtureCell] = ["申报编号", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "复核人", "依据材料", "校验"]
  static let good: [FixtureCell] = ["A-1", "4.1/condition/1", "符合", "已补", "张三", "2024-05-01", nil, nil, nil]

  /// Returns the row of a good ruling with another cell in a column.
  static func row(_ column: Int, _ cell: FixtureCell) -> [FixtureCell] {
    var row = good
    row[column] = cell
    return row
  }

  /// The column, the cell, and what the ruling then is.
  static let accepted: [(Int, FixtureCell, String)] = [
    (0, 20_240_001, "20240001|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (0, .styled("7", 7), "007|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (1, " ４.１/condition/１ ", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (1, "similar-id", "A-1|similar-id|met|已补|张三|2024-05-01|-|-|-"),
    (2, "不符合", "A-1|4.1/condition/1|unmet|已补|张三|2024-05-01|-|-|-"),
    (2, "不适用", "A-1|4.1/condition/1|notApplicable|已补|张三|2024-05-01|-|-|-"),
    (2, " notApplicable", "A-1|4.1/condition/1|notApplicable|已补|张三|2024-05-01|-|-|-"),
    (2, "Met", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (3, 3, "A-1|4.1/condition/1|met|3|张三|2024-05-01|-|-|-"),
    (5, "2024年5月1日", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (5, "２０２４/5/1", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (5, .styled("45413", FixtureBook.dateStyle), "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (5, .date("45413.75"), "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (5, 20_240_501, "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"),
    (6, "李四", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|李四|-|-"),
    (8, "AB12－34cd–56EF-7890 ", "A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|ab12-34cd-56ef-7890"),
  ]

  @Test("A good cell is read", arguments: accepted)
  func reads(_ column: Int, _ cell: FixtureCell, _ outline: String) throws {
    let file = try SideFixture(sheet: [Self.headings, Self.row(column, cell)], name: "裁定")
    let reading = file.rulings()
    #expect(reading.faults == [])
    #expect(reading.rows.map(\.outline) == [outline])
    #expect(reading.rows.first?.cell.text == "裁定!2")
  }

  /// The column, the cell, the code, and a part of the message.
  static let refused: [(Int, FixtureCell, String, String)] = [
    (0, nil, "missing-value", "没有填写申报编号"), (0, 2_024_000_100_020_003_000, "unreadable-cell", "设为文本"),
    (0, .error("#REF!"), "unreadable-cell", "公式错误"),
    (1, "  ", "missing-value", "没有填写条款"), (1, .styled("45748", FixtureBook.dayStyle), "unreadable-cell", "转成了日期"),
    (2, "信息不足", "unknown-outcome", "留空"), (2, "unknown", "unknown-outcome", "留空"),
    (2, "通过", "unknown-outcome", "符合、不符合、不适用"),
    (2, 1, "unknown-outcome", "同分"), (2, .date("45413"), "unreadable-cell", "转成了日期"),
    (3, "\u{3000}", "missing-value", "没有填写理由"), (4, nil, "missing-value", "没有填写裁定人"),
    (5, nil, "missing-value", "没有填写裁定日期"),
    (5, "2024-02-30", "unreadable-cell", "没有这一天"), (5, "五月", "unreadable-cell", "应为日期"),
    (5, .styled("45413", FixtureBook.monthStyle), "unreadable-cell", "没有显示日"),
    (6, "张　三 ", "self-confirmed", "另一人"), (8, "ab1234cd56ef7890", "invalid-check", "原样复制"),
    (8, "ab12-34cd-56ef-789g", "invalid-check", "原样复制"), (8, 1234, "invalid-check", "原样复制"),
    (8, .number("1.2E+19"), "unreadable-cell", "转成了数字"),
    (4, .styled("1", FixtureBook.struckStyle), "unreadable-cell", "删除线"),
  ]

  @Test("A bad cell is refused with its place", arguments: refused)
  func refuses(_ column: Int, _ cell: FixtureCell, _ code: String, _ advice: String) throws {
    let letter = ["A", "B", "C", "D", "E", "F", "G", "H", "I"][column]
    for (rows, place) in [([Self.headings, Self.row(column, cell)], "裁定!\(letter)2")] {
      let file = try SideFixture(sheet: rows, name: "裁定")
      let reading = file.rulings()
      #expect(reading.rows.isEmpty)
      #expect(file.outline(reading.faults) == ["\(place) \(code)"])
      let fault = try #require(reading.faults.first)
      #expect(fault.wording.chinese.contains(advice), "\(fault.wording.chinese)")
      #expect(!fault.wording.english.isEmpty)
      #expect(!fault.isRemark)
    }
  }

  @Test("A tie is ruled by a position, and nothing else is")
  func ties() throws {
    for (clause, outcome, decision) in [
      ("同分", "1", .position(1)), ("tie", "12", .position(12)), ("同分", "1.0", .position(1)), ("同分", "0", nil), ("tie", "1.5", nil),
      ("tie", "符合", nil), ("tie", "-1", nil), ("tie", "1e99", nil), ("4.1/condition/1", "1", nil),
    ] as [(String, String, Ruling.Decision?)] {
      let file = try SideFixture(sheet: [Self.headings, ["A", .text(clause), .text(outcome), "抽签", "张三", "2024-05-01"]])
      let reading = file.rulings()
      #expect(reading.rows.map(\.decision) == (decision.map { [$0] } ?? []), "\(clause) \(outcome)")
      #expect(file.outline(reading.faults).allSatisfy { $0.hasPrefix("表!C2 ") })
      #expect(reading.faults.isEmpty == (decision != nil))
    }
    let number = try SideFixture(
      #"{"application":"A","clause":"tie","outcome":2,"reason":"抽签","by":"张三","on":"2024-05-01"}"#, ending: ".json")
    #expect(number.rulings().rows.map(\.decision) == [.position(2)])
  }

  @Test("A row without an outcome is passed over, whatever else is in it")
  func withoutOutcome() throws {
    let file = try SideFixture(sheet: [
      Self.headings, ["A-1", "4.1/condition/1", nil, nil, nil, "x", nil, nil, "y"], ["A-2", "4.1/condition/1", " ", "理由", "张三"],
      Self.good,
    ])
    let reading = file.rulings()
    #expect(reading.faults == [])
    #expect(file.outline(reading.remarks) == ["表!C3 ruling-without-outcome"])
    #expect(reading.rows.count == 1)
  }

  @Test("All errors of a file are found at once")
  func allErrors() throws {
    let file = try SideFixture(sheet: [
      Self.headings, ["A-1", nil, "对", nil, nil, "?", nil, nil, "?"], Self.row(2, "信息不足"), Self.good,
    ])
    let reading = file.rulings()
    #expect(
      file.outline(reading.faults) == [
        "表!B2 missing-value", "表!C2 unknown-outcome", "表!D2 missing-value", "表!E2 missing-value", "表!F2 unreadable-cell",
        "表!I2 invalid-check", "表!C3 unknown-outcome",
      ])
    #expect(reading.rows.count == 1)
  }

  @Test("The results of an evaluation are passed over beside the sheet of rulings")
  func besideResults() throws {
    let results: [FixtureCell] = ["申报编号", "方向", "结论", "得分", "评审意见", "指南原文"]
    let ruling: [FixtureCell] = ["申报编号", "项目名称", "条款", "指南原文", "结论", "评审意见"] + Self.headings.dropFirst(2)
    let book = FixtureBook(
      FixtureBook.Sheet("汇总", [["计划", "方向", "通过"]]),
      FixtureBook.Sheet("不通过", [results, ["A-1", "4.1", "不通过", 61.5, "低于", "企业"]]),
      FixtureBook.Sheet("裁定", [ruling, ["A-1", "虚构", "4.1/condition/1", "企业…", "信息不足", "未提供"] + Self.good.dropFirst(2)]),
      FixtureBook.Sheet("旧裁定", [Self.headings, Self.good], isHidden: true), FixtureBook.Sheet("选项", [["符合"]], isHidden: true))
    let file = try SideFixture(book)
    let reading = file.rulings()
    #expect(file.outline(reading.faults) == ["旧裁定 hidden-sheet"])
    #expect(reading.remarks == [])
    #expect(reading.rows.map(\.outline) == ["A-1|4.1/condition/1|met|已补|张三|2024-05-01|-|-|-"])
  }

  @Test("A column that resembles one that is missing is an error, and another one is told")
  func unknownColumns() throws {
    let file = try SideFixture(sheet: [
      ["申报编号", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "复核", "会议室", "备注", "项目名称"], Self.good.prefix(6) + ["李四", "三楼", "好"],
    ])
    let reading = file.rulings()
    #expect(file.outline(reading.faults) == ["表!G1 unknown-column"])
    #expect(reading.faults.first?.wording.chinese.contains("是否应为“复核人”") == true)
    #expect(file.outline(reading.remarks) == ["表!H1 unknown-column"])
    let short = try SideFixture(sheet: [["申报编号", "条款", "裁定结论", "理由"], ["A", "4.1/condition/1", "符合", "好"]])
    #expect(short.outline(short.rulings().faults) == ["表!1 missing-column"])
    #expect(short.rulings().faults.first?.wording.chinese.contains("裁定人、裁定日期") == true)
  }
}
