/// A quotient of two exact decimals, which need not have a finite number of decimals itself.
public struct ExactFraction: Sendable {
  /// The number above the line.
  public let numerator: ExactDecimal
  /// The number below the line, which is above 0.
  public let denominator: ExactDecimal

  /// Creates a quotient.
  /// - Parameter denominator: a number above 0.
  public init(_ numerator: ExactDecimal, over denominator: ExactDecimal = .one) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// -1, 0 or 1 for a negative number, 0 and a positive number.
  public var sign: Int { numerator.sign }

  /// The number without its sign.
  public var magnitude: ExactFraction { ExactFraction(numerator.magnitude, over: denominator) }

  /// Returns the sum of two numbers.
  public static func + (left: Self, right: Self) -> Self {
    if left.denominator == right.denominator {
      return ExactFraction(left.numerator + right.numerator, over: left.denominator)
    }
    return ExactFraction(
      left.numerator * right.denominator + right.numerator * left.denominator, over: left.denominator * right.denominator)
  }

  /// Returns the difference of two numbers.
  public static func - (left: Self, right: Self) -> Self {
    left + ExactFraction(.zero - right.numerator, over: right.denominator)
  }

  /// Returns the product of two numbers.
  public static func * (left: Self, right: Self) -> Self {
    ExactFraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// Returns the quotient of two numbers, or nil if the divisor is not above 0.
  public func divided(by divisor: Self) -> Self? {
    guard divisor.sign > 0 else { return nil }
    if denominator == divisor.denominator { return ExactFraction(numerator, over: divisor.numerator) }
    return ExactFraction(numerator * divisor.denominator, over: denominator * divisor.numerator)
  }

  /// Returns the number times a power of ten.
  public func shifted(by power: Int) -> Self { ExactFraction(numerator.shifted(by: power), over: denominator) }

  /// Returns -1, 0 or 1 if the number is smaller than another, equal to it or larger.
  public func order(to other: Self) -> Int {
    (numerator * other.denominator).order(to: other.numerator * denominator)
  }

  /// The numerator and the denominator times the same power of ten as whole numbers up to 2^53; nil if they are larger.
  var wholeNumbers: (numerator: Int64, denominator: Int64)? {
    let exponent = min(numerator.lastExponent, denominator.lastExponent)
    guard let first = numerator.whole(at: exponent), let second = denominator.whole(at: exponent) else { return nil }
    return (first, second)
  }

  /// Returns the number rounded half up, which for a negative number is away from 0.
  /// - Returns: the rounded number, and whether it equals the number itself.
  public func rounded(toDecimals decimals: Int) -> (value: ExactDecimal, isExact: Bool) {
    let (value, isExact) = numerator.quotient(by: denominator, decimals: decimals)
    return (sign < 0 ? .zero - value : value, isExact)
  }

  /// The nearest double; a number beyond the finite doubles becomes the largest or smallest of them.
  public var nearest: Double {
    if denominator == .one { return numerator.nearest }
    if let quotient = numerator.shortQuotient(by: denominator) { return quotient }
    let magnitude = nearestMagnitude
    return sign < 0 ? -magnitude : magnitude
  }

  private var nearestMagnitude: Double {
    if sign == 0 { return 0 }
    // Some 40 digits decide nearly always.
    let decimals = 40 - (numerator.integerDigits - denominator.integerDigits)
    let (lower, isExact) = numerator.quotient(by: denominator, decimals: decimals, roundsUp: false)
    let nearest = lower.nearest
    if isExact || nearest == (lower + ExactDecimal(1, exponent: -decimals)).nearest { return nearest }
    // No number halfway between two doubles has more than 800 digits, so that the rest only says on which side the number is.
    let (long, isEnd) = numerator.quotient(by: denominator, decimals: decimals + 800, roundsUp: false)
    return (isEnd ? long : long + ExactDecimal(1, exponent: -decimals - 801)).nearest
  }
}

extension Comparison {
  /// Returns whether the comparison holds for two exact numbers.
  func holds(_ left: ExactFraction, _ right: ExactFraction) -> Bool {
    let order = left.order(to: right)
    return switch self {
    case .atLeast: order >= 0
    case .moreThan: order > 0
    case .atMost: order <= 0
    case .lessThan: order < 0
    }
  }
}
