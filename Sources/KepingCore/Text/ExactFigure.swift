/// The digits in which a message shows an exact number that may have many decimals, or infinitely many.
struct ExactFigure {
  /// The number that is shown.
  let number: ExactDecimal
  /// The words before it: empty if the number is exact, otherwise `约`; `略低于` or `略高于` if even 40 decimals do not show on which
  /// side of a bound it is.
  let remark: String

  /// The decimals of a figure that is rounded, at least and at most.
  private static let decimals = 2...40

  /// Rounds a number to the fewest decimals that show on which side of some bounds it is.
  /// - Parameters:
  ///   - exactDecimals: the most decimals with which the number is shown exactly; nil for all that it has.
  ///   - bounds: the numbers from which the figure must differ in the same direction as the number itself.
  init(_ value: ExactFraction, exactDecimals: Int? = nil, apartFrom bounds: [ExactFraction] = []) {
    // The denominator of a mean adds a few decimals, if there is a finite number of them.
    let all = exactDecimals ?? max(4, value.numerator.writtenDecimals - value.denominator.writtenDecimals + 6)
    let (number, isExact) = value.rounded(toDecimals: all)
    if isExact {
      self.init(number, remark: "")
      return
    }
    var unclear = 0
    for decimals in Self.decimals {
      let (number, isExact) = value.rounded(toDecimals: decimals)
      unclear = bounds.lazy.map { Self.unclearOrder(of: value, shownAs: number, to: $0) }.first { $0 != 0 } ?? 0
      guard unclear == 0 else { continue }
      self.init(number, remark: isExact ? "" : "约")
      return
    }
    self.init(value.rounded(toDecimals: Self.decimals.lowerBound).value, remark: unclear < 0 ? "略低于" : "略高于")
  }

  private init(_ number: ExactDecimal, remark: String) {
    self.number = number
    self.remark = remark
  }

  /// Returns 0 if a figure is on the same side of a bound as its number, otherwise the order of the number to the bound.
  private static func unclearOrder(
    of value: ExactFraction, shownAs number: ExactDecimal, to bound: ExactFraction
  ) -> Int {
    let order = value.order(to: bound)
    return ExactFraction(number).order(to: bound) == order ? 0 : order
  }

  /// The figure with its remark.
  var text: String { remark + number.text }
  /// The figure with its remark and without its sign.
  var magnitudeText: String { remark + number.magnitude.text }
}
