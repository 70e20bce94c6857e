/// What a clause asks of the value that a piece of evidence shows.
///
/// Written into results as text and read back from it: `Requirement(text).text` is `text` again.
public enum Requirement: Sendable, Hashable {
  /// A number that the value is compared with: `>= 1000000`. Money is in yuan.
  case comparison(Comparison, Double)
  /// What else is asked for, such as `true`, `given` or `4510*`.
  case text(String)

  /// Reads a requirement as a result has it.
  public init(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let comparison = Comparison(rawValue: String(parts[0])), let bound = Double(parts[1]),
      bound.isFinite
    {
      let read = Requirement.comparison(comparison, bound)
      // Only what is written the same way again: a label may begin like a comparison.
      if read.text == text {
        self = read
        return
      }
    }
    self = .text(text)
  }

  /// The requirement as a result has it.
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
