/// A quantity that is a fixed share or multiple of another quantity.
struct ProductQuantity: QuantityKind {
  var operand: QuantityID
  var factor: QuantityFactor

  var source: Quantity.Source { .product(operand, factor) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(&operand, in: .outer)
    visitor.visit(&factor.bound, reason: factor.reason)
  }

  func canBeUnknown(_ possible: PossibleAnswers) -> Bool { possible.canBeUnknown(operand) }

  func canBeNegative(_ possible: PossibleAnswers) -> Bool { possible.canBeNegative(operand) }

  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>] {
    factor.proportion.neighbours.map { other in
      let changed = QuantityFactor(Bound(other), reason: factor.reason)
      return Mutation(
        .changing(quantity.label, to: context.checks[operand].label + changed.phrase),
        quantity.with(.product(operand, changed)))
    }
  }
}

/// The share or multiple of a quantity that a guideline compares another one with: 30%, 0.3 or 2倍.
public struct QuantityFactor: Sendable {
  /// The factor in effect as a bound, which the configuration may have changed.
  public internal(set) var bound: Bound
  /// The bound as written in the plugin.
  public let written: Bound
  /// The reason why the factor does not appear in the quote; nil if none is given.
  public let reason: String?

  /// Creates a factor.
  /// - Parameter bound: a proportion.
  public init(_ bound: Bound, reason: String?) {
    self.bound = bound
    written = bound
    self.reason = reason
  }

  /// The proportion.
  var proportion: Proportion { bound.proportion ?? .one }

  /// The factor after the quantity that it is taken of: `的30%`, `的0.3倍`.
  public var phrase: String { "的" + bound.text + (proportion.notation == .plain ? "倍" : "") + bound.adjustment(from: written) }
}
