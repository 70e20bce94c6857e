/// A fraction of whole numbers in lowest terms, for the slow implementation.
struct Rational: Hashable, Comparable {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128 = 1) {
    func divisor(_ left: Int128, _ right: Int128) -> Int128 { right == 0 ? left : divisor(right, left % right) }
    let common = max(1, divisor(numerator.magnitude128, denominator))
    self.numerator = numerator / common
    self.denominator = denominator / common
  }

  /// Reads a decimal such as `12.50`.
  init(_ text: String) {
    let parts = text.split(separator: ".")
    let decimals = parts.count > 1 ? parts[1].count : 0
    self.init(Int128(Int(parts.joined()) ?? 0), Self.ten(decimals))
  }

  static func ten(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  static func + (left: Self, right: Self) -> Self {
    Rational(left.numerator * right.denominator + right.numerator * left.denominator, left.denominator * right.denominator)
  }

  static func - (left: Self, right: Self) -> Self { left + Rational(-right.numerator, right.denominator) }

  static func * (left: Self, right: Self) -> Self {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The number rounded to some decimals, half up; it is not negative.
  func rounded(_ decimals: Int) -> Rational {
    let scaled = self * Rational(Self.ten(decimals)) + Rational(1, 2)
    return Rational(scaled.numerator / scaled.denominator, Self.ten(decimals))
  }

  /// The decimal digits without zeros at the end; the number has at most 12 decimals.
  var text: String {
    let scaled = numerator * Self.ten(12) / denominator
    let whole = "\(scaled / Self.ten(12))"
    var fraction = String("\(scaled % Self.ten(12) + Self.ten(12))".dropFirst())
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}

extension Int128 {
  fileprivate var magnitude128: Int128 { self < 0 ? -self : self }
}
