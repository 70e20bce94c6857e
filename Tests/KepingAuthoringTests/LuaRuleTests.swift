import KepingCore
import KepingPlugins
import Testing

@testable import KepingAuthoring

@Suite("Each rule of the linter agrees with its examples")
struct LuaRuleTests {
  /// An example of a rule, in which `↓` marks the position of each finding.
  struct Example: CustomTestStringConvertible {
    let rule: any LuaRule
    let marked: String

    var source: String { marked.replacing("↓", with: "") }
    var testDescription: String { "\(rule.code): \(marked)" }

    /// The marked positions as `line:column`.
    var positions: [String] {
      marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
        let pieces = line.split(separator: "↓", omittingEmptySubsequences: false).dropLast()
        let columns = pieces.reduce(into: []) { columns, piece in columns.append((columns.last ?? 0) + piece.count) }
        return columns.map { "\(index + 1):\($0 + 1)" }
      }
    }

    func findings(_ rules: [any LuaRule]) -> [Diagnostic] { LuaLinter(Bytes(source.utf8), path: "x.lua", rules: rules).findings }
  }

  static let triggering = LuaRules.all.flatMap { rule in rule.examples.triggering.map { Example(rule: rule, marked: $0) } }
  static let passing = LuaRules.all.flatMap { rule in rule.examples.passing.map { Example(rule: rule, marked: $0) } }

  @Test("A rule reports its triggering examples at each mark and nowhere else", arguments: triggering)
  func triggers(_ example: Example) {
    let found = example.findings([example.rule])
    #expect(!example.positions.isEmpty)
    #expect(found.map { "\($0.line ?? 0):\($0.column ?? 0)" } == example.positions)
    #expect(found.allSatisfy { $0.code == example.rule.code && $0.isRemark == example.rule.isRemark })
  }

  @Test("A rule does not report its passing examples", arguments: passing)
  func passes(_ example: Example) {
    #expect(example.marked == example.source)
    #expect(example.findings([example.rule]) == [])
  }

  @Test("Every example is valid Lua, except the triggering ones of the syntax rule", arguments: triggering + passing)
  func isLua(_ example: Example) {
    let faults = example.findings(LuaRules.all).filter { $0.code == "lua-syntax" }
    #expect(faults.isEmpty || (example.rule is LuaSyntaxRule && example.marked != example.source))
  }

  @Test("Every rule has examples of both kinds")
  func bothKinds() {
    for rule in LuaRules.all {
      #expect(!rule.examples.triggering.isEmpty && !rule.examples.passing.isEmpty, "\(rule.summary)")
    }
  }
}
