import KepingCore

/// Reports words, fields and settings in functions that run for applications: these get values, as nodes exist only at load.
struct OnlyAtLoadRule: LuaRule {
  let code = "only-at-load"
  let summary = "A word, a field or `settings` in a function that runs for applications"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = compute('x', { title }, function(a) return a + ↓settings.x end)",
        "local _x = judge('x', { title }, function(a) return ↓all_of { a } end)",
        "local _x = judge('x', { title }, function(a) return a .. ↓leader.name end)",
        "local function f() return ↓settings.x end local _x = compute('x', { title }, function() return f() end)",
        "local name = title local _x = compute('x', { title }, function() return ↓name end)",
      ],
      passing: [
        "local x = settings.x local _x = compute('x', { title }, function(a) return a + x + year end)",
        "local function f() return settings.x end tostring(f())",
        "local _x = compute('x', { title }, function(title) return title end)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .fileEnded = context.event else { return }
    let functions = context.resolution.functions
    for function in functions where function.runsForApplications {
      for use in function.uses where use.declaredIn.map({ !functions[$0].runsForApplications }) ?? true {
        report.add(self, at: use.token, wording(for: use.meaning, context.written(use.token)))
      }
    }
  }

  private func wording(for meaning: LuaMeaning, _ name: String) -> Wording {
    switch meaning {
    case .settings:
      Wording(
        "评审时的函数不能再用 settings，请先在函数外写 local 值 = settings.名称",
        "a function that runs for applications cannot use settings; write 'local value = settings.name' outside it")
    case .node:
      Wording(
        "评审时的函数拿不到“\(name)”的值，请把它列入 { … }，作为参数传入",
        "a function that runs for applications has no value of '\(name)'; list it in { … } to get it as a parameter")
    default:
      Wording(
        "评审时的函数不能再使用词汇“\(name)”，只能使用传入的值",
        "a function that runs for applications cannot use the word '\(name)', only the values that it is given")
    }
  }
}
