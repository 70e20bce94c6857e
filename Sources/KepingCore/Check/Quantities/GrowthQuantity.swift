/// A quantity that is the growth of one quantity over another as a share of the latter; unknown if the latter is not above 0.
struct GrowthQuantity: QuantityKind {
  var current: QuantityID
  var base: QuantityID

  var source: Quantity.Source { .growth(current, base) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&current, in: .any)
    visitor.visit(&base, in: .any)
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { true }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { true }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    let swapped = GrowthQuantity(current: base, base: current)
    let (first, second) = (context.checks[current].label, context.checks[base].label)
    return [Mutation(.swapping(first, second, in: quantity.label), quantity.with(swapped.source))]
  }
}
