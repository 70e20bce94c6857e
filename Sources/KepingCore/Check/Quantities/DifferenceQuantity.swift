/// A quantity that is the difference of two quantities, which may be negative.
struct DifferenceQuantity: QuantityKind {
  var minuend: QuantityID
  var subtrahend: QuantityID

  var source: Quantity.Source { .difference(minuend, subtrahend) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&minuend, in: .outer)
    visitor.visit(&subtrahend, in: .outer)
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool {
    possible.canBeUnknown(minuend) || possible.canBeUnknown(subtrahend)
  }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { true }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    let swapped = DifferenceQuantity(minuend: subtrahend, subtrahend: minuend)
    let (first, second) = (context.checks[minuend].label, context.checks[subtrahend].label)
    return [
      Mutation(.leavingOut(second, of: quantity.label), context.checks[minuend]),
      Mutation(.swapping(first, second, in: quantity.label), quantity.with(swapped.source)),
    ]
  }
}
