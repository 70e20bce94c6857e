import BatchFixtures
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("The workbook of results can be filtered and summed")
struct WorkbookReportTests {
  @Test("The workbook has totals and a sheet for each verdict, and each application is on the sheet of its verdict")
  func verdictSheets() throws {
    let sheets = try sheets(try report(.xlsx, try exampleInputs()))
    #expect(sheets.map(\.name) == ["汇总", "通过", "需补正", "不通过", "无法评审"])
    #expect(sheets[0].rows.last == ["text:合计", "number:18", "number:18", "number:16", "number:0", "number:52"])
    let ids = sheets.dropFirst().map { Set($0.rows.dropFirst().compactMap(\.first)).count }
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
