import KepingCore

/// Reports a node as a condition: an `if` runs at load, when a check has no outcome yet.
struct NodeConditionRule: LuaRule {
  let code = "node-as-value"
  let summary = "A check as the condition of `if`, `while` or `repeat`"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "if ↓title then end", "if year then elseif ↓title then end", "while ↓title do end",
        "repeat local a = title until ↓a",
      ],
      passing: ["if settings.x then end", "if year == 2024 then end", "repeat local a = 1 until a"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .condition(let start, let meaning) = context.event, meaning.isNode else { return }
    report.add(
      self, at: start,
      Wording(
        "加载时检查还没有结果，在 Lua 中总是成立；条款何时适用请用 applies_when",
        "a check has no outcome at load, and is always true in Lua; use applies_when to state when a clause applies"))
  }
}
