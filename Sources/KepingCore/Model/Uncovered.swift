/// A part of the guideline that no clause implements, with the reason.
public struct Uncovered: Sendable, Equatable {
  /// The texts, verbatim; `……` matches any text between its two ends.
  public let texts: [String]
  /// The reason why no clause implements them: 支持内容由专家评审.
  public let reason: String
  /// The location of the declaration in the plugin.
  public let location: SourceLocation

  /// Creates a declaration of uncovered texts.
  public init(texts: [String], reason: String, location: SourceLocation) {
    self.texts = texts
    self.reason = reason
    self.location = location
  }
}

/// A line of a source file.
public struct SourceLocation: Sendable, Hashable {
  /// The path of the file, as messages show it.
  public let path: String
  /// The 1-based line.
  public let line: Int

  /// Creates a location.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The location as `path:line`.
  public var description: String { "\(path):\(line)" }
}
