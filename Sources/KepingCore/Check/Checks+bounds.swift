extension Checks {
  /// The bounds within a check, in the order they are written in.
  public func bounds(of id: CheckID) -> [(check: CheckID, bound: Bound, reason: String?)] {
    descendants(of: id).flatMap { check in
      var collector = BoundCollector()
      visit(check, &collector)
      return collector.bounds.map { (check, $0.bound, $0.reason) }
    }
  }

  /// A copy of a check in which one bound is another; checks shared with other clauses stay as they are.
  public mutating func replacing(boundOf target: CheckID, by bound: Bound, in id: CheckID) -> CheckID {
    guard descendants(of: id).contains(target) else { return id }
    var children: [CheckID] = []
    for child in parts(of: id) { children.append(replacing(boundOf: target, by: bound, in: child)) }
    var replacer = BoundReplacer(children: children[...], bound: id == target ? bound : nil)
    var check = self[id]
    check.visit(&replacer)
    return add(check)
  }
}

/// Collects the bounds of a check itself.
private struct BoundCollector: PartVisitor {
  var bounds: [(bound: Bound, reason: String?)] = []

  mutating func visit(_ bound: inout Bound, reason: String?) { bounds.append((bound, reason)) }
}

/// Replaces the checks that a check is made of, and its own bound where another is given.
private struct BoundReplacer: PartVisitor {
  var children: ArraySlice<CheckID>
  let bound: Bound?

  mutating func visit(_ check: inout CheckID) { check = children.removeFirst() }
  mutating func visit(_ bound: inout Bound, reason: String?) { bound = self.bound ?? bound }
}
