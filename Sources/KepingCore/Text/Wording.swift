/// A sentence in the two languages that keping speaks.
///
/// Results and reports are always in Chinese; what the command says of its own follows the locale.
public struct Wording: Sendable, Equatable {
  public let chinese: String
  public let english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The sentence in one language.
  public func text(_ language: Language) -> String { language == .chinese ? chinese : english }
}

/// A language that keping speaks.
public enum Language: Sendable {
  case chinese, english
}
