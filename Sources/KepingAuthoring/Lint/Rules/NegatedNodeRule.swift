import KepingCore

/// Reports a negated node: a node is an object, which is true in Lua whatever the outcome of its check.
struct NegatedNodeRule: LuaRule {
  let code = "node-as-value"
  let summary = "A check after `not`, which is always false"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = ↓not title", "local a = applicant.kind:is 'x' tostring(↓not a)", "tostring(↓not (leader.name))"],
      passing: [
        "local _x = negate(applicant.kind:is 'x')", "tostring(not settings.x)", "local a = title a = nil tostring(not a)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .unary(let sign, let operand) = context.event, operand.meaning.isNode, context.written(sign) == "not" else {
      return
    }
    report.explain(operand.lines)
    report.add(
      self, at: sign, Wording("在 Lua 中 not 检查总是 false，请用 negate(检查)", "in Lua 'not check' is always false; use negate(check)"))
  }
}
