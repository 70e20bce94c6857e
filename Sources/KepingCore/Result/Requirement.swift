/// The requirement of a clause for the value that a piece of evidence shows.
///
/// Results contain it as text, from which it can be read back: `Requirement(text).text` equals `text`.
public enum Requirement: Sendable, Hashable {
  /// A comparison of the value with a number: `>= 1000000`. Money is in yuan.
  case comparison(Comparison, Double)
  /// Any other requirement, such as `true`, `given` or `4510*`.
  case text(String)

  /// Creates a requirement from its text in a result.
  public init(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let comparison = Comparison(rawValue: String(parts[0])), let bound = Double(parts[1]),
      bound.isFinite
    {
      let read = Requirement.comparison(comparison, bound)
      // Another requirement may look like a comparison, so this one counts only if it has exactly the same text again.
      if read.text == text {
        self = read
        return
      }
    }
    self = .text(text)
  }

  /// The requirement as text in a result.
  public var text: String {
    switch self {
    case .comparison(let comparison, let bound):
      var text: Bytes = []
      text.append(comparison.rawValue + " ")
      text.append(number: bound)
      return text.text
    case .text(let text): return text
    }
  }
}
