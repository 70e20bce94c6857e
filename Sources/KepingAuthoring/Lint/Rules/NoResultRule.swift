import KepingCore

/// Reports the result of a function that returns nothing: the list gets nil, and the clause that the function makes is lost.
struct NoResultRule: LuaRule {
  let code = "missing-return"
  let summary = "A function without `return` whose result is an item of a list"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local function f(x) tostring(x) end direction { '1.1', ↓f 'a', f 'b' and 1 }"],
      passing: [
        "local function f(x) return target { x, title:is 'x' } end direction { '1.1', f 'a' }",
        "local function f(x) tostring(x) end f 'a'",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .tableMade(let fields, let meanings) = context.event else { return }
    for (field, meaning) in zip(fields, meanings) {
      guard case .nothing = meaning else { continue }
      let start = field.value.tokens.lowerBound
      let name = context.written(start)
      report.add(
        self, at: start,
        Wording(
          "函数“\(name)”没有 return，这里什么也得不到；请在函数里写 return",
          "the function '\(name)' returns nothing, so this item is nil; write 'return' in it"))
    }
  }
}
