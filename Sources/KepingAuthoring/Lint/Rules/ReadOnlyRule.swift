import KepingCore

/// Reports an assignment to a member of a library, a field or the settings, which are shared, so the sandbox refuses it.
struct ReadOnlyRule: LuaRule {
  let code = "read-only"
  let summary = "An assignment to a member of a library, a field or the settings"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "↓string.trim = 1", "↓applicant['name'] = 1", "function ↓string.trim() end", "↓settings.x = 1",
        "local _t = {} ↓math.x, _t.x = 1, 2", "local s = string ↓s.x = 1",
      ],
      passing: ["local t = {} t.x = 1", "local t = { string } t[1] = 2", "local t = {} function t:f() return self end"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .memberAssigned(let start, let owner) = context.event, owner.isReadOnly else { return }
    let name = context.written(start)
    report.add(
      self, at: start, Wording("“\(name)”是只读的，不能改写其中的成员", "'\(name)' is read-only; its members cannot be assigned"))
  }
}
