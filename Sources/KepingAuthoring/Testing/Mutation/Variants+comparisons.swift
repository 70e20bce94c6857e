import KepingCore

extension Variants {
  /// The changes of a bound, and of two quantities that are held against each other.
  func comparisons(_ id: CheckID) -> [Variant<CheckID>] {
    switch checks[id] {
    case .compare(let quantity, let comparison, let bound, let reason, _):
      func variant(_ comparison: Comparison, _ bound: Bound) -> Variant<CheckID> {
        let check = Check.compare(quantity, comparison, bound, reason: nil, written: bound)
        return instead(id, check, .changing(words(id), to: checks.words(of: check)))
      }
      let moved = [bound.value - 1, bound.value + 1].filter { $0 >= 0 }.map { Bound(value: $0, unit: bound.unit) }
      return moved.map { variant(comparison, $0) } + comparison.turned.map { variant($0, bound) }
        + of(quantity).map {
          $0.within { $0.add(.compare($1, comparison, bound, reason: reason, written: bound)) }
        }
    case .compareQuantities(let left, let comparison, let right):
      let turned = comparison.turned.map { Check.compareQuantities(left, $0, right) }
      return (turned + [.compareQuantities(right, comparison, left)]).map {
        instead(id, $0, .changing(words(id), to: checks.words(of: $0)))
      }
        + of(left).map { $0.within { $0.add(.compareQuantities($1, comparison, right)) } }
        + of(right).map { $0.within { $0.add(.compareQuantities(left, comparison, $1)) } }
    default: return []
    }
  }
}

extension Comparison {
  /// What might have been meant: with or without the bound itself, and the other way round.
  fileprivate var turned: [Comparison] {
    switch self {
    case .atLeast: [.moreThan, .lessThan]
    case .moreThan: [.atLeast, .atMost]
    case .atMost: [.lessThan, .moreThan]
    case .lessThan: [.atMost, .atLeast]
    }
  }
}
