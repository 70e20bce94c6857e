import KepingCore
import KepingPlugins

/// Reports arithmetic with nodes, which have no value at load; words such as `ratio` calculate with them.
struct NodeArithmeticRule: LuaRule {
  let code = "unsupported-operation"
  let summary = "Arithmetic, `..` or an order comparison with a field, a quantity or a check"

  private static let signs: Set<String> = ["-", "*", "/", "//", "%", "^", "..", "<", "<=", ">", ">="]

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = applicant.rdExpense[year - 1] ↓/ applicant.rdExpense[year - 2]", "local _x = title ↓.. 'x'",
        "local a = applicant.rdExpense[year - 1] tostring(a ↓>= 100, a ↓- a, a ↓* 2)",
      ],
      passing: [
        "local a = applicant.rdExpense[year - 1] tostring(a + a, year - 1, 2 * 3, 'a' .. 'b')",
        "tostring(settings.x * 2, settings.x .. '万元')",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .binary(let sign, let left, let right) = context.event, left.meaning.isNode || right.meaning.isNode else { return }
    let written = context.written(sign)
    guard Self.signs.contains(written) else { return }
    report.explain(left.lines)
    report.explain(right.lines)
    report.add(self, at: sign, NodeOperation.wording(of: written))
  }
}
