/// A position in a text file.
public struct TextPosition: Sendable, Equatable, CustomStringConvertible {
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in characters.
  public let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The position in the form `line:column`.
  public var description: String { "\(line):\(column)" }
}
