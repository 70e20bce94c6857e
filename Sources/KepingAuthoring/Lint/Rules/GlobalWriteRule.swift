import KepingCore

/// Reports an assigned global: globals would carry values from one application to the next, so the sandbox refuses them.
struct GlobalWriteRule: LuaRule {
  let code = "global-write"
  let summary = "An assignment to a name that is not a local"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["↓x = 1 ↓y = 2", "↓x, ↓y = 1, 2", "function ↓f() end", "do local x = 1 tostring(x) end ↓x = 2", "↓title = 1"],
      passing: ["local x x = 1 tostring(x)", "local t = {} t.x = 1", "local t = {} function t.f() end", "local _ENV = {} x = 1"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .globalAssigned(let token) = context.event else { return }
    let name = context.written(token)
    report.add(
      self, at: token,
      Wording("不能写全局名称“\(name)”，请写 local \(name)", "cannot assign to the global '\(name)'; write 'local \(name)'"))
  }
}
