import KepingCore

/// The record schema of programs as JSON Schema 2020-12, with Chinese titles.
public enum RecordSchema {
  /// Returns the schema of one application, with one alternative (`anyOf`) for the year, directions and fields of each program.
  public static func json(_ programs: [Program]) -> Bytes {
    var json: Bytes = []
    json.append("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"科技计划项目申报书\",")
    let host = hostFields(of: programs)
    appendObject(host, host.roots, to: &json)
    if !programs.isEmpty {
      json.append(",\"anyOf\":[")
      for (index, program) in programs.enumerated() {
        if index > 0 { json.append(",") }
        json.append("{\"title\":")
        json.append(json: "\(program.plan.title)（\(program.year)年度，\(program.reference.id)）")
        json.append(",\"properties\":{\"year\":{\"const\":\(program.year)},\"direction\":{\"oneOf\":[")
        for (directionIndex, direction) in program.directions.enumerated() {
          if directionIndex > 0 { json.append(",") }
          json.append("{\"const\":")
          json.append(json: direction.id)
          json.append(",\"title\":")
          json.append(json: direction.title)
          json.append("}")
        }
        json.append("]}")
        for root in program.schema.inWrittenOrder(program.schema.roots) where hasOwnField(program.schema, root, host) {
          json.append(",")
          appendMember(program.schema, root, to: &json)
        }
        json.append("}}")
      }
      json.append("]")
    }
    json.append("}\n")
    return json
  }

  /// Returns the fields of the host, without the later ones that one of the programs declares differently.
  private static func hostFields(of programs: [Program]) -> Schema {
    var host = Schema.host
    host.addLaterFields { path in
      programs.contains { program in program.schema.nodes.contains { $0.path == path && !$0.isHost } }
    }
    return host
  }

  /// Returns whether a program has a root field, or a field in it, that the host does not have for all programs, or not in the
  /// same words.
  private static func hasOwnField(_ schema: Schema, _ root: Int, _ host: Schema) -> Bool {
    let field = schema.nodes[root].field
    guard let known = host.child(field.name, of: nil), schema.nodes[root].isHost else { return true }
    if schema.hasRelabelledFields(in: root) { return true }
    return schema.nodes[root].children.contains { child in
      !schema.nodes[child].isHost || host.child(schema.nodes[child].field.name, of: known) == nil
    }
  }

  private static func appendMember(_ schema: Schema, _ nodeIndex: Int, to json: inout Bytes) {
    json.append(json: schema.nodes[nodeIndex].field.name)
    json.append(":")
    append(schema, nodeIndex, to: &json)
  }

  /// Appends the schema of an object with the given children, without the braces: `"type":"object",…`.
  private static func appendObject(_ schema: Schema, _ children: [Int], to json: inout Bytes) {
    json.append("\"type\":\"object\",\"properties\":{")
    for (index, child) in schema.inWrittenOrder(children).enumerated() {
      if index > 0 { json.append(",") }
      appendMember(schema, child, to: &json)
    }
    json.append("}")
    let required = children.filter { schema.nodes[$0].field.isRequired }
    guard !required.isEmpty else { return }
    json.append(",\"required\":[")
    for (index, child) in required.enumerated() {
      if index > 0 { json.append(",") }
      json.append(json: schema.nodes[child].field.name)
    }
    json.append("]")
  }

  private static func append(_ schema: Schema, _ nodeIndex: Int, to json: inout Bytes) {
    let node = schema.nodes[nodeIndex]
    json.append("{\"title\":")
    json.append(json: node.field.label)
    json.append(",")
    if node.field.isRequired {
      appendValue(schema, node, to: &json)
    } else {
      // An absent value, null and an empty text mean the same.
      json.append("\"anyOf\":[{\"enum\":[null,\"\"]},{")
      appendValue(schema, node, to: &json)
      json.append("}]")
    }
    json.append("}")
  }

  /// Appends the schema of a value that is present, without the braces.
  private static func appendValue(_ schema: Schema, _ node: Schema.Node, to json: inout Bytes) {
    node.field.type.kind.appendSchema(to: &json) { appendObject(schema, node.children, to: &$0) }
  }
}
