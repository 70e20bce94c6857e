extension Checks {
  /// The checks within another, itself first, in the order they are written in.
  public func descendants(of id: CheckID) -> [CheckID] {
    var found = [id]
    switch self[id] {
    case .all(let children), .anyOf(let children): for child in children { found += descendants(of: child) }
    case .not(let child), .leftOpen(let child, _): found += descendants(of: child)
    default: break
    }
    return found
  }

  /// The bounds within a check, in the order they are written in.
  public func bounds(of id: CheckID) -> [(check: CheckID, bound: Bound, reason: String?)] {
    descendants(of: id).compactMap { check in
      if case .compare(_, _, let bound, let reason, _) = self[check] { (check, bound, reason) } else { nil }
    }
  }

  /// A copy of a check in which one bound is another; checks shared with other clauses stay as they are.
  public mutating func replacing(boundOf target: CheckID, by bound: Bound, in id: CheckID) -> CheckID {
    guard descendants(of: id).contains(target) else { return id }
    switch self[id] {
    case .compare(let quantity, let comparison, _, let reason, let written) where id == target:
      return add(.compare(quantity, comparison, bound, reason: reason, written: written))
    case .all(let children):
      let copies = children.map { replacing(boundOf: target, by: bound, in: $0) }
      return add(.all(copies))
    case .anyOf(let children):
      let copies = children.map { replacing(boundOf: target, by: bound, in: $0) }
      return add(.anyOf(copies))
    case .not(let child):
      let copy = replacing(boundOf: target, by: bound, in: child)
      return add(.not(copy))
    case .leftOpen(let child, let reason):
      let copy = replacing(boundOf: target, by: bound, in: child)
      return add(.leftOpen(copy, reason: reason))
    default: return id
    }
  }
}
