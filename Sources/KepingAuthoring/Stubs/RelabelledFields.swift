import KepingCore

/// The host's fields for which a plugin has words of its own.
///
/// The stubs of all plugins share the classes of the host's fields, so a plugin's words stand in a comment.
enum RelabelledFields {
  /// Returns a Lua comment with the words of a plugin for the host's fields; empty if it has none.
  static func comment(_ schema: Schema) -> String {
    let lines = schema.roots.flatMap { Self.lines(of: $0, in: "", schema) }
    return lines.isEmpty ? "" : "-- 主程序的字段在本专项里的名称：\n" + lines.map { "-- \($0)\n" }.joined() + "\n"
  }

  /// Returns a line for a field and for each field in it that has words of the plugin.
  private static func lines(of node: Int, in parent: String, _ schema: Schema) -> [String] {
    let field = schema.nodes[node].field
    let path = parent + field.name
    var lines: [String] = []
    if schema.nodes[node].isHost, field.isRelabelled {
      let values = field.type.choices.filter { !$0.otherLabels.isEmpty }.map { "\($0.value) \($0.label)" }
      let example = field.example.map { ["如\($0)"] } ?? []
      lines.append(([path, field.label] + values + example).joined(separator: " "))
    }
    return lines + schema.nodes[node].children.flatMap { Self.lines(of: $0, in: path + ".", schema) }
  }
}
