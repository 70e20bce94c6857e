import KepingCore

/// A rule of the linter, which reports one kind of mistake.
protocol LuaRule: Sendable {
  /// The code of the rule's findings, which is stable; several rules may share one.
  var code: String { get }
  /// Whether the findings are only remarks, since the author may intend what the file does.
  var isRemark: Bool { get }
  /// The mistake that the rule reports, as a noun phrase.
  var summary: String { get }
  /// Pieces of Lua that the rule reports, and similar ones that it accepts.
  var examples: LuaRuleExamples { get }

  /// Examines an event, and adds a finding to the report if it is a mistake.
  func check(_ context: LuaRuleContext, _ report: inout LuaReport)
}

extension LuaRule {
  var isRemark: Bool { false }
}

/// Pieces of Lua that document a rule and are its tests.
struct LuaRuleExamples {
  /// Pieces that the rule reports; `↓` marks the position of each finding.
  let triggering: [String]
  /// Similar pieces that are correct.
  let passing: [String]
}

/// An event with the resolution of its file.
struct LuaRuleContext {
  let event: LuaEvent
  /// The index of the event in the resolution.
  let index: Int
  let resolution: LuaResolution

  var surroundings: LuaSurroundings { resolution.surroundings }

  /// Returns the text of a token.
  func written(_ token: Int) -> String { resolution.file.written(token) }
}
