import KepingCore
import KepingPlugins

extension ProgramRemarks {
  /// Returns a remark for each label that two fields of a group, or two choices of a field, share, which one sheet cannot tell apart.
  static func labels(_ loaded: PluginProgram) -> [Diagnostic] {
    let schema = loaded.program.schema
    var found: [Diagnostic] = []
    for nodes in [schema.roots] + schema.nodes.map(\.children) {
      let own = nodes.filter { !schema.nodes[$0].isHost }
      let parts = own.map { (schema.nodes[$0].path, schema.nodes[$0].field.label) }
      if let (first, second, label) = repeated(parts) {
        found.append(shared(label, first, second, in: loaded))
      }
      for node in own {
        let choices = schema.nodes[node].field.type.choices.map { ($0.value, $0.label) }
        if let (first, second, label) = repeated(choices) {
          found.append(shared(label, "\(schema.nodes[node].path) \(first)", second, in: loaded))
        }
      }
    }
    return found
  }

  private static func repeated(_ parts: [(name: String, label: String)]) -> (String, String, String)? {
    var names: [String: String] = [:]
    for (name, label) in parts {
      if let other = names.updateValue(name, forKey: label) { return (other, name, label) }
    }
    return nil
  }

  private static func shared(_ label: String, _ first: String, _ second: String, in loaded: PluginProgram) -> Diagnostic {
    remark(
      Diagnostic(
        path: loaded.plugin.path, code: "shared-label",
        Wording(
          "“\(label)”同时是 \(first) 和 \(second) 的名称，填表的人分不清，请改其中一个",
          "'\(label)' is the label of both \(first) and \(second), which nobody can tell apart in a sheet; change one of them")))
  }
}
