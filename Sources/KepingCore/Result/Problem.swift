/// Something the host noticed about a record, apart from its clauses.
public struct Problem: Sendable, Equatable {
  public enum Code: String, Sendable {
    case invalidRecord = "invalid-record"
    case invalidCreditCode = "invalid-credit-code"
    case outsideWindow = "outside-window"
    case noSubmissionTime = "no-submission-time"
    case unknownField = "unknown-field"
  }

  /// The path in the record: `partners[0].creditCode`.
  public let field: String
  public let code: Code
  /// In Chinese.
  public let message: String
  /// Where it stands in a spreadsheet, as `申报表!F12`; nil for other inputs.
  public let cell: String?

  public init(field: String, code: Code, message: String, cell: String? = nil) {
    self.field = field
    self.code = code
    self.message = message
    self.cell = cell
  }
}
