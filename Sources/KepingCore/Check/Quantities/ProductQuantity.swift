/// A quantity that is a fixed share or multiple of another quantity.
struct ProductQuantity: QuantityKind {
  var operand: QuantityID
  let factor: Proportion

  var source: Quantity.Source { .product(operand, factor) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&operand, in: .outer) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { possible.canBeUnknown(operand) }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { possible.canBeNegative(operand) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    factor.neighbours.map { other in
      Mutation(
        .changing(quantity.label, to: "\(context.checks[operand].label)\(other.ofPhrase)"),
        quantity.with(.product(operand, other)))
    }
  }
}

extension Proportion {
  /// The proportion after the quantity that it is taken of: `的30%`, `的0.3倍`.
  public var ofPhrase: String { "的" + text + (notation == .plain ? "倍" : "") }
}
