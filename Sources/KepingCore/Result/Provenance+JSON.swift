extension Provenance {
  /// Appends the provenance as a JSON object whose members are always in the same order.
  public func append(to buffer: inout Bytes) {
    buffer.append("{\"keping\":")
    buffer.append(json: version)
    Self.append(inputs, named: "inputs", to: &buffer) { input, buffer in
      let kind: [(String, String?)] = input.kind == .applications ? [] : [("kind", input.kind.rawValue)]
      Self.append([("file", input.name), ("sha256", input.sha256)] + kind, to: &buffer)
    }
    Self.append(programs, named: "programs", to: &buffer) { program, buffer in
      Self.append(
        [
          ("id", program.reference.id), ("version", program.reference.version), ("status", program.status.rawValue),
          ("sha256", program.sha256),
        ], to: &buffer)
    }
    Self.append(changes, named: "changes", to: &buffer) { change, buffer in
      Self.append(
        [
          ("section", change.section.rawValue), ("program", change.program), ("key", change.key), ("label", change.label),
          ("shipped", change.shipped), ("value", change.value),
        ], to: &buffer)
    }
    buffer.append("}")
  }

  /// Appends a member with an array of objects.
  private static func append<Element>(
    _ elements: [Element], named name: String, to buffer: inout Bytes, _ append: (Element, inout Bytes) -> Void
  ) {
    buffer.append(",\"\(name)\":[")
    for (index, element) in elements.enumerated() {
      if index > 0 { buffer.append(",") }
      append(element, &buffer)
    }
    buffer.append("]")
  }

  /// Appends an object with text members; nil becomes null.
  private static func append(_ members: [(name: String, text: String?)], to buffer: inout Bytes) {
    for (index, member) in members.enumerated() {
      buffer.append(index == 0 ? "{" : ",")
      buffer.append(json: member.name)
      buffer.append(":")
      if let text = member.text { buffer.append(json: text) } else { buffer.append("null") }
    }
    buffer.append("}")
  }
}
