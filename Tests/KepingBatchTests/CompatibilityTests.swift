import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import SystemPackage
import Testing

@testable import KepingPlugins

/// The folder `Frozen` has a plugin of each version of the vocabulary and its results; its files never change.
@Suite("A plugin keeps its results as long as its version of the vocabulary is supported")
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

  /// The fields of the host that a plugin of api 1 cannot declare; a new field belongs to ``HostFields/later``.
  static let hostFields = [
    "id", "year", "direction", "title", "submittedAt",
    "applicant", "applicant.name", "applicant.kind", "applicant.creditCode", "applicant.region", "applicant.rdExpense",
    "applicant.highTech", "applicant.industryLeader", "applicant.platforms", "applicant.platforms[].name",
    "applicant.platforms[].kind", "applicant.platforms[].level", "applicant.platforms[].status", "applicant.platforms[].region",
    "applicant.achievements",
    "partners", "partners[].name", "partners[].kind", "partners[].creditCode", "partners[].region", "partners[].department",
    "leader", "leader.name", "leader.title", "leader.unit", "leader.birthYear",
    "budget", "budget.total", "budget.requested", "budget.selfFunded", "budget.items", "budget.items[].name",
    "budget.items[].amount",
  ]

  /// The names of Lua that a plugin of api 1 cannot declare as fields.
  static let luaNames = [
    "assert", "error", "ipairs", "math", "pairs", "pcall", "rawequal", "rawlen", "require", "select", "setmetatable", "string",
    "table", "tonumber", "tostring", "type", "utf8",
  ]

  /// The frozen plugins with the files of their applications and results.
  static let plugins = [("api-1", "applications.jsonl", "results.jsonl"), ("api-2", "applications-2.jsonl", "results-2.jsonl")]

  @Test("The applications of a frozen plugin have the same results, byte for byte", arguments: plugins)
  func results(_ plugin: String, _ applications: String, _ results: String) throws {
    var faults: [Diagnostic] = []
    let configuration = Configuration("programs: { \(plugin): on }\n", path: "keping.yaml", faults: &faults)
    let programs = Programs(try PluginFolder(FilePath(Self.folder.path)), configuration)
    #expect(faults + programs.pluginFaults + programs.configurationFaults == [])
    let path = Self.folder.appendingPathComponent(applications).path
    var assessed: [String] = []
    try Batch(programs).assess(try ByteSource(FilePath(path))) { assessment throws(Diagnostic) in
      assessed.append(assessment.json.text)
    }
    let written = try resultLines(of: path, by: Batch(programs), programs)
    let frozen = try String(contentsOf: Self.folder.appendingPathComponent(results), encoding: .utf8)
    let expected = frozen.split(separator: "\n").map(String.init)
    #expect(!expected.isEmpty)
    for lines in [assessed, written] {
      #expect(lines.count == expected.count)
      for (line, expected) in zip(lines, expected) { #expect(line == expected) }
    }
  }

  @Test("The frozen plugin of api 2 uses every word that is newer than api 1")
  func everyLaterWord() throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent("api-2/program.lua"), encoding: .utf8)
    let names = Set(LuaTokens(Bytes(source.utf8)).tokens.filter { $0.kind == .name }.map(\.written))
    // A program with the mark of a draft has no results.
    #expect(Word.later.filter { $0 != .todo && !names.contains($0.name) }.isEmpty)
  }

  @Test("The frozen plugin uses every word of api 1, and the host knows every word")
  func everyWord() throws {
    let source = try String(contentsOf: Self.folder.appendingPathComponent("api-1/program.lua"), encoding: .utf8)
    let names = Set(LuaTokens(Bytes(source.utf8)).tokens.filter { $0.kind == .name }.map(\.written))
    #expect(Self.words.filter { !names.contains($0) } == [])
    let known = Set(Word.allCases.map(\.name) + Word.values)
    #expect(Self.words.filter { !known.contains($0) } == [])
  }

  @Test("Every word that is newer than api 1 gives way to the fields of plugins")
  func laterWords() {
    #expect(Set(Word.allCases.filter { !Self.words.contains($0.name) }) == Word.later)
    #expect(Word.values.filter { !Self.words.contains($0) } == [])
  }

  @Test("The host reserves no more names of fields and of Lua than at the freeze of api 1")
  func reservedNames() {
    func paths(_ fields: [Field], in parent: String) -> [String] {
      fields.flatMap { field -> [String] in
        switch field.type {
        case .object(let inner): [parent + field.name] + paths(inner, in: "\(parent)\(field.name).")
        case .objects(let inner): [parent + field.name] + paths(inner, in: "\(parent)\(field.name)[].")
        default: [parent + field.name]
        }
      }
    }
    #expect(paths(HostFields.all, in: "") == Self.hostFields)
    #expect(Word.luaNames == Self.luaNames)
  }
}
