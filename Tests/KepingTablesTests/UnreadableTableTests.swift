import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures
import Workbooks

@testable import KepingTables

@Suite("A table that cannot be read says why")
struct UnreadableTableTests {
  static let rows = [["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型"], ["A", "2024", "4.1", "虚构", "示例（虚构）", "企业"]]

  /// Returns the table as CSV with a separator.
  static func csv(_ separator: String) -> String {
    rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n") + "\r\n"
  }

  @Test(
    "A character between the cells that separates none is named",
    arguments: ["，", "；", "、", "|", "｜", "　", " ", "：", ":", "^", "~", "/", "\u{1F}"])
  func otherSeparators(_ separator: String) throws {
    let reading = try TableReading(csv: Bytes(Self.csv(separator).utf8))
    #expect(reading.rows.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["unknown-separator"])
    #expect(reading.diagnostics.first?.path.hasSuffix("!1") == true)
    #expect(reading.diagnostics.first?.wording.chinese.contains("“\(separator.printable())”") == true)
  }

  @Test("A separator of CSV is read", arguments: [",", ";", "\t"])
  func separators(_ separator: String) throws {
    let reading = try TableReading(csv: Bytes(Self.csv(separator).utf8))
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test("An encoding that cannot be told, or that was given and is wrong, is named with the option that names it")
  func encodings() throws {
    let utf16: Bytes = [0xFF, 0xFE] + Self.csv(",").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var utf32: Bytes = [0xFF, 0xFE, 0, 0]
    for scalar in Self.csv(",").unicodeScalars {
      for shift in [0, 8, 16, 24] { utf32.append(UInt8(scalar.value >> shift & 0xFF)) }
    }
    for (bytes, encoding, code) in [
      (utf16, .utf8, "unknown-encoding"), (utf32, nil, "unknown-encoding"), (Bytes(Self.csv(",").utf8), .utf16le, nil),
      (Bytes(repeating: 0xB5, count: 60), nil, "missing-id-column"),
    ] as [(Bytes, TextEncoding?, String?)] {
      let reading = try TableReading(csv: bytes, encoding: encoding)
      #expect(reading.rows.isEmpty)
      #expect(reading.diagnostics.count == 1)
      #expect(code == nil || reading.diagnostics.first?.code == code)
      #expect(reading.diagnostics.first?.wording.chinese.contains("--encoding") == true)
      #expect(reading.diagnostics.first?.wording.english.contains("--encoding") == true)
    }
  }

  @Test("A NUL in a cell makes the cell unreadable, and no other")
  func nul() throws {
    let reading = try TableReading(csv: Bytes(Self.csv(",").replacing("虚构,", with: "虚\0构,").utf8))
    #expect(reading.faults.map(\.field) == ["title"])
    #expect(reading.faults.first?.cell?.hasSuffix("!D2") == true)
  }

  @Test("Headings without rows have no application and no error")
  func onlyHeadings() throws {
    let sheet = try TableReading(FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings])))
    #expect(sheet.rows.isEmpty)
    #expect(sheet.diagnostics.isEmpty)
    let csv = try TableReading(csv: Bytes((Self.rows[0].joined(separator: ",") + "\n").utf8))
    #expect(csv.rows.isEmpty)
    #expect(csv.diagnostics.isEmpty)
  }
}

@Suite("Results are no applications")
struct ResultFileTests {
  /// The headings of the sheets of a result workbook.
  static let sheets: [(name: String, headings: [FixtureCell])] = [
    ("汇总", ["计划", "方向", "方向名称", "通过", "需补正", "不通过", "无法评审", "合计"]),
    ("通过", ["申报编号", "方向", "项目名称", "申报单位", "得分", "方向名称", "符合的优先、鼓励条款", "未参与评审的内容"]),
    (
      "需补正",
      ["申报编号", "方向", "项目名称", "申报单位", "得分", "处理", "类别", "指南原文", "评审意见", "指标", "实际", "要求", "界限", "单位", "条款", "未参与评审的内容"]
    ),
    ("无法评审", ["申报编号", "方向", "项目名称", "申报单位", "原因", "说明", "单元格", "项目"]),
    ("裁定", ["申报编号", "方向", "项目名称", "申报单位", "结论", "类别", "指南原文", "评审意见", "条款", "裁定结论", "理由", "裁定人", "裁定日期", "校验"]),
    ("排序 4", ["名次", "同分", "去向", "申报编号", "项目名称", "方向", "申报单位", "负责人", "得分", "规则分", "专家分", "理由"]),
    ("疑似", ["疑似类别", "申报编号", "项目名称", "申报单位", "负责人", "相关的申报书和在研项目", "说明"]),
  ]

  static func book(_ names: [String], _ more: FixtureBook.Sheet...) -> FixtureBook {
    let results = sheets.filter { names.contains($0.name) }.map {
      FixtureBook.Sheet($0.name, [$0.headings, ["A", "4.1", "虚构"]])
    }
    return FixtureBook(sheets: results + more)
  }

  @Test(
    "A result workbook is refused, also in part",
    arguments: [["汇总", "通过", "需补正", "无法评审"], ["通过"], ["需补正"], ["无法评审"], ["裁定"], ["排序 4"], ["疑似"]])
  func workbooks(_ names: [String]) throws {
    let reading = try TableReading(Self.book(names))
    #expect(reading.rows.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["result-file"])
    #expect(reading.diagnostics.allSatisfy { !$0.isRemark })
  }

  @Test("A result as CSV is refused")
  func csv() throws {
    let headings = "申报编号,年度,方向,方向名称,项目名称,申报单位,结论,得分,未通过或需补正之处,材料问题,专项,错误代码"
    let reading = try TableReading(csv: Bytes("\(headings)\nA,2024,4.1,虚构,虚构,示例（虚构）,通过,80,,,jili-2024,\n".utf8))
    #expect(reading.rows.isEmpty)
    #expect(reading.diagnostics.map(\.code) == ["result-file"])
  }

  @Test("Results beside applications are passed over with a remark")
  func beside() throws {
    let reading = try TableReading(
      Self.book(["通过", "需补正"], FixtureBook.Sheet("申报表", [hostHeadings + ["得分", "说明", "处理"], hostCells()])))
    #expect(reading.rows.count == 1)
    let remarks = reading.diagnostics.filter { $0.code == "sheet-not-read" }
    #expect(remarks.map(\.path) == ["表.xlsx:通过", "表.xlsx:需补正"])
    #expect(remarks.allSatisfy { $0.isRemark })
  }
}
