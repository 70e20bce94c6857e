extension Schema {
  /// The field that a path of a result speaks of: without the year, the index in a list, or the kinds of a tally.
  func node(of path: String) -> Int? {
    var plain = path.prefix { $0 != "(" && $0 != "[" }
    if let dot = plain.lastIndex(of: "."), plain[plain.index(after: dot)...].allSatisfy(\.isNumber) { plain = plain[..<dot] }
    return node(at: plain, among: roots)
  }

  /// The node of a path, of the record itself: the fields of lists' elements have paths of their own.
  private func node(at path: Substring, among candidates: [Int]) -> Int? {
    for candidate in candidates {
      if nodes[candidate].path == path { return candidate }
      if case .objects = nodes[candidate].field.type { continue }
      if let found = node(at: path, among: nodes[candidate].children) { return found }
    }
    return nil
  }

  /// The label of what is kept in a slot of the record itself.
  func label(ofSlot slot: Int) -> String {
    guard let label = label(ofSlot: slot, among: roots) else { preconditionFailure("slot \(slot) is no field's") }
    return label
  }

  private func label(ofSlot slot: Int, among candidates: [Int]) -> String? {
    for candidate in candidates {
      if nodes[candidate].slot == slot { return nodes[candidate].field.label }
      if case .objects = nodes[candidate].field.type { continue }
      if let found = label(ofSlot: slot, among: nodes[candidate].children) { return found }
    }
    return nil
  }

  /// A path in a clerk's words; the path itself where it is no field's.
  package func label(of path: String) -> String {
    guard let node = node(of: path) else { return path }
    let label = nodes[node].field.label
    if nodes[node].field.type == .yearlyMoney {
      let year = path.split(separator: ".").last.map(String.init) ?? ""
      return year.count == 4 && year.allSatisfy(\.isNumber) ? "\(year)年\(label)" : label
    }
    // A field of a list's element: the list's name, the element's number, the field's name. A key of the record may
    // look like one, with any number.
    guard let open = path.firstIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close]), (0..<Int.max).contains(number)
    else { return label }
    let rest = path[path.index(after: close)...].dropFirst()
    let field = nodes[node].children.first { nodes[$0].path == rest }.map { nodes[$0].field.label }
    return "\(label)\(number + 1)\(field ?? "")"
  }
}
