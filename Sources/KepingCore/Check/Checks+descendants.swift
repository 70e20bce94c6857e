extension Checks {
  /// Returns the checks that a check directly combines, without the operands of a plugin's function.
  ///
  /// The result is empty if the check reads the record itself.
  public func parts(of id: CheckID) -> [CheckID] {
    var collector = ChildCollector()
    visit(id, &collector)
    return collector.children
  }

  /// Returns a check and all checks that it combines, directly or indirectly, in the order in which they are written.
  ///
  /// The check itself is the first. The operands of a plugin's function are not included.
  public func descendants(of id: CheckID) -> [CheckID] {
    var found: [CheckID] = []
    appendDescendants(of: id, to: &found)
    return found
  }

  /// Appends a check and all checks that it combines; only one array grows, so that the cost follows the number of checks.
  private func appendDescendants(of id: CheckID, to found: inout [CheckID]) {
    found.append(id)
    for part in parts(of: id) { appendDescendants(of: part, to: &found) }
  }
}

private struct ChildCollector: PartVisitor {
  var children: [CheckID] = []

  mutating func visit(_ check: inout CheckID) { children.append(check) }
}
