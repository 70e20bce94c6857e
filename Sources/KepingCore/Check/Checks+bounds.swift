extension Checks {
  /// Returns the bounds of a check and of its ``descendants(of:)``, in the order in which they are written.
  ///
  /// `reason` explains why the bound does not appear in the quote; nil if no reason is given.
  public func bounds(of id: CheckID) -> [(check: CheckID, bound: Bound, reason: String?)] {
    descendants(of: id).flatMap { check in
      ownBounds(of: check).map { (check, $0.bound, $0.reason) }
    }
  }

  /// Returns the fixed days of the spans that a check and its ``descendants(of:)`` compare with a bound, with the bound's reason.
  ///
  /// The guideline states them as well, but they are parts of quantities, and the configuration cannot change them.
  public func fixedDays(of id: CheckID) -> [(bound: Bound, reason: String?)] {
    descendants(of: id).flatMap { check -> [(bound: Bound, reason: String?)] in
      guard case .compareSpan(let compare) = self[check], case .span(let span) = self[compare.quantity].source else { return [] }
      return span.fixedDays.map { ($0, compare.reason) }
    }
  }

  /// Returns the bounds of a check and of its quantities, without those of the checks that it combines.
  ///
  /// A quantity has bounds if it counts or adds the elements of a list that meet filters with bounds.
  public func ownBounds(of id: CheckID) -> [(bound: Bound, reason: String?)] {
    var collector = BoundCollector(checks: self)
    visit(id, &collector)
    return collector.bounds
  }

  /// Adds a copy of a check in which bounds of descendants are replaced, and returns the identifier of the copy.
  ///
  /// The original checks stay unchanged, because other clauses may share them.
  /// - Parameters:
  ///   - bounds: the new bounds by check, and by their indices among the ``ownBounds(of:)`` of the check.
  ///   - id: the check to copy.
  /// - Returns: `id` if none of its descendants has a new bound.
  public mutating func replacing(_ bounds: [CheckID: [Int: Bound]], in id: CheckID) -> CheckID {
    guard descendants(of: id).contains(where: { bounds[$0] != nil }) else { return id }
    var children: [CheckID] = []
    for child in parts(of: id) { children.append(replacing(bounds, in: child)) }
    var replacer = BoundReplacer(checks: self, children: children[...], bounds: bounds[id] ?? [:])
    var check = self[id]
    check.visit(&replacer)
    self = replacer.checks
    return add(check)
  }

  /// Adds a copy of a quantity in which bounds of its filters are replaced, and returns the identifier of the copy.
  /// - Parameters:
  ///   - bounds: the new bounds by their indices among those of the quantity.
  ///   - id: the quantity to copy.
  public mutating func replacing(_ bounds: [Int: Bound], in id: QuantityID) -> QuantityID {
    var replacer = BoundReplacer(checks: self, children: [], bounds: bounds)
    var quantity = id
    replacer.visit(&quantity, in: .any)
    self = replacer.checks
    return quantity
  }
}

/// Collects the bounds of a check and of its quantities, without those of its parts.
private struct BoundCollector: PartVisitor {
  let checks: Checks
  var bounds: [(bound: Bound, reason: String?)] = []

  init(checks: Checks) { self.checks = checks }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { checks.visit(quantity, &self) }
  mutating func visit(_ bound: inout Bound, reason: String?) { bounds.append((bound, reason)) }
}

/// Replaces the parts of a check, and those of its own bounds for which there are new ones.
private struct BoundReplacer: PartVisitor {
  var checks: Checks
  var children: ArraySlice<CheckID>
  /// The new bounds by their indices among those of the check.
  let bounds: [Int: Bound]
  /// The number of bounds visited so far.
  private var visited = 0

  init(checks: Checks, children: ArraySlice<CheckID>, bounds: [Int: Bound]) {
    self.checks = checks
    self.children = children
    self.bounds = bounds
  }

  mutating func visit(_ check: inout CheckID) { check = children.removeFirst() }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) {
    let before = visited
    let original = checks[quantity]
    var copy = original
    copy.visit(&self)
    // Only a quantity that contains a new bound is copied.
    if (before..<visited).contains(where: { bounds[$0] != nil }) {
      quantity = checks.add(copy.relabelled(from: original, in: checks))
    }
  }

  mutating func visit(_ bound: inout Bound, reason: String?) {
    bound = bounds[visited] ?? bound
    visited += 1
  }
}
