import KepingCore
import KepingPlugins

/// Reports an unknown global: a misspelt name is nil in Lua, which fails only when it is used, if at all.
struct UnknownWordRule: LuaRule {
  let code = "unknown-word"
  let summary = "A global name that neither the vocabulary, the fields nor the sandbox's Lua has"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = ↓aplicant.name", "local _f = function() return ↓os.time() end", "↓dofile 'x'",
        "do local x = 1 tostring(x) end tostring(↓x)", "local _f = function(x) return x, ↓y end",
      ],
      passing: [
        "local _x = applicant.name", "local _x = year + 1", "tostring(string.rep('x', 2))", "local x = 1 tostring(x)",
        "local _f = function(...) return select('#', ...) end", "local _ENV = {} tostring(anything)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .globalRead(let token, .other) = context.event, !context.surroundings.isOpen else { return }
    let name = context.written(token)
    // `year` is defined, although the linter does not track its value.
    guard name != "year" else { return }
    report.add(self, at: token, LuaLibrary.unknownName(name, among: knownNames(context)))
  }

  /// Returns the names to suggest, with only the 200 innermost locals, since a hostile file may have very many.
  private func knownNames(_ context: LuaRuleContext) -> [String] {
    context.resolution.visibleNames(at: context.index).prefix(200) + context.surroundings.schema.names(in: nil)
      + context.surroundings.fields.sorted() + Word.standalone.keys.sorted() + Word.values + Word.luaNames
  }
}
