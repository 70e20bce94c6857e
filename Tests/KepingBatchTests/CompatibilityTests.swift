import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import SystemPackage
import Testing

@testable import KepingPlugins

/// The folder `Frozen` has a plugin of api 1 and its results; its files never change.
@Suite("A plugin of api 1 keeps its results")
struct CompatibilityTests {
  static let folder = root.appendingPathComponent("Tests/KepingBatchTests/Frozen")

  /// The words that a plugin of api 1 may use; words may be added, but never removed.
  static let words = [
    "all_of", "any", "any_of", "at_least", "at_most", "choice", "compute", "condition", "count", "criterion", "direction",
    "document", "encouraged", "fields", "flag", "given", "has", "is", "judge", "leave_open", "less_than", "limit", "list",
    "money",
    "more_than", "negate", "none", "notice", "open_choice", "principle", "priority", "reach", "record", "settings", "share",
    "some", "sum", "tally", "target", "text", "texts", "total_of", "uncovered", "units", "whole", "within", "year",
  ]

  @Test("The applications of the frozen plugin have the same results, byte for byte")
  func results() throws {
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: { api-1: on }\n", path: "keping.yaml", faults: &faults)
    let programs = Programs(try PluginFolder(FilePath(Self.folder.path)), configuration)
    #expect(faults + programs.pluginFaults + programs.configurationFaults == [])
    let path = Self.folder.appendingPathComponent("applications.jsonl").path
    var assessed: [String] = []
    try Batch(programs).assess(try ByteSource(FilePath(path))) { assessment throws(Diagnostic) in
      assessed.append(assessment.json.text)
    }
    let written = try resultLines(of: path, by: Batch(programs), programs)
    let frozen = try String(contentsOf: Self.folder.appendingPathComponent("results.jsonl"), encoding: .utf8)
    let expected = frozen.split(separator: "\n").map(String.init)
    #expect(!expected.isEmpty)
    for lines in [assessed, written] {
      #expect(lines.count == expected.count)
      for (line, expected) in zip(lines, expected) { #expect(line == expected) }
    }
  }

  @Test("The frozen plugin uses every word of api 1, and the host knows every word")
  func everyWord() throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent("api-1/program.lua"), encoding: .utf8)
    let names = Set(LuaTokens(Bytes(source.utf8)).tokens.filter { $0.kind == .name }.map(\.written))
    #expect(Self.words.filter { !names.contains($0) } == [])
    let known = Set(Word.allCases.map(\.name) + Word.values)
    #expect(Self.words.filter { !known.contains($0) } == [])
  }
}
