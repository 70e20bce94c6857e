/// A check that compares two quantities.
public struct CompareQuantitiesCheck: CheckKind {
  /// The quantity on the left side of the comparison.
  public private(set) var left: QuantityID
  /// The comparison of the two quantities.
  public let comparison: Comparison
  /// The quantity on the right side of the comparison.
  public private(set) var right: QuantityID

  /// Creates a check of two quantities.
  public init(_ left: QuantityID, _ comparison: Comparison, _ right: QuantityID) {
    self.left = left
    self.comparison = comparison
    self.right = right
  }

  var check: Check { .compareQuantities(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&left, in: .any)
    visitor.visit(&right, in: .any)
  }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    possible.answers(canBeUnknown: possible.canBeUnknown(left) || possible.canBeUnknown(right))
  }

  func description(in checks: Checks) -> String { checks[left].label + comparison.phrase + checks[right].label }

  func topic(in checks: Checks) -> Topic? { Topic(text: checks[left].label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let altered = comparison.alternatives.map { CompareQuantitiesCheck(left, $0, right) }
    return (altered + [CompareQuantitiesCheck(right, comparison, left)]).map { context.changed(id, to: $0) }
  }
}
