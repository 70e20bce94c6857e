extension Checks {
  /// Returns the bounds of a check and of its ``descendants(of:)``, in the order in which they are written.
  ///
  /// `reason` explains why the bound does not appear in the quote; nil if no reason is given.
  public func bounds(of id: CheckID) -> [(check: CheckID, bound: Bound, reason: String?)] {
    descendants(of: id).flatMap { check in
      var collector = BoundCollector()
      visit(check, &collector)
      return collector.bounds.map { (check, $0.bound, $0.reason) }
    }
  }

  /// Adds a copy of a check in which the bound of one descendant is replaced, and returns the identifier of the copy.
  ///
  /// The original checks stay unchanged, because other clauses may share them.
  /// - Parameters:
  ///   - target: the check whose bound is replaced.
  ///   - bound: the new bound.
  ///   - id: the check to copy.
  /// - Returns: `id` if `target` is not one of its descendants.
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

/// Collects the bounds of a check, without those of its parts.
private struct BoundCollector: PartVisitor {
  var bounds: [(bound: Bound, reason: String?)] = []

  mutating func visit(_ bound: inout Bound, reason: String?) { bounds.append((bound, reason)) }
}

/// Replaces the parts of a check, and its own bound if a new one is given.
private struct BoundReplacer: PartVisitor {
  var children: ArraySlice<CheckID>
  let bound: Bound?

  mutating func visit(_ check: inout CheckID) { check = children.removeFirst() }
  mutating func visit(_ bound: inout Bound, reason: String?) { bound = self.bound ?? bound }
}
