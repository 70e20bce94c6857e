import KepingCore
import KepingPlugins

/// Reports an unknown member of a library: it is nil, and calling it fails only when the call runs.
struct UnknownMemberRule: LuaRule {
  let code = "unknown-member"
  let summary = "A member that a library of the sandbox's Lua, or a text, does not have"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _f = string.↓gsub", "tostring(('中'):↓mtach())", "tostring(math.↓flor(1.5))",
        "local text = string tostring(text.↓gmatch)",
      ],
      passing: [
        "tostring(string.upper('a'))", "tostring(('中'):rep(2))", "local t = { gsub = 1 } tostring(t.gsub)",
        "local text = string text = {} tostring(text.gmatch)",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .memberNamed(let token, let owner) = context.event, let library = library(owner) else { return }
    let name = context.written(token)
    guard LuaLibrary.members[library]?.contains(name) != true else { return }
    report.add(self, at: token, LuaLibrary.unknownMember(name, of: library))
  }

  private func library(_ owner: LuaMeaning) -> String? {
    switch owner {
    case .library(let name): name
    case .text: "string"
    default: nil
    }
  }
}
