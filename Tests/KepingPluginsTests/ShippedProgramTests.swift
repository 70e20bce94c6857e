import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@Suite("The shipped programs have every clause of the 2024 guideline")
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

  @Test("The maxima of every direction add up to 100")
  func maxima() throws {
    for plugin in try Self.plugins() {
      for direction in try PluginProgram(plugin).program.directions {
        #expect(direction.criteria.reduce(0) { $0 + $1.maximum } == Points.total, "\(direction.id)")
      }
    }
  }

  @Test("The shipped programs and the benchmark's program declare the same fields")
  func fields() throws {
    let folders = try Self.plugins().map { "Plugins/\($0.id)" } + ["Benchmarks/Plugins/jianfeng-functions-2024"]
    let forms = try folders.map { folder in
      try String(contentsOf: root.appendingPathComponent("\(folder)/fields.lua"), encoding: .utf8)
    }
    #expect(Set(forms).count == 1)
  }
}
