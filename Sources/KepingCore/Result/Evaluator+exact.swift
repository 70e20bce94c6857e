/// Calculates in exact decimals: a figure of the record is the shortest decimal that reads back as its double.
extension Evaluator {
  /// Returns the exact value of a quantity, or nil if it is unknown.
  mutating func exactValue(_ id: Int32, _ program: CompiledProgram) -> ExactFraction? {
    let quantity = program.quantities[Int(id)]
    switch quantity.kind {
    case .sum, .mean:
      var sum = ExactFraction(.zero)
      for part in quantity.parts {
        guard let value = exactValue(program.lists[Int(part)], program) else { return nil }
        sum = sum + value
      }
      if quantity.kind == .sum { return sum }
      return ExactFraction(sum.numerator, over: sum.denominator * ExactDecimal(Int(quantity.parts.length)))
    case .knownSum:
      var sum: ExactFraction?
      for part in quantity.parts {
        guard let value = exactValue(program.lists[Int(part)], program) else { continue }
        sum = sum.map { $0 + value } ?? value
      }
      return sum
    case .product:
      return exactValue(program.lists[Int(quantity.parts.lowerBound)], program)
        .map { $0 * program.exact.factors[Int(quantity.other)] }
    case .difference, .ratio, .growth:
      guard let (first, second) = exactOperands(quantity, program) else { return nil }
      switch quantity.kind {
      case .difference: return first - second
      case .ratio: return first.divided(by: second)
      default: return (first - second).divided(by: second)
      }
    case .field, .count, .yearly, .length, .lengthOrNone, .tally, .computed, .elements, .span:
      return value(id, program).map { ExactFraction(ExactDecimal($0)) }
    }
  }

  /// Returns the exact values of a quantity's two operands, or nil if one of them is unknown.
  mutating func exactOperands(
    _ quantity: CompiledQuantity, _ program: CompiledProgram
  ) -> (first: ExactFraction, second: ExactFraction)? {
    let start = Int(quantity.parts.lowerBound)
    guard let first = exactValue(program.lists[start], program), let second = exactValue(program.lists[start + 1], program) else {
      return nil
    }
    return (first, second)
  }

  /// Returns the number that the reason of a score item shows for a quantity that is worked out exactly; rounded if it has many
  /// decimals, but never across a bound.
  mutating func reasonNumber(
    _ value: Double, _ criterion: CompiledCriterion, exponent: Int8, _ program: CompiledProgram
  ) -> Double {
    let quantity = program.quantities[Int(criterion.quantity)]
    guard quantity.isExact else { return value }
    if let short = shortReasonNumber(value, of: quantity, criterion, exponent: Int(exponent), program) { return short }
    guard let exact = exactValue(criterion.quantity, program) else { return value }
    let bounds = [criterion.from, criterion.full].map { ExactFraction(ExactDecimal($0)).shifted(by: -Int(exponent)) }
    let figure = ExactFigure(exact.shifted(by: -Int(exponent)), exactDecimals: 4, apartFrom: bounds)
    return figure.number.shifted(by: Int(exponent)).nearest
  }

  /// Returns the number of a reason for a ratio of whole numbers, or nil if it must be calculated in decimals.
  private mutating func shortReasonNumber(
    _ value: Double, of quantity: CompiledQuantity, _ criterion: CompiledCriterion, exponent: Int, _ program: CompiledProgram
  ) -> Double? {
    guard let ratio = wholeRatio(quantity, program), let long = ratio.scaled(by: 4 - exponent) else { return nil }
    if long.isExact { return value }
    guard let short = ratio.scaled(by: 2 - exponent) else { return nil }
    let factor = exponent == -2 ? 10_000.0 : 100.0
    let number = Double(short.value)
    // A figure near a bound is shown with so many decimals that it stays on its side of the bound.
    guard exponent == 0 || exponent == -2, [criterion.from, criterion.full].allSatisfy({ abs($0 * factor - number) > 0.75 })
    else {
      return nil
    }
    return number / factor
  }
}
