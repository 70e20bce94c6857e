/// A quantity that is the sum of counts of a tally.
struct TallyQuantity: QuantityKind {
  let slots: [Int]
  let tally: Int

  var source: Quantity.Source { .tally(slots: slots, tally: tally) }

  mutating func visit(_ visitor: inout some PartVisitor) { for slot in slots { visitor.visit(.number(slot)) } }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { !possible.given.contains(tally) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    guard slots.count > 1 else { return [] }
    return slots.indices.map { index in
      let count = context.schema.label(ofSlot: slots[index])
      var rest = slots
      rest.remove(at: index)
      return Mutation(.leavingOut(count, of: quantity.label), quantity.with(.tally(slots: rest, tally: tally)))
    }
  }
}
