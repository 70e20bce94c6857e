/// Something the host noticed about a record, apart from its clauses.
public struct Problem: Sendable {
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
  /// The field in a clerk's words. It comes from the program, and is nil until an assessment has been made of the record.
  public internal(set) var label: String?

  public init(field: String, code: Code, message: String, cell: String? = nil) {
    self.field = field
    self.code = code
    self.message = message
    self.cell = cell
  }
}

extension Problem: Equatable {
  /// The label is the program's word for the same field, and no part of equality.
  public static func == (left: Self, right: Self) -> Bool {
    left.field == right.field && left.code == right.code && left.message == right.message && left.cell == right.cell
  }
}

extension [Problem] {
  /// The problems with the labels that a schema has for their fields.
  func labelled(by schema: Schema) -> [Problem] {
    map { problem in
      var problem = problem
      problem.label = schema.label(of: problem.field)
      return problem
    }
  }
}
