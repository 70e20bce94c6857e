import KepingCore
import KepingPlugins

/// Reports a module that the plugin does not have, also where the call has not run.
struct UnknownModuleRule: LuaRule {
  let code = "unknown-module"
  let summary = "`require` of a file that the plugin does not have"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: ["local _f = function() return require(↓'feilds') end"],
      passing: ["require(tostring(1))"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .called(.builtin("require"), _, let arguments) = context.event, case .text(let name)? = arguments.first?.kind,
      !context.surroundings.modules.contains(name)
    else { return }
    let known = context.surroundings.modules.sorted()
    report.add(self, at: arguments[0].tokens.lowerBound, Plugin.unknownModule(name, among: known))
  }
}
