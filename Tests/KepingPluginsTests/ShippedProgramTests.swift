import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage
import Testing

@Suite("The shipped programs answer every clause of the 2024 guideline")
struct ShippedProgramTests {
  static func plugins() throws -> [Plugin] { try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path)).plugins }

  @Test("There are 3 plans, 8 project types, 17 directions and 141 clauses")
  func counts() throws {
    let programs = try Self.plugins().map { try PluginProgram($0).program }
    #expect(programs.map(\.plan.id) == ["jianfeng", "jili", "zhuji"])
    #expect(programs.flatMap(\.plan.projectTypes).count == 8)
    #expect(programs.flatMap(\.directions).count == 17)
    #expect(programs.flatMap(\.directions).flatMap(\.clauses).count == 141)
  }

  @Test(
    "Each program passes its own tests, which see every outcome that a clause can have and notice every small change",
    arguments: ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  func ownTests(_ id: String) throws {
    let plugin = try #require(try Self.plugins().first { $0.id == id })
    var request = TestRequest()
    request.wantsCoverage = true
    request.wantsMutation = true
    let report = TestReport(plugin, request)
    for result in report.results where !result.isPassed {
      Issue.record("\(result.place): \(result.name): \(result.differences.map(\.english).joined(separator: "; "))")
    }
    for gap in report.gaps { Issue.record("\(gap.place): no test sees \(gap.clause) \(gap.outcome)") }
    for survivor in report.mutation?.survivors ?? [] {
      Issue.record("\(survivor.place): no case notices a change of \(survivor.clause): \(survivor.change.english)")
    }
    for fault in report.faults { Issue.record("\(fault.text(.english))") }
    #expect(report.isWell && report.mutation != nil)
    // The analysis leaves no outcome out that there is.
    let program = try PluginProgram(plugin).program
    let possible = Dictionary(
      uniqueKeysWithValues: program.directions.flatMap(\.answeredClauses).map {
        ($0.id, program.checks.outcomes(of: $0, in: program.schema))
      })
    for (clause, outcome) in report.results.flatMap(\.seen) { #expect(possible[clause]?.contains(outcome) == true, "\(clause)") }
  }

  @Test("The maxima of every direction add up to 100")
  func maxima() throws {
    for plugin in try Self.plugins() {
      for direction in try PluginProgram(plugin).program.directions {
        #expect(direction.criteria.reduce(0) { $0 + $1.maximum } == Points.total, "\(direction.id)")
      }
    }
  }

  @Test("The programs share one application form, and so does the one that is measured beside them")
  func fields() throws {
    let folders = try Self.plugins().map { "Plugins/\($0.id)" } + ["Benchmarks/Plugins/jianfeng-functions-2024"]
    let forms = try folders.map { folder in
      try String(contentsOf: root.appendingPathComponent("\(folder)/fields.lua"), encoding: .utf8)
    }
    #expect(Set(forms).count == 1)
  }
}
