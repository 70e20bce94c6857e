import BatchFixtures
import Foundation
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("The workbook of results can be filtered and summed")
struct WorkbookReportTests {
  @Test("The workbook has totals and a sheet for each verdict, and each application is on the sheet of its verdict")
  func verdictSheets() throws {
    let sheets = try sheets(try report(.xlsx, try exampleInputs()))
    #expect(sheets.map(\.name) == ["汇总", "通过", "需补正", "不通过", "无法评审", "裁定"])
    #expect(sheets[0].rows.last == ["text:合计", "number:18", "number:18", "number:16", "number:0", "number:52"])
    let ids = sheets.dropFirst().prefix(4).map { Set($0.rows.dropFirst().compactMap(\.first)).count }
    #expect(ids == [18, 18, 16, 0])
  }

  @Test("The row of an unmet clause has its id, and the figure and the bound as numbers in the unit of the guideline")
  func figures() throws {
    let input = try TemporaryFile(Array(application("A", rd: 805_000).utf8))
    let rows = try sheets(try report(.xlsx, [input.path.string]))[3].rows
    let row = try #require(rows.first { $0.last == "text:4.1/condition/1" })
    #expect(row.contains("text:企业上年研发投入在100万元以上"))
    #expect(row.contains("text:上年（2023年）研发投入80.5万元，低于100万元"))
    #expect(row.suffix(6) == ["text:2023年研发投入", "number:80.5", "text:≥", "number:100", "text:万元", "text:4.1/condition/1"])
  }

  @Test("The finding stands beside the project, and scores have the same place on every row")
  func columns() throws {
    let sheets = try sheets(try report(.xlsx, try exampleInputs()))
    func headings(_ index: Int) -> String { sheets[index].rows[0].map { $0.dropFirst(5) }.joined(separator: " ") }
    #expect(headings(1).hasPrefix("申报编号 方向 项目名称 得分 "))
    for index in 2...3 { #expect(headings(index).hasPrefix("申报编号 方向 项目名称 评审意见 ")) }
    #expect(headings(4).hasPrefix("申报编号 方向 项目名称 说明 "))
  }

  @Test("Applications that passed are sorted by score, and those with the same score by the bytes of their ids")
  func order() throws {
    let examples = try exampleInputs()
    // Copies whose ids come first, although they are read last.
    let copies = try examples.map { path in
      let text = try String(contentsOfFile: path, encoding: .utf8).replacing("\"BS2024-", with: "\"AS2024-")
      return try TemporaryFile(Array(text.utf8))
    }
    let rows = try sheets(try report(.xlsx, examples + copies.map(\.path.string)))[1].rows.dropFirst()
    let found = rows.map { row in (score: Double(row[3].dropFirst(7)) ?? -1, id: row[0]) }
    #expect(found.count == 36)
    for (first, second) in zip(found, found.dropFirst()) {
      let isSorted = first.score == second.score ? first.id < second.id : first.score > second.score
      #expect(isSorted, "\(first) before \(second)")
    }
    #expect(Set(found.map(\.id)).count == 36 && found.first?.score == found.map(\.score).max())
  }

  @Test("Text that looks like a formula stays text")
  func formulas() throws {
    let title = "=cmd|' /C calc'!A0"
    let input = try TemporaryFile(Array(application("+1").replacing("虚构\"", with: "\(title)\"").utf8))
    let rows = try sheets(try report(.xlsx, [input.path.string]))[3].rows
    #expect(rows[1].contains("text:+1"))
    #expect(rows[1].contains("text:\(title)"))
  }

  @Test("Characters that a workbook cannot contain are escaped")
  func noncharacters() throws {
    let text = application("A").replacing("虚构\"", with: "虚\u{FFFF}构\"")
    let input = try TemporaryFile(Array(text.utf8))
    let rows = try sheets(try report(.xlsx, [input.path.string]))[3].rows
    #expect(rows[1].contains("text:虚\\u{ffff}构"))
  }

  @Test("An application that cannot be evaluated is reported with sheet and cell")
  func cells() throws {
    let book = FixtureBook(
      FixtureBook.Sheet(
        "汇总表",
        [
          ["申报编号", "指南年度", "申报方向", "项目名称", "申报单位名称", "申报单位类型", "经济效益（万元）"],
          ["A", 2024, "4.1", "虚构", "示例（虚构）", "学会", "若干"],
        ]))
    let input = try TemporaryFile(try book.bytes())
    let rows = try sheets(try report(.xlsx, [input.path.string]))[4].rows
    #expect(rows.dropFirst().map { $0[6] } == ["text:汇总表!F2", "text:汇总表!G2"])
  }

  @Test("The same results give the same bytes")
  func deterministic() throws {
    let inputs = Array(try exampleInputs().prefix(2))
    for format in ReportFormat.allCases {
      #expect(try bytes(try report(format, inputs)) == bytes(try report(format, inputs)))
    }
  }
}
