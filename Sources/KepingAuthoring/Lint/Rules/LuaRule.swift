import KepingCore

/// One thing that the linter objects to.
protocol LuaRule: Sendable {
  /// The code of its findings, which never changes.
  var code: String { get }
  /// Whether its findings are only remarks: the file may mean what it says.
  var isRemark: Bool { get }
  /// What it looks for, in one sentence.
  var summary: String { get }
  /// Pieces of Lua that it objects to, and that it lets pass.
  var examples: LuaRuleExamples { get }

  /// Reports what is wrong with an event.
  func check(_ context: LuaRuleContext, _ report: inout LuaReport)
}

extension LuaRule {
  var isRemark: Bool { false }
}

/// Pieces of Lua that document a rule, and test it.
struct LuaRuleExamples {
  /// Pieces that it objects to; `↓` marks the position of each finding.
  let triggering: [String]
  /// Pieces that look alike and are right.
  let passing: [String]
}

/// An event, and what is known of the file in which it happens.
struct LuaRuleContext {
  let event: LuaEvent
  /// The index of the event.
  let index: Int
  let resolution: LuaResolution

  var surroundings: LuaSurroundings { resolution.surroundings }

  func written(_ token: Int) -> String { resolution.file.written(token) }
}
