/// A quantity that is the quotient of two quantities of the same measure; unknown if the divisor is not above 0.
struct RatioQuantity: QuantityKind {
  var dividend: QuantityID
  var divisor: QuantityID

  var source: Quantity.Source { .ratio(dividend, divisor) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&dividend, in: .any)
    visitor.visit(&divisor, in: .any)
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { true }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { possible.canBeNegative(dividend) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    let swapped = RatioQuantity(dividend: divisor, divisor: dividend)
    let (first, second) = (context.checks[dividend].label, context.checks[divisor].label)
    return [Mutation(.swapping(first, second, in: quantity.label), quantity.with(swapped.source))]
  }

  /// Returns the description of a comparison of the ratio with a proportion.
  func description(_ comparison: Comparison, _ bound: Bound, in checks: Checks) -> String? {
    let (first, second) = (checks[dividend].label, checks[divisor].label)
    return switch bound.proportion?.notation {
    case .pair: "\(first)与\(second)之比\(comparison.phrase)\(bound.text)"
    case .multiple: "\(first)\(comparison.phrase)\(second)的\(bound.text)"
    case .plain, .percent, .permille, nil: nil
    }
  }
}
