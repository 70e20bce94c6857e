/// The unit in which a span of time is counted.
public enum SpanUnit: Sendable, Equatable {
  case years, months

  /// The number of months of the unit.
  public var months: Int { self == .years ? 12 : 1 }
}

extension Bound {
  /// The longest span of time that a bound can be, in years.
  public static let longestSpan = 9999

  /// The unit in which the bound counts a span of time, or nil if it is no span: `1年`, `55周岁`, `18个月`.
  public var spanUnit: SpanUnit? {
    switch unit.name {
    case "年", "周岁", "岁": .years
    case "个月", "月": .months
    default: nil
    }
  }

  /// The length of a bound that is a span of whole years or months, or nil for any other bound and for a span that is too long.
  public var months: Int? {
    guard let spanUnit, let count = Int(exactly: value), (0...(Self.longestSpan * 12)).contains(count * spanUnit.months) else {
      return nil
    }
    return count * spanUnit.months
  }
}
