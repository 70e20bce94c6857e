/// A condition of a list's filter on a number of the element: it is compared with a bound.
public struct NumberCondition: Sendable {
  /// The comparison, with the number on the left side and the bound on the right.
  public let comparison: Comparison
  /// The bound in effect, which the configuration may have changed.
  public internal(set) var bound: Bound
  /// The reason why the bound does not appear in the quote; nil if none is given.
  public let reason: String?
  /// The bound as written in the plugin.
  public let written: Bound

  /// Creates a condition with the bound that the plugin writes.
  public init(_ comparison: Comparison, _ bound: Bound, reason: String?) {
    self.comparison = comparison
    self.bound = bound
    self.reason = reason
    written = bound
  }

  /// The condition after the name of the number: `不低于50万元`.
  var description: String {
    comparison.phrase + bound.text + (bound == written ? "" : "（按配置调整，原为\(written.text)）")
  }

  /// The conditions that an author might have meant, each with its wording.
  var alternatives: [NumberCondition] {
    let moved = [bound.value - 1, bound.value + 1].filter { $0 >= 0 }.map {
      NumberCondition(comparison, Bound(value: $0, unit: bound.unit), reason: nil)
    }
    return moved + comparison.alternatives.map { NumberCondition($0, bound, reason: nil) }
  }
}
