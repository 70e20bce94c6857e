/// Calculates ratios of whole numbers, as nearly all amounts and counts are, in 64 bits; everything else is calculated in decimals.
extension Evaluator {
  /// A ratio of two whole numbers up to 2^53, the second of which is above 0.
  struct WholeRatio {
    let numerator: Int64
    let denominator: Int64

    /// The nearest double: both numbers are exact as doubles, so that dividing them rounds once.
    var nearest: Double { Double(numerator) / Double(denominator) }

    /// Returns whether a comparison with another ratio holds.
    func holds(_ comparison: Comparison, _ other: WholeRatio) -> Bool {
      let left = numerator.multipliedFullWidth(by: other.denominator)
      let right = other.numerator.multipliedFullWidth(by: denominator)
      let isEqual = left == right
      let isLess = left.high != right.high ? left.high < right.high : left.low < right.low
      return switch comparison {
      case .atLeast: !isLess
      case .moreThan: !isLess && !isEqual
      case .atMost: isLess || isEqual
      case .lessThan: isLess
      }
    }

    /// Returns the ratio times a power of ten, rounded half up to a whole number, and whether it is exact; nil if the numbers
    /// are too large, or if the ratio is negative.
    func scaled(by power: Int) -> (value: Int64, isExact: Bool)? {
      guard numerator >= 0, (0...9).contains(power) else { return nil }
      var factor: Int64 = 1
      for _ in 0..<power { factor *= 10 }
      let (dividend, overflows) = numerator.multipliedReportingOverflow(by: factor)
      guard !overflows else { return nil }
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: denominator)
      return (remainder >= denominator - remainder ? quotient + 1 : quotient, remainder == 0)
    }
  }

  /// Returns a ratio or a growth, or nil for another quantity and if it is not a ratio of whole numbers.
  mutating func wholeRatio(_ quantity: CompiledQuantity, _ program: CompiledProgram) -> WholeRatio? {
    guard quantity.kind == .ratio || quantity.kind == .growth else { return nil }
    let start = Int(quantity.parts.lowerBound)
    guard let first = wholeValue(program.lists[start], program), let second = wholeValue(program.lists[start + 1], program),
      second > 0
    else { return nil }
    let numerator = quantity.kind == .growth ? first - second : first
    return numerator.magnitude <= 1 << 53 ? WholeRatio(numerator: numerator, denominator: second) : nil
  }

  private mutating func wholeValue(_ id: Int32, _ program: CompiledProgram) -> Int64? {
    switch program.quantities[Int(id)].kind {
    case .field, .count, .yearly, .length, .lengthOrNone, .tally:
      guard let value = value(id, program), value.magnitude <= 0x1p53 else { return nil }
      return Int64(exactly: value)
    default: return nil
    }
  }
}
