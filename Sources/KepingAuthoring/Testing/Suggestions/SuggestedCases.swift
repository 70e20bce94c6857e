import KepingCore

/// Cases that are suggested for a direction: text that can be appended to a file of tests as it is.
///
/// What the cases expect is what the program does now, which a person must compare with the guideline.
public struct SuggestedCases: Sendable {
  /// A change or an outcome for which no case was found.
  public struct Missed: Sendable {
    /// The id of the clause or criterion.
    public let id: String
    /// The change that no case notices, or the outcome that no case has.
    public let what: Wording
    /// Why no case is suggested.
    public let reason: Wording
  }

  /// The id of the direction.
  public let direction: String
  /// The path of the file that the text belongs to, as the user would write it.
  public let path: String
  /// Whether the text is a whole new file; otherwise it belongs at the end of an existing one.
  public let isNew: Bool
  /// The cases in YAML; empty if none was found.
  public let text: String
  /// The number of the cases in the text.
  public let count: Int
  /// The number of the changes that the cases notice.
  public let noticed: Int
  /// The number of the outcomes that the cases have and no other test has.
  public let seen: Int
  /// The changes and outcomes for which no case was found.
  public let missed: [Missed]
}
