/// A quantity that is the number of whole years or months between two days.
struct SpanQuantity: QuantityKind {
  let span: DateSpan

  var source: Quantity.Source { .span(span) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    span.start.visitField(&visitor)
    span.end.visitField(&visitor)
  }

  /// Returns whether a day may be absent, or the last one may be before the first one.
  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { true }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    let moved =
      span.start.neighbours.map { DateSpan(from: $0, to: span.end, in: span.unit, isAge: span.isAge) }
      + span.end.neighbours.map { DateSpan(from: span.start, to: $0, in: span.unit, isAge: span.isAge) }
    let swapped = Mutation(
      Wording("“\(quantity.label)”的起止日期对调", "swap the ends of '\(quantity.label)'"),
      DateSpan(from: span.end, to: span.start, in: span.unit, isAge: span.isAge).quantity)
    return moved.map { Mutation(.changing(quantity.label, to: $0.quantity.label), $0.quantity) } + [swapped]
  }
}
