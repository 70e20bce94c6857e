extension Schema {
  /// Replaces the words of one of the host's fields by those of a program.
  public mutating func relabel(_ node: Int, _ labels: FieldLabels) {
    nodes[node].replaceField(by: nodes[node].field.relabelled(labels))
  }

  /// The host's schema in the words of the program whose schema this is; nil if they are those of the host.
  var hostInOwnWords: Schema? {
    var host = Schema.host
    var isRelabelled = false
    for node in host.nodes.indices where nodes[node].field.isRelabelled {
      host.nodes[node].replaceField(by: nodes[node].field)
      isRelabelled = true
    }
    return isRelabelled ? host : nil
  }

  /// Returns the host's schema, whose fields and values also have the labels of some programs.
  ///
  /// A sheet is read by it as long as the program of a row is not known.
  package static func host(accepting programs: [Schema]) -> Schema {
    var host = Schema.host
    for program in programs {
      for node in host.nodes.indices where program.nodes[node].field.isRelabelled {
        host.nodes[node].replaceField(by: host.nodes[node].field.accepting(program.nodes[node].field))
      }
    }
    return host
  }

  /// Returns whether a program has words of its own for a field or for any field in it.
  public func hasRelabelledFields(in node: Int) -> Bool {
    nodes[node].field.isRelabelled || nodes[node].children.contains(where: hasRelabelledFields)
  }
}
