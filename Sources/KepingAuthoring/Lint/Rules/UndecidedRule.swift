import KepingCore
import KepingPlugins

/// Reports every `todo`, so that an author sees all open decisions of a draft, even if it does not load for another reason.
struct UndecidedRule: LuaRule {
  let code = "undecided"
  let summary = "A decision that is marked with `todo`"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = condition { '具有较好基础', ↓todo '怎样判断' }", "fields { sites = ↓todo('名称', count '示范点') }",
        "↓todo '分值' ↓todo('分值')", "local later = ↓todo tostring(later)",
      ],
      passing: ["local _x = '待定 todo' -- todo", "local t = {} t.todo = 1"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .globalRead(let token, .word(.todo)) = context.event else { return }
    let decision = Self.argument(after: token, context.resolution.file)
    report.add(
      self, at: token,
      Wording(
        "还没有决定\(decision.map { "：\($0)" } ?? "")；决定以后去掉这里的 todo",
        "not decided\(decision.map { ": \($0)" } ?? ""); once it is, remove this todo"))
  }

  /// Returns the string literal that a call at a token has as its first argument; nil if it has none.
  private static func argument(after token: Int, _ file: LuaFile) -> String? {
    let next = token + 1 < file.tokens.count && file.written(token + 1) == "(" ? token + 2 : token + 1
    // Of the escapes, a draft writes only that of a quotation mark.
    return file.content(ofText: next)?.replacing("\\\"", with: "\"").printable(limit: 300)
  }
}
