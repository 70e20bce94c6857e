/// A comparison with a bound that a number or a day of a list's element must meet.
public struct BoundComparison: Sendable {
  /// The comparison, with the bound on the right side; a later day is greater than an earlier one.
  public let comparison: Comparison
  /// The bound in effect, which the configuration may have changed.
  public internal(set) var bound: Bound
  /// The reason why the bound does not appear in the quote; nil if none is given.
  public let reason: String?
  /// The bound as written in the plugin.
  public let written: Bound

  /// Creates a comparison with the bound that the plugin writes.
  public init(_ comparison: Comparison, _ bound: Bound, reason: String?) {
    self.comparison = comparison
    self.bound = bound
    self.reason = reason
    written = bound
  }

  /// The comparison after the name of the number or the day: `不低于50万元`, `不早于2020年1月1日`.
  var description: String {
    (bound.date == nil ? comparison.phrase : comparison.datePhrase(true)) + bound.text + bound.adjustment(from: written)
  }

  /// Returns the comparisons that an author might have meant: with each neighbouring bound, and each other comparison with the
  /// bound.
  func alternatives(_ step: Bound.Step = .whole) -> [BoundComparison] {
    bound.neighbours(step).map { BoundComparison(comparison, $0, reason: nil) }
      + comparison.alternatives.map { BoundComparison($0, bound, reason: nil) }
  }
}
