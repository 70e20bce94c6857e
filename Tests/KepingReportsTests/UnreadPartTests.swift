import BatchFixtures
import KepingBatch
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Every report for people names what was not read")
struct UnreadPartTests {
  static let parts = [
    UnreadPart(file: "表.xlsx", location: "联合申报单位!3", message: "没有申报书用到这一行：申报编号“<Z|9>”不在申报表中"),
    UnreadPart(file: "坏.xlsx", location: "", message: "=打不开"),
  ]

  /// Returns a report of one application with some unread parts.
  static func report(_ format: ReportFormat, _ parts: [UnreadPart]) throws -> TemporaryFile {
    let file = try TemporaryFile()
    let report = try format.begin(file.path, try programs(allOn).programs.catalogue)
    var summary = Summary()
    for assessment in try evaluate(Bytes(application("A").utf8), by: { $0 }) {
      summary.count(assessment)
      try report.write(assessment)
    }
    for part in parts { summary.add(part) }
    try report.finish(summary)
    return file
  }

  @Test(
    "File, place and reason stand in the table, in Markdown and on the page, escaped",
    arguments: [
      (ReportFormat.table, ["表.xlsx 联合申报单位!3：", "“<Z|9>”", "  坏.xlsx：=打不开\n"]),
      (.markdown, ["\n# 没有读到的内容\n", "| 表.xlsx | 联合申报单位\\!3 |", "“&lt;Z\\|9&gt;”", "| 坏.xlsx |  | =打不开 |"]),
      (.html, ["<h2>没有读到的内容</h2>", "<td>表.xlsx</td><td>联合申报单位!3</td>", "“&lt;Z|9&gt;”", "<td>=打不开</td>"]),
    ])
  func texts(_ format: ReportFormat, _ expected: [String]) throws {
    let text = try bytes(Self.report(format, Self.parts)).text
    for part in ["没有读到的内容"] + expected { #expect(text.contains(part), "\(part)") }
  }

  @Test("A workbook has a sheet for it, to which the summary refers")
  func workbook() throws {
    let sheets = try sheets(Self.report(.xlsx, Self.parts))
    #expect(sheets.map(\.name) == ["汇总", "通过", "需补正", "不通过", "无法评审", "裁定", "没有读到的内容"])
    #expect(sheets[0].rows.contains(["text:输入中有2处没有读到，见工作表“没有读到的内容”。"]))
    #expect(
      sheets[6].rows == [
        ["text:文件", "text:位置", "text:说明"], ["text:表.xlsx", "text:联合申报单位!3", "text:\(Self.parts[0].message)"],
        ["text:坏.xlsx", "text:=打不开"],
      ])
  }

  @Test("JSON and CSV contain results only", arguments: [ReportFormat.json, .jsonl, .csv])
  func resultsOnly(_ format: ReportFormat) throws {
    #expect(try bytes(Self.report(format, Self.parts)) == bytes(Self.report(format, [])))
  }

  @Test("Where everything was read, nothing is said", arguments: ReportFormat.allCases)
  func nothing(_ format: ReportFormat) throws {
    guard format != .xlsx else { return #expect(try sheets(Self.report(format, [])).count == 6) }
    #expect(try !bytes(Self.report(format, [])).text.contains("没有读到"))
  }

  @Test(
    "A part has the place within its file, without the folder",
    arguments: [
      ("/home/x/表.xlsx:联合申报单位!3", nil, "联合申报单位!3"), ("/home/x/表.xlsx", nil, ""), ("/home/x/表.xlsx", 7, "第7行"),
      ("表!x:y", nil, ""),
    ])
  func places(_ path: String, _ line: Int?, _ location: String) {
    let diagnostic = Diagnostic(path: path, line: line, code: "orphan-row", Wording("缺", "missing"))
    let part = UnreadPart(diagnostic, of: "/home/x/表.xlsx", file: "表.xlsx")
    #expect(part == UnreadPart(file: "表.xlsx", location: location, message: "缺"))
  }

  @Test("The sheet of applications that cannot be evaluated has a row for the duplicate id beside the other faults")
  func duplicates() throws {
    let wrong = application("A", more: ",\"expected\":{\"newProducts\":1.5}")
    let input = try TemporaryFile(Array((application("A") + "\n" + wrong).utf8))
    let rows = try sheets(try KepingReportsTests.report(.xlsx, [input.path.string]))[4].rows.dropFirst()
    #expect(rows.map { $0[5] } == ["text:申报编号重复", "text:填写有误"])
  }
}
