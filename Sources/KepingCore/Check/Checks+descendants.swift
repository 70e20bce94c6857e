extension Checks {
  /// The checks that a check is made of; empty where it looks at the record itself.
  public func parts(of id: CheckID) -> [CheckID] {
    var collector = ChildCollector()
    visit(id, &collector)
    return collector.children
  }

  /// The checks within another, itself first, in the order they are written in.
  public func descendants(of id: CheckID) -> [CheckID] {
    [id] + parts(of: id).flatMap { descendants(of: $0) }
  }
}

private struct ChildCollector: PartVisitor {
  var children: [CheckID] = []

  mutating func visit(_ check: inout CheckID) { children.append(check) }
}
