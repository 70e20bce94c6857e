import KepingCore

/// Between nodes, `and` and `or` do not combine checks: they choose one and lose the other.
struct ChosenNodeRule: LuaRule {
  let code = "node-as-value"
  let summary = "A check in front of `and` or `or`, which always chooses the same side"

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
    report.add(self, at: sign, Self.wording(written))
  }

  /// Why a choice between nodes is none.
  static func wording(_ written: String) -> Wording {
    written == "and"
      ? Wording(
        "在 Lua 中 a and b 就是 b，请把两个检查分开写，或用 all_of { a, b }",
        "in Lua 'a and b' is just b; write the two checks apart, or all_of { a, b }")
      : Wording("在 Lua 中 a or b 就是 a，请用 any_of { a, b }", "in Lua 'a or b' is just a; write any_of { a, b }")
  }
}
