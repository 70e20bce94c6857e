extension Schema {
  /// The field that a path of a result speaks of: without the year, the index in a list, or the kinds of a tally.
  func node(of path: String) -> Int? {
    var plain = path.prefix { $0 != "(" && $0 != "[" }
    if let dot = plain.lastIndex(of: "."), plain[plain.index(after: dot)...].allSatisfy(\.isNumber) { plain = plain[..<dot] }
    return nodes.indices.first { nodes[$0].path == plain }
  }

  /// A path in a clerk's words; the path itself where it is no field's.
  package func label(of path: String) -> String {
    guard let node = node(of: path) else { return path }
    let label = nodes[node].field.label
    if nodes[node].field.type == .yearlyMoney {
      let year = path.split(separator: ".").last.map(String.init) ?? ""
      return year.count == 4 && year.allSatisfy(\.isNumber) ? "\(year)年\(label)" : label
    }
    // A field of a list's element: the list's name, the element's number, the field's name.
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close])
    else { return label }
    let rest = path[path.index(after: close)...].dropFirst()
    let field = nodes[node].children.first { nodes[$0].path == rest }.map { nodes[$0].field.label }
    return "\(label)\(number + 1)\(field ?? "")"
  }
}
