/// A quantity that is the number of a field.
struct FieldQuantity: QuantityKind {
  let slot: Int
  let tally: Int?

  var source: Quantity.Source { .field(slot: slot, tally: tally) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.number(slot)) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { !possible.given.contains(tally ?? slot) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] { [] }
}
