/// A position in a file; both from 1, the column in characters.
public struct TextPosition: Sendable, Equatable, CustomStringConvertible {
  public let line: Int
  public let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}
