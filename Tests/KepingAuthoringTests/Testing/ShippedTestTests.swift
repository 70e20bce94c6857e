import Foundation
import KepingAuthoring
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@Suite("The tests of the shipped programs are complete")
struct ShippedTestTests {
  @Test(
    "Each program passes its tests, which see every possible outcome and notice every small change",
    arguments: ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  func ownTests(_ id: String) throws {
    let plugin = try #require(
      try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path)).plugins.first { $0.id == id })
    var request = TestRequest()
    request.wantsCoverage = true
    request.wantsMutation = true
    let report = TestReport(plugin, request)
    for result in report.results where !result.isPassed {
      Issue.record("\(result.location): \(result.name): \(result.differences.map(\.english).joined(separator: "; "))")
    }
    for gap in report.gaps { Issue.record("\(gap.location): no test sees \(gap.clause) \(gap.outcome)") }
    for survivor in report.mutation?.survivors ?? [] {
      Issue.record("\(survivor.location): no case notices a change of \(survivor.clause): \(survivor.change.english)")
    }
    for fault in report.faults { Issue.record("\(fault.text(.english))") }
    #expect(report.isPassed && report.mutation != nil)
    // The analysis of possible outcomes includes every outcome that occurs.
    let program = try PluginProgram(plugin).program
    let possible = Dictionary(
      uniqueKeysWithValues: program.directions.flatMap(\.answeredClauses).map {
        ($0.id, program.checks.outcomes(of: $0, in: program.schema))
      })
    for (clause, outcome) in report.results.flatMap(\.seen) { #expect(possible[clause]?.contains(outcome) == true, "\(clause)") }
  }
}
