import KepingCore

/// Reports a compared node: at load a field represents the values of all applications, so it equals no value.
struct ComparedNodeRule: LuaRule {
  let code = "node-as-value"
  let summary = "A field or check compared with `==` or `~=`"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = applicant.kind ↓== 'enterprise'", "local _x = 'enterprise' ↓~= applicant.kind",
        "local a = title tostring(a ↓== nil)",
      ],
      passing: ["local _x = applicant.kind:is 'enterprise'", "tostring(settings.x == 1)", "tostring(year ~= 2024)"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .binary(let sign, let left, let right) = context.event, left.meaning.isNode || right.meaning.isNode else {
      return
    }
    let written = context.written(sign)
    guard written == "==" || written == "~=" else { return }
    report.explain(left.lines)
    report.explain(right.lines)
    report.add(
      self, at: sign,
      Wording(
        "加载时字段还没有值，用 \(written) 比较不出结果，请用 :is、:at_least 等",
        "a field has no value at load, so \(written) cannot compare it; use :is, :at_least and so on"))
  }
}
