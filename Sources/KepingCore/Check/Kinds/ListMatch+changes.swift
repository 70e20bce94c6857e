/// The bounds of a search of a list that the configuration has changed.
extension ListMatch {
  /// Returns whether the plugin writes another search in the same way, whatever bounds the configuration gives them.
  public func isWritten(like other: ListMatch) -> Bool {
    list.path == other.list.path && includesApplicant == other.includesApplicant && label == other.label
      && filters.count == other.filters.count && zip(filters, other.filters).allSatisfy { $0.isWritten(like: $1) }
  }

  /// The label with the conditions that the configuration has changed: `大型设备（单价不低于40万元，按配置调整，原为50万元）`.
  ///
  /// It is empty if the plugin gives no label; messages then describe all conditions.
  var currentLabel: String {
    let changes = filters.compactMap(\.change)
    return label.isEmpty || changes.isEmpty ? label : label + "（\(changes.joined(separator: "；"))）"
  }

  /// The bounds of the conditions with those that the plugin writes, in their order.
  public var comparisons: [BoundComparison] { filters.compactMap(\.comparison) }
}

extension ListMatch.Filter {
  /// The comparison with a bound; nil for other conditions.
  fileprivate var comparison: BoundComparison? {
    switch wanted {
    case .number(let comparison), .date(let comparison): comparison
    case .known, .within, .flag, .texts: nil
    }
  }

  /// Returns whether the plugin writes another condition in the same way, whatever bounds the configuration gives them.
  fileprivate func isWritten(like other: Self) -> Bool {
    guard field.path == other.field.path else { return false }
    switch (wanted, other.wanted) {
    case (.number(let left), .number(let right)), (.date(let left), .date(let right)):
      return left.comparison == right.comparison && left.written == right.written
    case (.known(let left), .known(let right)): return left == right
    case (.flag(let left), .flag(let right)): return left == right
    case (.texts(let left), .texts(let right)): return left == right
    case (.within(let left, let first), .within(let right, let second)): return left == right && first == second
    default: return false
    }
  }

  /// The condition with the bound that the configuration has changed; nil if it has not changed it.
  fileprivate var change: String? {
    guard let comparison, comparison.bound != comparison.written else { return nil }
    let phrase = comparison.bound.date == nil ? comparison.comparison.phrase : comparison.comparison.datePhrase(true)
    return field.label + phrase + comparison.bound.text + "，按配置调整，原为\(comparison.written.text)"
  }
}
