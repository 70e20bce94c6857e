extension MutationContext {
  /// Returns the step by which mutations move a bound of a quantity.
  ///
  /// A field of decimals or percent can hold any number, and a function of the plugin can return any; money moves by a yuan, and
  /// everything else is whole.
  package func step(of id: QuantityID) -> Bound.Step {
    switch checks[id].source {
    case .field(let slot, _): return schema.node(ofSlot: slot).map { schema.nodes[$0].field.type.step } ?? .whole
    case .elements(let elements): return elements.amount?.field.type.step ?? .whole
    case .computed: return .written
    case .sum(let parts), .knownSum(let parts), .mean(let parts): return step(ofParts: parts)
    case .difference(let first, let second): return step(ofParts: [first, second])
    case .product(let operand, _): return step(of: operand)
    case .yearly, .length, .tally, .span, .ratio, .growth: return .whole
    }
  }

  /// Returns the finest step of several quantities.
  private func step(ofParts parts: [QuantityID]) -> Bound.Step {
    let steps = parts.map { step(of: $0) }
    return steps.contains(.fine) ? .fine : steps.contains(.written) ? .written : .whole
  }
}

extension FieldType {
  /// The step by which mutations move a bound of a field.
  package var step: Bound.Step {
    switch self {
    case .decimal, .percent: .fine
    default: .whole
    }
  }
}
