import KepingCore
import KepingPlugins

/// Reports an unknown field, which the host refuses at load only if that line runs.
struct UnknownFieldRule: LuaRule {
  let code = "unknown-member"
  let summary = "A name after a field that is neither a field in it nor a method"

  var examples: LuaRuleExamples {
    LuaRuleExamples(
      triggering: [
        "local _x = applicant.↓nmae", "local _x = applicant:↓knd 'x'", "local a = applicant tostring(a.↓knd)",
      ],
      passing: ["local _x = applicant.name", "local _x = applicant.kind:is 'x'", "local _f = function(a) return a.nmae end"])
  }

  func check(_ context: LuaRuleContext, _ report: inout LuaReport) {
    guard case .memberNamed(let token, .node(let parent?)) = context.event else { return }
    let name = context.written(token)
    guard context.surroundings.field(name, in: parent) == nil, Word.methods[name] == nil else { return }
    // The plugin did not load, and declares such a field where loading did not come.
    guard !context.surroundings.isOpen, !context.surroundings.innerFields.contains(name) else { return }
    report.add(self, at: token, wording(for: name, in: parent, context.surroundings.schema))
  }

  private func wording(for name: String, in parent: Int, _ schema: Schema) -> Wording {
    let path = schema.nodes[parent].path
    return Wording("字段 \(path) 没有“\(name)”", "the field \(path) has no '\(name)'")
      .suggesting(name, among: schema.names(in: parent) + Word.methods.keys.sorted())
  }
}
