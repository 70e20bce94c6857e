import KepingCore

/// Reports a key that a table has twice: Lua keeps the last value and drops the first without a word.
struct DuplicateKeyRule: LuaRule {
  let code = "duplicate-key"
  let summary = "A key that is written twice in one table"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _x = { a = 1, ↓a = 2 }", "local _x = { a = 1, b = 2, [↓'a'] = 3 }"],
      passing: ["local _x = { a = 1, b = { a = 2 } }", "local _x = { 1, 1, [1] = 2 }"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .tableMade(let fields, _) = context.event else { return }
    var first: [String: Int] = [:]
    for field in fields {
      guard let (name, token) = key(of: field, context) else { continue }
      guard let earlier = first.updateValue(token, forKey: name) else { continue }
      let line = context.resolution.file.tokens[earlier].line
      report.add(
        self, at: token,
        Wording(
          "“\(name)”在第\(line)行已经写过，Lua 只留后一个；请删去一个，或换一个名称",
          "'\(name)' is already written on line \(line), and Lua keeps only the last one; remove one, or choose another name"))
    }
  }

  /// Returns the name of a field that is written literally, with its token.
  private func key(of field: LuaTableField, _ context: LuaRuleContext) -> (String, Int)? {
    switch field.key {
    case .name(let token): (context.written(token), token)
    case .expression(let key): if case .text(let name) = key.kind { (name, key.tokens.lowerBound) } else { nil }
    case .position: nil
    }
  }
}
