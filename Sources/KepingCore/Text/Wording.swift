/// A message in the two languages of keping.
///
/// Results and reports are always in Chinese; the messages of the command follow the locale.
public struct Wording: Sendable, Equatable {
  /// The message in Chinese.
  public let chinese: String
  /// The message in English.
  public let english: String

  /// Creates a message from its two texts.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Returns the message in one language.
  public func text(_ language: Language) -> String { language == .chinese ? chinese : english }
}

/// A language of keping's messages.
public enum Language: Sendable {
  case chinese, english
}
