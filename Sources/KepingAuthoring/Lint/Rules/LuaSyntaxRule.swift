/// Reports a syntax error in both languages and without loading the file, unlike the compiler.
struct LuaSyntaxRule: LuaRule {
  let code = "lua-syntax"
  let summary = "A syntax error"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local x = ↓= 1", "local ↓经费 = 1", "local _x = ↓'", "if year then↓", "(↓f) = 1", "↓f() = 1", "year ↓title",
        "f.x↓", "local _x <↓fixed> = 1", "local _x = ('x'):lower↓ + 1", "for i ↓do end", "goto ↓1", "↓end",
        "local _f = function(x↓ return x end", "local _x = { 1↓", "repeat↓ end",
        "target { 'a',\n  title↓\n  leader }", "direction { '1.1',\n  target { 'a' }↓\n  target { 'b' },\n}",
        "tostring {\n  {\n    1,↓\n  {\n    2,\n  },\n}\nreturn",
        "if year == 1↓\n  return\nend", "if year ↓!= 1 then end", "if year == 1 ↓&& title then end", "if year ↓= 1 then end",
        "local x = 1\nx ↓+= 1", "if year == 1 then ↓else if year == 2 then end\n)", "↓// comment", "↓let x = 1",
        "local _x = { ↓“a”, 1 }", "local _x = { \"a↓”, 1, b = \"c\" }", "local _x = { 1↓， 2 }", "↓local f() return 1 end",
        "local _x = title:is ↓1", "if (year) ↓{ return }", "tostring { x↓: 1 }",
      ],
      passing: [
        "local _x <const> = 1", "local _x = ('x'):lower()", "goto done ::done::", "for i = 1, 2 do tostring(i) end",
        "local _x = { 1, ['x'] = 2; y = 3 }", "repeat local x = 1 until x", "return", "local _x = #'a' // 1 ~ 2 ^ -3",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .syntaxFault(let fault) = context.event else { return }
    report.add(self, fault)
  }
}
