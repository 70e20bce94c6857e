extension Bound {
  /// Parses a bound for a ratio or a growth, such as `3%`, `0.3`, `2倍` or `2:1`.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-bound`.
  public init(share text: String) throws(Diagnostic) {
    guard let proportion = Proportion(text) else {
      throw Diagnostic(
        code: "invalid-bound",
        Wording(
          "比例的界限“\(text)”应写作“3%”“5‰”“0.3”“2倍”或“2:1”",
          "the bound '\(text)' of a ratio must be written as '3%', '5‰', '0.3', '2倍' or '2:1'"))
    }
    let value = proportion.value.nearest
    guard value <= Self.largestValue else {
      throw Diagnostic(code: "invalid-bound", Wording("界限“\(text)”过大", "the bound '\(text)' is too large"))
    }
    self.init(value: value, unit: Self.unit(of: proportion), text: text)
  }

  /// Creates the bound of a proportion.
  init(_ proportion: Proportion) {
    self.init(value: proportion.value.nearest, unit: Self.unit(of: proportion), text: proportion.text)
  }

  /// Returns the unit of a proportion; a pair has none, because it has two numbers.
  private static func unit(of proportion: Proportion) -> Unit {
    Unit(
      name: proportion.notation == .pair ? "" : proportion.unitName, measure: .share, exponent: proportion.exponent)
  }

  /// The proportion that the bound states; nil if the bound is not one for a ratio.
  public var proportion: Proportion? { unit.measure == .share ? Proportion(text) : nil }

  /// The exact value in the base unit.
  var exactValue: ExactFraction {
    if let proportion { return proportion.value }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    // A bound that is not written anywhere may be negative or long, and then has only its double.
    guard let number = ExactDecimal(digits), text.dropFirst(digits.count) == unit.name else {
      return ExactFraction(ExactDecimal(value))
    }
    return ExactFraction(number.shifted(by: unit.exponent))
  }
}
