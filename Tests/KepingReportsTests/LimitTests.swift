import BatchFixtures
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingReports

@Suite("Reports say how many applications a limit accepts")
struct LimitTests {
  /// Returns a report in which applications for direction 8.1, which accepts one, pass.
  static func report(_ format: ReportFormat, passing: Int) throws -> TemporaryFile {
    let text = try String(contentsOfFile: root.path + "/Plugins/zhuji-2024/examples/8.1.json", encoding: .utf8)
    let file = try TemporaryFile()
    let report = try format.begin(file.path, try programs(allOn).programs.catalogue)
    var summary = Summary()
    let first = try #require(try evaluate(Bytes(text.utf8), by: { $0 }).first)
    #expect(first.verdict == .pass)
    for _ in 0..<passing {
      summary.count(first)
      try report.write(first)
    }
    try report.finish(summary)
    return file
  }

  @Test(
    "The summary has the number that pass, the number that are accepted, and what is too many",
    arguments: [(1, "通过1份，接受1个项目"), (3, "通过3份，接受1个项目，超出2份")])
  func texts(_ passing: Int, _ expected: String) throws {
    let table = try bytes(Self.report(.table, passing: passing)).text
    #expect(table.contains("\n      限项：\(expected)\n"))
    let markdown = try bytes(Self.report(.markdown, passing: passing)).text
    #expect(markdown.contains("\n限项：\n\n- 8.1 ") && markdown.contains("：\(expected)\n"))
    let page = try bytes(Self.report(.html, passing: passing)).text
    #expect(page.contains("<ul class=\"limits\"><li>8.1 ") && page.contains("：\(expected)</li></ul>\n</section>"))
    let totals = try sheets(Self.report(.xlsx, passing: passing))[0].rows
    #expect(totals.contains { $0.first == "text:计划" && $0.last == "text:限项" })
    #expect(totals.contains { $0.dropFirst().first == "text:8.1" && $0.last == "text:\(expected)" })
  }

  @Test("Without a direction that has a limit nothing is said of limits", arguments: [ReportFormat.table, .markdown, .html])
  func nothing(_ format: ReportFormat) throws {
    let examples = try exampleInputs().filter { !$0.hasSuffix("8.1.json") }
    #expect(try !bytes(KepingReportsTests.report(format, examples)).text.contains("限项"))
  }

  @Test("The explanation of an application names the limit of its direction")
  func explanation() throws {
    let text = try String(contentsOfFile: root.path + "/Plugins/zhuji-2024/examples/8.1.json", encoding: .utf8)
    let catalogue = try programs(allOn).programs.catalogue
    let explanations = try evaluate(Bytes(text.utf8)) { Explanation.text($0, catalogue) }
    for explanation in explanations { #expect(explanation.contains("\n限　　项：接受1个项目\n")) }
    let other = try evaluate(Bytes(application("A").utf8)) { Explanation.text($0, catalogue) }
    #expect(other.count == 1 && !other[0].contains("限　　项"))
  }
}
