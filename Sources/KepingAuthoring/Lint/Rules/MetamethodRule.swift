import KepingCore
import KepingPlugins

/// Reports metamethods that `setmetatable` refuses when it runs.
struct MetamethodRule: LuaRule {
  let code = "refused-metamethod"
  let summary = "A metamethod that the sandbox refuses"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _f = function() return setmetatable({}, { ↓__gc = tostring, __index = {} }) end"],
      passing: ["local _t = setmetatable({}, { __index = {}, __add = tostring, other = 1 })"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .called(.builtin("setmetatable"), _, let arguments) = context.event, arguments.count > 1,
      case .table(let fields) = arguments[1].kind
    else { return }
    for case .name(let token) in fields.map(\.key) {
      let name = context.written(token)
      if name.hasPrefix("__"), !LuaLibrary.metamethods.contains(name) {
        report.add(self, at: token, LuaLibrary.refusedMetamethod(name))
      }
    }
  }
}
