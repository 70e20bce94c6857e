import KepingCore

/// Reports an unused local: a check that is only named, and not used in a direction, has no effect.
struct UnusedLocalRule: LuaRule {
  let code = "unused-local"
  let isRemark = true
  let summary = "A local that nothing reads, unless its name begins with `_`"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local ↓x = 1", "local x, ↓y = 1, 2 tostring(x)", "local function ↓f() end", "local ↓x x = 1",
        "local x = 1 do local ↓x = 2 end tostring(x)", "local ↓x <const> = 1",
      ],
      passing: [
        "local x = 1 tostring(x)", "local _x = 1", "for i = 1, 2 do end", "local _f = function(x) end", "local x <close> = nil",
        "local x = 1 local _f = function() return x end",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .localEnded(let index) = context.event else { return }
    let variable = context.resolution.variables[index]
    guard variable.mustBeUsed, !variable.isUsed, !variable.name.hasPrefix("_") else { return }
    let kind = variable.isFunction ? Wording("局部函数", "local function") : Wording("局部变量", "local")
    report.add(
      self, at: variable.token,
      Wording("\(kind.chinese)“\(variable.name)”没有用到", "the \(kind.english) '\(variable.name)' is never used"))
  }
}
