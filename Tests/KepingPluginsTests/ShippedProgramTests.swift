import Foundation
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage
import Testing

@Suite("The shipped programs answer every clause of the 2024 guideline")
struct ShippedProgramTests {
  static func plugins() throws -> [Plugin] { try PluginFolder(FilePath(root.appendingPathComponent("Plugins").path)).plugins }

  /// The outcomes that a clause can have, by what it is and which of its checks can be unknown.
  static func possible(_ clause: Clause) -> Set<Outcome> {
    var possible: Set<Outcome> = clause.kind == .notice ? [.met, .unknown] : [.met, .unmet, .unknown]
    if clause.appliesWhen != nil { possible.insert(.notApplicable) }
    // What these ask for is always known: required fields, and lists whose absence means none.
    let alwaysKnown = [
      "2.1/condition/2", "4.1/encouraged/1", "4.2/encouraged/1", "4.3/encouraged/1", "5.1/encouraged/1", "5.2/encouraged/1",
      "5.2/encouraged/2", "5.3/encouraged/1", "5.4/encouraged/1", "5.3/priority/1", "6.1/principle/1", "7.1/principle/1",
      "8.1/principle/1",
    ]
    if alwaysKnown.contains(clause.id) { possible.remove(.unknown) }
    return possible
  }

  @Test("There are 3 plans, 8 project types, 17 directions and 141 clauses")
  func counts() throws {
    let programs = try Self.plugins().map { try PluginProgram($0).program }
    #expect(programs.map(\.plan.id) == ["jianfeng", "jili", "zhuji"])
    #expect(programs.flatMap(\.plan.projectTypes).count == 8)
    #expect(programs.flatMap(\.directions).count == 17)
    #expect(programs.flatMap(\.directions).flatMap(\.clauses).count == 141)
  }

  @Test(
    "Each program passes its own tests, which see every outcome that each clause can have",
    arguments: ["jianfeng-2024", "jili-2024", "zhuji-2024"])
  func ownTests(_ id: String) throws {
    let plugin = try #require(try Self.plugins().first { $0.id == id })
    let loaded = try PluginProgram(plugin)
    var tests = try ProgramTests(loaded)
    let results = try tests.run()
    for result in results where !result.isPassed {
      Issue.record("\(result.path):\(result.line): \(result.name): \(result.differences.joined(separator: "; "))")
    }
    var seen: [String: Set<Outcome>] = [:]
    for result in results { for (clause, outcome) in result.seen { seen[clause, default: []].insert(outcome) } }
    for clause in loaded.program.directions.flatMap(\.answeredClauses) {
      #expect(seen[clause.id] ?? [] == Self.possible(clause), "\(clause.id)")
    }
  }

  @Test("The maxima of every direction add up to 100")
  func maxima() throws {
    for plugin in try Self.plugins() {
      for direction in try PluginProgram(plugin).program.directions {
        #expect(direction.criteria.reduce(0) { $0 + $1.maximum } == Points.total, "\(direction.id)")
      }
    }
  }

  @Test("The programs share one application form")
  func fields() throws {
    let forms = try Self.plugins().map { plugin in
      try String(contentsOf: root.appendingPathComponent("Plugins/\(plugin.id)/fields.lua"), encoding: .utf8)
    }
    #expect(Set(forms).count == 1)
  }
}
