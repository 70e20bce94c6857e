/// A check that compares the span between two days with a bound such as `1年`.
///
/// It compares days and not the number of whole years: a span is at least a year if its end is not before its start plus a year.
public struct CompareSpanCheck: CheckKind {
  /// The span, which is a quantity with a source of the kind ``Quantity/Source/span(_:)``.
  public private(set) var quantity: QuantityID
  /// The comparison, with the span on the left side and the bound on the right.
  public let comparison: Comparison
  /// The bound in effect, which the configuration may have changed; its ``Bound/months`` is not nil.
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

  var check: Check { .compareSpan(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&quantity, in: .any)
    visitor.visit(&bound, reason: reason)
  }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    possible.answers(canBeUnknown: possible.canBeUnknown(quantity))
  }

  func description(in checks: Checks) -> String {
    checks[quantity].label + comparison.phrase + bound.text + (reason.map { "（\($0)）" } ?? "")
  }

  func topic(in checks: Checks) -> Topic? { Topic(text: checks[quantity].label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let moved = bound.neighbours().map { CompareSpanCheck(quantity, comparison, $0, reason: nil) }
    let altered = comparison.alternatives.map { CompareSpanCheck(quantity, $0, bound, reason: nil) }
    return (moved + altered).map { context.changed(id, to: $0) }
  }
}
