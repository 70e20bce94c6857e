extension Schema {
  /// A number or a truth of a record, by which applications can be ordered.
  public struct OrderField: Sendable, Equatable {
    /// The index of the field in ``Schema/nodes``.
    public let node: Int
    /// The year, for a field with amounts by year; nil for other fields.
    public let year: Int?
  }

  /// Returns the number or truth with a path such as `budget.requested` or `applicant.rdExpense.2023`; nil if there is none.
  ///
  /// A field of a list's elements has no such path.
  public func orderField(_ path: String) -> OrderField? {
    if let node = node(withPath: path[...]) { return nodes[node].field.type.isOrdered ? OrderField(node: node, year: nil) : nil }
    guard let dot = path.lastIndex(of: "."), let node = node(withPath: path[..<dot]),
      nodes[node].field.type == .yearlyMoney
    else { return nil }
    let digits = path[path.index(after: dot)...]
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return OrderField(node: node, year: Int(digits))
  }

  /// Returns the paths by which applications can be ordered, with their labels.
  ///
  /// - Parameter year: the year in the paths of amounts by year.
  public func orderPaths(year: Int) -> [(path: String, label: String)] {
    nodes.indices.compactMap { index in
      let node = nodes[index]
      guard self.node(withPath: node.path[...]) == index else { return nil }
      if node.field.type == .yearlyMoney { return ("\(node.path).\(year)", "\(year)年\(node.field.label)") }
      return node.field.type.isOrdered ? (node.path, node.field.label) : nil
    }
  }

  /// Returns the field with a path outside of lists; nil if there is none.
  public func field(withPath path: String) -> Field? { node(withPath: path[...]).map { nodes[$0].field } }
}

extension FieldType {
  /// Whether the values are numbers or truths, of which more is better.
  fileprivate var isOrdered: Bool {
    switch self {
    case .flag, .count, .money, .year, .decimal, .percent: true
    case .text, .creditCode, .division, .time, .date, .choice, .yearlyMoney, .texts, .object, .objects, .tally: false
    }
  }
}
