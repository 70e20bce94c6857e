import KepingCore
import KepingPlugins

/// Reports `and` and `or` after a node: they do not combine checks, but choose one operand and lose the other.
struct ChosenNodeRule: LuaRule {
  let code = "node-as-value"
  let summary = "A check before `and` or `or`, which always chooses the same operand"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = title ↓and leader.name", "local _x = title ↓or leader.name", "local a = title tostring(a ↓and 1)",
        "tostring(1, title ↓and 1 or 2)",
      ],
      passing: [
        "local _x = all_of { title:is 'x', leader.name:is 'x' }", "local _x = settings.x and title or leader.name",
        "local _f = function(title_length) return title_length and 1 end",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .binary(let sign, let left, let right) = context.event, left.meaning.isNode else { return }
    let written = context.written(sign)
    guard written == "and" || written == "or" else { return }
    report.explain(written == "and" ? left.lines : right.lines)
    report.add(self, at: sign, LuaChoice.wording(of: written))
  }
}
