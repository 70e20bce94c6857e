/// Words of the guideline that no clause answers for, with the reason.
public struct Uncovered: Sendable, Equatable {
  /// Verbatim; `……` stands for whatever lies between its two ends.
  public let texts: [String]
  /// Why nobody answers for them: 支持内容由专家评审.
  public let reason: String
  /// Where the plugin says so.
  public let location: SourceLocation

  public init(texts: [String], reason: String, location: SourceLocation) {
    self.texts = texts
    self.reason = reason
    self.location = location
  }
}

/// A line of a file that a person wrote.
public struct SourceLocation: Sendable, Hashable {
  /// The file as the user would name it.
  public let path: String
  /// From 1.
  public let line: Int

  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `path:line`.
  public var description: String { "\(path):\(line)" }
}
