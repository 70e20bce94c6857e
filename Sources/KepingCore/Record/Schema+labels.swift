extension Schema {
  /// Returns the node of the field that a path of a result refers to.
  ///
  /// A year, the index in a list, or the kinds of a tally at the end of the path are ignored. Fields of lists' elements are not
  /// found, because their paths begin at the element.
  func node(of path: String) -> Int? {
    var plain = path.prefix { $0 != "(" && $0 != "[" }
    if let dot = plain.lastIndex(of: "."), plain[plain.index(after: dot)...].allSatisfy(\.isNumber) { plain = plain[..<dot] }
    return node(withPath: plain)
  }

  /// Returns whether no result may show the value of the field at a path.
  func isPrivate(_ path: String) -> Bool { node(of: path).map { nodes[$0].field.isPrivate } ?? false }

  /// Returns the label of the field that is kept in a slot of the record itself.
  func label(ofSlot slot: Int) -> String {
    guard let node = node(ofSlot: slot) else { preconditionFailure("slot \(slot) is no field's") }
    return nodes[node].field.label
  }

  /// Returns the node of the field that is kept in a slot of the record itself; nil if there is none.
  package func node(ofSlot slot: Int) -> Int? { node(ofSlot: slot, among: roots) }

  private func node(ofSlot slot: Int, among candidates: [Int]) -> Int? {
    for candidate in candidates {
      if nodes[candidate].slot == slot { return candidate }
      // The fields of a list's elements have slots of their own.
      if case .objects = nodes[candidate].field.type { continue }
      if let found = node(ofSlot: slot, among: nodes[candidate].children) { return found }
    }
    return nil
  }

  /// Returns the label of a path as shown to clerks, or the path itself if it is not the path of a field.
  package func label(of path: String) -> String {
    guard let node = node(of: path) else { return path }
    let label = nodes[node].field.label
    if nodes[node].field.type == .yearlyMoney {
      let year = path.split(separator: ".").last.map(String.init) ?? ""
      return year.count == 4 && year.allSatisfy(\.isNumber) ? "\(year)年\(label)" : label
    }
    // The label of a field in a list's element consists of the list's label, the element's number and the field's label. The
    // number may be out of range, because an unknown key of a record may look like such a path.
    guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close]), (0..<Int.max).contains(number)
    else { return label }
    let rest = path[path.index(after: close)...].dropFirst()
    let field = nodes[node].children.first { nodes[$0].path == rest }.map { nodes[$0].field.label }
    return "\(label)\(number + 1)\(field ?? "")"
  }

  /// Returns the label of a field in an element of a list, as a sentence names it: `第2个联合申报单位的统一社会信用代码`.
  func label(ofField name: String, ofElement index: Int, of list: String) -> String {
    guard let list = node(withPath: list[...]), let field = child(name, of: list) else { return name }
    return "第\(index + 1)个\(nodes[list].field.label)的\(nodes[field].field.label)"
  }
}
