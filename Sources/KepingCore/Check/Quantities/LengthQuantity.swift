/// A quantity that is the number of elements of a list.
struct LengthQuantity: QuantityKind {
  let slot: Int
  let absence: Absence

  var source: Quantity.Source { .length(slot: slot, absence: absence) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(slot)) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { absence == .unknown && !possible.given.contains(slot) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] { [] }
}
