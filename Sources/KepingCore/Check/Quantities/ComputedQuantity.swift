/// A quantity that a plugin's function computes from its operands.
struct ComputedQuantity: QuantityKind {
  var call: FunctionCall

  var source: Quantity.Source { .computed(call) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&call) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { possible.canBeUnknown(call) }

  /// Returns no mutations; who calls the function can change its operands and its result.
  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] { [] }
}
