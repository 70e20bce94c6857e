import BatchFixtures
import Foundation
import Testing
import WorkbookFixtures

@Suite("The clauses of a direction show the bounds that the configuration has changed")
struct ChangedBoundTests {
  @Test("A changed bound is shown with that of the plugin, after the reason of the plugin")
  func plans() throws {
    let text = allOn + "bounds: { 4.1/condition/1: 80万元, 4.1/priority/3/2: 500万元 }\n"
    let file = try TemporaryFile(Array(text.utf8))
    let lines = try EvaluateTests.run("keping plans 4.1 --config \"$FILE\"", ["FILE": file.path.string]).split(separator: "\n")
    #expect(lines.contains("      界限 80万元（按配置调整，原为100万元）"))
    #expect(lines.contains("      界限 500万元（“明显”按考核要求的2倍掌握，可在配置中改；按配置调整，原为600万元）"))
    #expect(lines.contains("      界限 300万元"))
  }
}
