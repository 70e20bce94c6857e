/// A check that compares a quantity with a bound.
public struct CompareCheck: CheckKind {
  /// The quantity that the check compares.
  public private(set) var quantity: QuantityID
  /// The comparison, with the quantity on the left side and the bound on the right.
  public let comparison: Comparison
  /// The bound in effect, which the configuration may have changed.
  public private(set) var bound: Bound
  /// The reason why the bound does not appear in the quote; nil if none is given.
  public internal(set) var reason: String?
  /// The bound as written in the plugin.
  public let written: Bound

  /// Creates a check with the bound that the plugin writes.
  public init(_ quantity: QuantityID, _ comparison: Comparison, _ bound: Bound, reason: String?) {
    self.quantity = quantity
    self.comparison = comparison
    self.bound = bound
    self.reason = reason
    written = bound
  }

  var check: Check { .compare(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&quantity, in: .unit(bound.unit))
    visitor.visit(&bound, reason: reason)
  }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    let answers = possible.answers(canBeUnknown: possible.canBeUnknown(quantity))
    // Most amounts and counts are never negative, so with a bound of 0 or below, `>=` always holds and `<` never does.
    guard bound.value <= 0, !possible.canBeNegative(quantity) else { return answers }
    switch comparison {
    case .atLeast: return answers.subtracting([.unmet])
    case .lessThan: return answers.subtracting([.met])
    case .moreThan, .atMost: return answers
    }
  }

  func description(in checks: Checks) -> String {
    let reason = reason.map { "（\($0)）" } ?? ""
    if case .ratio(let first, let second) = checks[quantity].source,
      let text = RatioQuantity(dividend: first, divisor: second).description(comparison, bound, in: checks)
    {
      return text + reason
    }
    return checks[quantity].label + comparison.phrase + bound.text + reason
  }

  func topic(in checks: Checks) -> Topic? { Topic(text: checks[quantity].label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let moved = bound.neighbours(context.step(of: quantity)).map { CompareCheck(quantity, comparison, $0, reason: nil) }
    let altered = comparison.alternatives.map { CompareCheck(quantity, $0, bound, reason: nil) }
    return (moved + altered).map { context.changed(id, to: $0) }
  }
}
