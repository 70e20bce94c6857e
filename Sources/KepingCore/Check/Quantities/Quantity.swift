/// Identifies a quantity among a program's ``Checks``.
public struct QuantityID: Sendable, Hashable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
}

/// A number that a record gives, or that follows from it; unknown where what it needs is absent.
public struct Quantity: Sendable {
  public enum Source: Sendable {
    /// A field's own number. With a tally, its absence is 0 where the tally is there.
    case field(slot: Int, tally: Int?)
    /// Money of one year.
    case yearly(slot: Int, year: Int)
    /// How many elements a list has.
    case length(slot: Int, absence: Absence)
    /// The counts of a tally; known as soon as the tally is there.
    case tally(slots: [Int], tally: Int)
    /// The sum of several, known where all are.
    case sum([QuantityID])
    /// The sum of those that are known; unknown where none is.
    case knownSum([QuantityID])
    /// What a plugin's function makes of its operands, called where all are known.
    case computed(FunctionCall)
  }

  public let source: Source
  /// How a finding names it: 上年（2023年）研发投入.
  public let label: String
  /// How evidence names it: `applicant.rdExpense.2023`.
  public let path: String
  public let measure: Measure

  public init(source: Source, label: String, path: String, measure: Measure) {
    self.source = source
    self.label = label
    self.path = path
    self.measure = measure
  }
}
