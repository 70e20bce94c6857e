/// A comparison of a day with a fixed one, which filters the elements of a list.
public struct DateCondition: Sendable {
  /// The comparison, with the fixed day on the right side; a later day is greater than an earlier one.
  public let comparison: Comparison
  /// The fixed day, which the configuration may have changed.
  public internal(set) var bound: Bound
  /// The reason why the fixed day does not appear in the quote; nil if none is given.
  public let reason: String?
  /// The fixed day as written in the plugin.
  public let written: Bound

  /// Creates a condition with the day that the plugin writes.
  public init(_ comparison: Comparison, _ bound: Bound, reason: String? = nil) {
    self.comparison = comparison
    self.bound = bound
    self.reason = reason
    written = bound
  }

  /// The condition as shown to clerks: 不早于2020年1月1日.
  var description: String {
    comparison.datePhrase(true) + bound.text + (bound == written ? "" : "（按配置调整，原为\(written.text)）")
  }

  /// The condition with each neighbouring day, and with each other comparison that an author might have meant.
  var changes: [DateCondition] {
    bound.neighbouringDays.map { DateCondition(comparison, $0) } + comparison.alternatives.map { DateCondition($0, bound) }
  }
}
