/// Reports a syntax error in both languages and without loading the file, unlike the compiler.
struct LuaSyntaxRule: LuaRule {
  let code = "lua-syntax"
  let summary = "A syntax error"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local x = ↓= 1", "local ↓经费 = 1", "local _x = ↓'", "if year then↓", "(↓f) = 1", "↓f() = 1", "year ↓title",
        "f.x↓", "local _x <↓fixed> = 1", "local _x = ('x'):lower ↓+ 1", "for i ↓do end", "goto ↓1", "↓end",
        "local _f = function(x ↓return x end", "local _x = { 1↓", "repeat ↓end",
      ],
      passing: [
        "local _x <const> = 1", "local _x = ('x'):lower()", "goto done ::done::", "for i = 1, 2 do tostring(i) end",
        "local _x = { 1, ['x'] = 2; y = 3 }", "repeat local x = 1 until x", "return", "local _x = #'a' // 1 ~ 2 ^ -3",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .syntaxFault(let fault) = context.event else { return }
    report.addAlways(self, at: fault.token, fault.wording)
  }
}
