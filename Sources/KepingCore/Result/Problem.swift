/// A problem that the host found in a record, independently of the clauses.
public struct Problem: Sendable {
  /// The kind of the problem; the raw value is the `code` in results.
  public enum Code: String, Sendable, CaseIterable {
    /// The field is missing, repeated or not well-formed, or its cell cannot be read.
    case invalidRecord = "invalid-record"
    /// The credit code does not conform to GB 32100—2015.
    case invalidCreditCode = "invalid-credit-code"
    /// The application was submitted outside the window.
    case outsideWindow = "outside-window"
    /// The time of submission is absent or cannot be read.
    case noSubmissionTime = "no-submission-time"
    /// Neither the host nor the program declares the field, or its column in a sheet has no known heading.
    case unknownField = "unknown-field"
    /// The id equals an earlier one once width, case and white space are ignored, and is not the same.
    case similarID = "similar-id"
    /// An earlier application has the same id; used beside the other errors of a record that cannot be evaluated.
    case duplicateID = "duplicate-id"
    /// An amount is larger than the configured limit, or the expenses of two neighbouring years differ 1,000-fold.
    case implausibleAmount = "implausible-amount"
    /// A text in a list with known values is none of them, so that what it means is not known.
    case unknownTopic = "unknown-topic"
    /// A ruling has no effect, because what was ruled on has changed since.
    case rulingStale = "ruling-stale"
    /// A ruling has no effect, because nobody has confirmed it.
    case rulingUnconfirmed = "ruling-unconfirmed"
    /// Part of a cell's text is struck out and was left out.
    case struckText = "struck-text"
    /// No edition of the register of GB/T 2260 has the division code in a cell; codes in JSON are not looked up.
    case unknownRegion = "unknown-region"
  }

  /// The path of the field in the record: `partners[0].creditCode`.
  public let field: String
  /// The kind of the problem.
  public let code: Code
  /// The explanation, in Chinese.
  public let message: String
  /// The cell of a spreadsheet that contains the field, as `申报表!F12`; nil for other inputs.
  public let cell: String?
  /// The ruling that settles the problem, which then has no effect on the verdict; nil if there is none.
  public internal(set) var ruling: AppliedRuling?
  /// The label of the field as shown to clerks.
  ///
  /// It comes from the program, and is nil until an assessment of the record is built.
  public internal(set) var label: String?

  /// Creates a problem without a label.
  public init(field: String, code: Code, message: String, cell: String? = nil, ruling: AppliedRuling? = nil) {
    self.field = field
    self.code = code
    self.message = message
    self.cell = cell
    self.ruling = ruling
  }
}

extension Problem: Hashable {
  /// Returns whether two problems are equal; labels are not compared, because results do not contain them.
  public static func == (left: Self, right: Self) -> Bool {
    left.field == right.field && left.code == right.code && left.message == right.message && left.cell == right.cell
      && left.ruling == right.ruling
  }

  /// Feeds what ``==(_:_:)`` compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(field)
    hasher.combine(code)
    hasher.combine(message)
    hasher.combine(cell)
    hasher.combine(ruling)
  }
}

extension [Problem] {
  /// Returns the problems with the labels of their fields in a schema.
  func labelled(by schema: Schema) -> [Problem] {
    map { problem in
      var problem = problem
      problem.label = schema.label(of: problem.field)
      return problem
    }
  }
}
