extension Checks {
  /// Returns the bound that the plugin writes in place of a bound of a check, if the configuration has changed it; otherwise nil.
  ///
  /// - Parameters:
  ///   - bound: one of the check's ``ownBounds(of:)``.
  ///   - id: the check.
  public func written(inPlaceOf bound: Bound, of id: CheckID) -> Bound? {
    changes(of: id).first { $0.bound == bound && $0.written != bound }?.written
  }

  /// A bound in effect, and the bound that the plugin writes.
  private typealias Change = (bound: Bound, written: Bound)

  private func changes(of id: CheckID) -> [Change] {
    switch self[id] {
    case .compare(let check): changes(of: check.quantity) + [(check.bound, check.written)]
    case .compareSpan(let check): [(check.bound, check.written)]
    case .compareDates(let check):
      if let bound = check.other.day, let written = check.written { [(bound, written)] } else { [] }
    case .compareQuantities(let check): changes(of: check.left) + changes(of: check.right)
    case .any(let match): match.comparisons.map { ($0.bound, $0.written) }
    case .every(let check): check.match.comparisons.map { ($0.bound, $0.written) }
    default: []
    }
  }

  private func changes(of id: QuantityID) -> [Change] {
    switch self[id].source {
    case .elements(let elements): elements.match.comparisons.map { ($0.bound, $0.written) }
    case .product(let operand, let factor): changes(of: operand) + [(factor.bound, factor.written)]
    default: operands(of: self[id]).flatMap { changes(of: $0) }
    }
  }
}
