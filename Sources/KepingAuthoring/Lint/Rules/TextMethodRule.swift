import KepingCore
import KepingPlugins

/// Reports the methods of Lua's texts for patterns, which the sandbox does not have, on values that the linter does not know.
struct TextMethodRule: LuaRule {
  let code = "unknown-member"
  let summary = "`:match`, `:gmatch` or `:gsub` on a value that can only be a text"

  private static let names: Set<String> = ["match", "gmatch", "gsub"]

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _f = function(s) return s:↓match('x') end", "local s = tostring(1) tostring(s:↓gsub('a', 'b'))",
        "local name = 'x' tostring(name:↓gmatch('x'))",
      ],
      passing: [
        "local t = { match = function(self) return self end } tostring(t:match())", "local _f = function(t) return t.match end",
        "local t = {} function t:match() return self end tostring(t:match())",
      ])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .fileEnded = context.event else { return }
    let own = context.resolution.defined.union(context.surroundings.definedMembers)
    for event in context.resolution.events {
      guard case .memberNamed(let token, let owner) = event, isUnknown(owner), token > 0, context.written(token - 1) == ":" else {
        continue
      }
      let name = context.written(token)
      if Self.names.contains(name), !own.contains(name) {
        report.add(self, at: token, LuaLibrary.unknownMember(name, of: "string"))
      }
    }
  }

  private func isUnknown(_ owner: LuaMeaning) -> Bool {
    switch owner {
    case .other, .parameter: true
    default: false
    }
  }
}
