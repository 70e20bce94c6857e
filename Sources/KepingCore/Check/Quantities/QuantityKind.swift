/// A kind of quantity with everything that the host needs to know about it, except how it is compiled and evaluated.
protocol QuantityKind: Sendable {
  /// The quantity's source as a case of the closed list.
  var source: Quantity.Source { get }

  /// Passes the parts of the quantity and the fields that it reads to a visitor, in the order in which they are written.
  mutating func visit(_ visitor: inout some PartVisitor)

  /// Returns whether the quantity is unknown for some well-formed records.
  func canBeUnknown(_ possible: PossibleAnswers) -> Bool

  /// Returns whether the quantity is negative for some well-formed records, apart from fields that may be negative themselves.
  func canBeNegative(_ possible: PossibleAnswers) -> Bool

  /// Returns the small changes of the quantity itself that a plugin's tests should detect.
  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>]

  /// Returns the source without one of its parts, or nil if it needs all of them.
  func leavingOut(component index: Int) -> Quantity.Source?
}

extension QuantityKind {
  func canBeNegative(_ possible: PossibleAnswers) -> Bool { false }
  func leavingOut(component index: Int) -> Quantity.Source? { nil }
}

extension Quantity.Source {
  /// The value that implements the kind of the source.
  var kind: any QuantityKind {
    switch self {
    case .field(let slot, let tally): FieldQuantity(slot: slot, tally: tally)
    case .yearly(let slot, let year): YearlyQuantity(slot: slot, year: year)
    case .length(let slot, let absence): LengthQuantity(slot: slot, absence: absence)
    case .tally(let slots, let tally): TallyQuantity(slots: slots, tally: tally)
    case .sum(let parts): SumQuantity(parts: parts, isLenient: false)
    case .knownSum(let parts): SumQuantity(parts: parts, isLenient: true)
    case .elements(let elements): elements
    case .span(let span): SpanQuantity(span: span)
    case .difference(let first, let second): DifferenceQuantity(minuend: first, subtrahend: second)
    case .product(let operand, let factor): ProductQuantity(operand: operand, factor: factor)
    case .mean(let parts): MeanQuantity(parts: parts)
    case .ratio(let first, let second): RatioQuantity(dividend: first, divisor: second)
    case .growth(let first, let second): GrowthQuantity(current: first, base: second)
    case .computed(let call): ComputedQuantity(call: call)
    }
  }
}

extension Quantity {
  /// Returns the quantity with another source.
  func with(_ source: Source) -> Quantity { Quantity(source: source, label: label, path: path, measure: measure) }
}
