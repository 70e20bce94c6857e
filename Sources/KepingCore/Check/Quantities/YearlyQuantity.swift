/// A quantity that is the amount of one year in a field of amounts by year.
struct YearlyQuantity: QuantityKind {
  let slot: Int
  let year: Int

  var source: Quantity.Source { .yearly(slot: slot, year: year) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.year(year, slot: slot)) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { true }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    [year - 1, year + 1].map { other in
      Mutation(
        Wording("“\(quantity.label)”按\(other)年", "take \(other) for '\(quantity.label)'"),
        quantity.with(.yearly(slot: slot, year: other)))
    }
  }
}
