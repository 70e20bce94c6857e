/// What a plugin's function makes of its operands.
struct ComputedQuantity: QuantityKind {
  var call: FunctionCall

  var source: Quantity.Source { .computed(call) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&call) }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { possible.canBeUnknown(call) }

  /// The function itself is Lua, and stays.
  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] { [] }
}
