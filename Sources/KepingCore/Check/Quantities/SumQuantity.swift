/// A quantity that is the sum of several quantities.
struct SumQuantity: QuantityKind {
  var parts: [QuantityID]
  /// Whether the sum is known if at least one of its parts is known.
  let isLenient: Bool

  var source: Quantity.Source { isLenient ? .knownSum(parts) : .sum(parts) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    for index in parts.indices { visitor.visit(&parts[index], in: .outer) }
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool {
    isLenient
      ? parts.allSatisfy { possible.canBeUnknown($0) } : parts.contains { possible.canBeUnknown($0) }
  }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { parts.contains { possible.canBeNegative($0) } }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    let label = quantity.label
    let change =
      isLenient
      ? Wording("“\(label)”须各项都已填写", "ask for every part of '\(label)'")
      : Wording("“\(label)”只加已填写的", "add only what is given of '\(label)'")
    return [Mutation(change, quantity.with(SumQuantity(parts: parts, isLenient: !isLenient).source))]
  }

  func leavingOut(component index: Int) -> Quantity.Source? {
    var rest = self
    rest.parts.remove(at: index)
    return rest.source
  }
}
