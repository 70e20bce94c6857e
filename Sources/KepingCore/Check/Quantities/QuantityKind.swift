/// A kind of quantity: everything that the host needs to know about it, except how it is compiled and evaluated.
protocol QuantityKind: Sendable {
  /// The kind as a case of the closed list.
  var source: Quantity.Source { get }

  /// Shows a visitor the parts of the quantity and what it reads, in the order they are written in.
  mutating func visit(_ visitor: inout some PartVisitor)

  /// Whether there are well-formed records of which the quantity is unknown.
  func canBeUnknown(_ possible: PossibleAnswers) -> Bool

  /// The small changes of the quantity itself that a plugin's tests should notice.
  func mutations(of quantity: Quantity, in context: MutationContext) -> [Mutation<QuantityID>]

  /// The quantity without one of its parts; nil where it needs all of them.
  func leavingOut(component index: Int) -> Quantity.Source?
}

extension QuantityKind {
  func leavingOut(component index: Int) -> Quantity.Source? { nil }
}

extension Quantity.Source {
  var kind: any QuantityKind {
    switch self {
    case .field(let slot, let tally): FieldQuantity(slot: slot, tally: tally)
    case .yearly(let slot, let year): YearlyQuantity(slot: slot, year: year)
    case .length(let slot, let absence): LengthQuantity(slot: slot, absence: absence)
    case .tally(let slots, let tally): TallyQuantity(slots: slots, tally: tally)
    case .sum(let parts): SumQuantity(parts: parts, isLenient: false)
    case .knownSum(let parts): SumQuantity(parts: parts, isLenient: true)
    case .computed(let call): ComputedQuantity(call: call)
    }
  }
}

extension Quantity {
  /// The quantity with another source.
  func with(_ source: Source) -> Quantity { Quantity(source: source, label: label, path: path, measure: measure) }
}
