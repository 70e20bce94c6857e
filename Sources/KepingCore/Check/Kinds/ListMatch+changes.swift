/// The bounds of a search of a list that the configuration has changed.
extension ListMatch {
  /// Returns whether the plugin writes another search in the same way, whatever bounds the configuration gives them.
  public func isWritten(like other: ListMatch) -> Bool {
    list.path == other.list.path && includesApplicant == other.includesApplicant && label == other.label
      && filters.map(\.written) == other.filters.map(\.written)
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

  /// The condition as the plugin writes it, with the path of the field.
  fileprivate var written: String {
    let comparison = comparison.map { BoundComparison($0.comparison, $0.written, reason: nil) }
    let original = comparison.map {
      Self(field: field, applicantSlot: applicantSlot, wanted: $0.bound.date == nil ? .number($0) : .date($0))
    }
    return "\(field.path) \((original ?? self).description)"
  }

  /// The condition with the bound that the configuration has changed; nil if it has not changed it.
  fileprivate var change: String? {
    guard let comparison, comparison.bound != comparison.written else { return nil }
    let phrase = comparison.bound.date == nil ? comparison.comparison.phrase : comparison.comparison.datePhrase(true)
    return field.label + phrase + comparison.bound.text + "，按配置调整，原为\(comparison.written.text)"
  }
}
