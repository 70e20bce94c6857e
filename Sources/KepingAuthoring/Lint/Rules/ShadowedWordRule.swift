import KepingCore
import KepingPlugins

/// Reports a local that hides a word or field, since in its scope the name has another meaning than elsewhere.
struct ShadowedWordRule: LuaRule {
  let code = "shadowed-word"
  let isRemark = true
  let summary = "A local with the name of a word or of a field"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local ↓count = 1 tostring(count)", "local ↓title = 1 tostring(title)", "local function ↓target() end target()",
        "fields { sites = count '示范点' } local ↓units = 1 tostring(units)",
      ],
      passing: [
        "local sites = 1 tostring(sites)", "local _title = title", "for title = 1, 2 do tostring(title) end",
        "local _f = function(title) return title end", "local given = 1 tostring(given)",
        "local growth = 1 tostring(growth)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .fileEnded = context.event else { return }
    for variable in context.resolution.variables where variable.mustBeUsed && !variable.name.hasPrefix("_") {
      guard let kind = shadowed(by: variable, context) else { continue }
      report.add(
        self, at: variable.token,
        Wording(
          "局部变量“\(variable.name)”遮住了同名的\(kind.chinese)，请换一个名称",
          "the local '\(variable.name)' hides the \(kind.english) of that name; choose another name"))
    }
  }

  /// Returns what a local hides, or nil if it hides nothing.
  private func shadowed(by variable: LuaVariable, _ context: LuaRuleContext) -> Wording? {
    // A word that is newer than the plugin's api is no mistake of its author.
    let word = Word.standalone[variable.name].flatMap { context.surroundings.laterWords.contains($0) ? nil : $0 }
    if word != nil || Word.values.contains(variable.name) { return Wording("词汇", "word of the vocabulary") }
    // A field that the plugin declares after the local is not hidden.
    let isBelowDeclarations = variable.token > context.resolution.lastDeclaration ?? -1
    let isField =
      Schema.host.child(variable.name, of: nil) != nil
      || (isBelowDeclarations && context.surroundings.hasField(variable.name))
    return isField ? Wording("字段", "field") : nil
  }
}
