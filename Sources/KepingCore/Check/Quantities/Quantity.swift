/// The identifier of a quantity: its index among a program's ``Checks``.
public struct QuantityID: Sendable, Hashable {
  /// The index of the quantity in ``Checks/quantities``.
  public let index: Int
  /// Creates the identifier of the quantity at an index.
  public init(_ index: Int) { self.index = index }
}

/// A number that a record contains or that is computed from it; unknown if a field that it needs is absent.
public struct Quantity: Sendable {
  /// The origin of a quantity's value; large ones are stored indirectly, because quantities are copied often.
  public enum Source: Sendable {
    /// The number of a field. With a tally, an absent field counts as 0 if the tally is present.
    case field(slot: Int, tally: Int?)
    /// The amount of one year in a field of amounts by year.
    case yearly(slot: Int, year: Int)
    /// The number of elements of a list.
    case length(slot: Int, absence: Absence)
    /// The sum of counts of a tally; known if the tally is present.
    case tally(slots: [Int], tally: Int)
    /// The sum of several quantities; known if all are known.
    case sum([QuantityID])
    /// The sum of the known ones of several quantities; unknown if none is known.
    case knownSum([QuantityID])
    /// The number or the sum of a list's matching elements; known if every element has what it depends on.
    indirect case elements(ElementsQuantity)
    /// The number of whole years or months between two days; unknown if one is absent, or the last is before the first.
    indirect case span(DateSpan)
    /// The first quantity minus the second, worked out in decimals; known if both are known.
    case difference(QuantityID, QuantityID)
    /// A share or multiple of a quantity, worked out in decimals.
    indirect case product(QuantityID, QuantityFactor)
    /// The mean of several quantities, worked out exactly; known if all are known.
    case mean([QuantityID])
    /// The first quantity divided by the second, worked out exactly; unknown if the second is not above 0.
    case ratio(QuantityID, QuantityID)
    /// The growth from the second quantity to the first as a share of the second; unknown if the second is not above 0.
    case growth(QuantityID, QuantityID)
    /// The result of a plugin's function, which is called if all operands are known.
    case computed(FunctionCall)
  }

  /// The origin of the value.
  public let source: Source
  /// The name in findings: 上年（2023年）研发投入.
  public let label: String
  /// The name in evidence: `applicant.rdExpense.2023`.
  public let path: String
  /// The measure of the value, which decides its unit.
  public let measure: Measure

  /// Creates a quantity.
  public init(source: Source, label: String, path: String, measure: Measure) {
    self.source = source
    self.label = label
    self.path = path
    self.measure = measure
  }
}

extension Quantity.Source {
  /// Whether the value is worked out exactly from those of its parts.
  public var isExact: Bool {
    switch self {
    case .difference, .product, .mean, .ratio, .growth: true
    case .field, .yearly, .length, .tally, .sum, .knownSum, .computed, .elements, .span: false
    }
  }
}
