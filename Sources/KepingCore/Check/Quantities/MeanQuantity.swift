/// A quantity that is the mean of several quantities; known if all are known.
struct MeanQuantity: QuantityKind {
  var parts: [QuantityID]

  var source: Quantity.Source { .mean(parts) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    for index in parts.indices { visitor.visit(&parts[index], in: .outer) }
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { parts.contains { possible.canBeUnknown($0) } }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { parts.contains { possible.canBeNegative($0) } }

  /// Returns no mutations besides those that leave out a part.
  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] { [] }

  func leavingOut(component index: Int) -> Quantity.Source? {
    guard parts.count > 1 else { return nil }
    var rest = parts
    rest.remove(at: index)
    return .mean(rest)
  }
}
