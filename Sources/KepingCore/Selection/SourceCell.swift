/// The place of a value in a file beside the applications: a cell of a sheet, or a line of JSON Lines.
public struct SourceCell: Sendable, Hashable {
  /// The path of the file as the user wrote it.
  public let file: String
  /// The name of the sheet; nil for JSON and CSV.
  public let sheet: String?
  /// The 1-based row or line.
  public let row: Int
  /// The letters of the column; nil for the row as a whole and for JSON.
  public let column: String?

  /// Creates a place.
  public init(file: String, sheet: String? = nil, row: Int, column: String? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The place within the file as people write it: `裁定!C5`, `裁定!5`, `C5` or `5`.
  public var text: String { (sheet.map { "\($0)!" } ?? "") + "\(column ?? "")\(row)" }

  /// Returns an error at this place.
  public func fault(_ code: String, _ wording: Wording) -> Diagnostic {
    Diagnostic(path: "\(file):\(text)", code: code, wording)
  }
}
