/// A decimal number of any size and precision, whose sums and products are exact.
///
/// Nearly all numbers of applications have few digits, and calculating with them needs no allocation.
public struct ExactDecimal: Sendable {
  /// The digits without their decimal point.
  private enum Significand: Sendable {
    case small(Int128)
    /// A number that does not fit in 128 bits, or at least has more than 36 digits.
    case large(Magnitude, isNegative: Bool)
  }

  private var significand: Significand
  /// The power of ten of the last digit; 0 for 0.
  private var exponent: Int

  /// The number 0.
  public static let zero = ExactDecimal(0, exponent: 0)
  /// The number 1.
  public static let one = ExactDecimal(1, exponent: 0)

  /// Creates the product of an integer and a power of ten.
  public init(_ significand: Int, exponent: Int = 0) {
    self.init(.small(Int128(significand)), exponent)
  }

  private init(_ significand: Significand, _ exponent: Int) {
    switch significand {
    case .small(0):
      self.significand = .small(0)
      self.exponent = 0
    case .large(let magnitude, let isNegative):
      self.exponent = magnitude.isZero ? 0 : exponent
      self.significand = magnitude.value.map { .small(isNegative ? -$0 : $0) } ?? significand
    case .small:
      self.significand = significand
      self.exponent = exponent
    }
  }

  // MARK: From doubles and texts

  /// Creates the shortest decimal that reads back as a finite double.
  public init(_ value: Double) {
    precondition(value.isFinite)
    if value.magnitude < 0x1p53, let whole = Int(exactly: value) {
      self.init(whole)
    } else if let short = Self.shortDecimal(value) {
      self = short
    } else {
      // The description of a double has the shortest digits that read back as it.
      self = ExactDecimal(value.description) ?? .zero
    }
  }

  /// Returns the shortest decimal of a double with at most six decimals, or nil for other doubles.
  private static func shortDecimal(_ value: Double) -> ExactDecimal? {
    var scale = 10.0
    for decimals in 1...6 {
      let whole = (value * scale).rounded()
      // Decimals of up to 15 digits are different doubles, so that there is no other short one.
      guard whole.magnitude < 1e15 else { return nil }
      if whole / scale == value { return ExactDecimal(Int(whole), exponent: -decimals) }
      scale *= 10
    }
    return nil
  }

  /// Creates a number from ASCII digits with an optional sign, point and exponent; returns nil for any other text, and for an
  /// exponent beyond ±100,000.
  public init?(_ text: some StringProtocol) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var digits: Bytes = []
    var exponent = 0
    var point: Int?
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest.removeFirst()
      if byte == UInt8(ascii: "."), point == nil {
        point = digits.count
      } else if (0x30...0x39).contains(byte) {
        digits.append(byte)
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, point.map({ $0 > 0 && $0 < digits.count }) ?? true else { return nil }
    if let point { exponent = point - digits.count }
    if !rest.isEmpty {
      guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), written.magnitude <= 100_000 else { return nil }
      exponent += written
    }
    self.init(.large(Magnitude(digits: digits), isNegative: isNegative), exponent)
  }

  // MARK: Properties

  /// -1, 0 or 1 for a negative number, 0 and a positive number.
  public var sign: Int {
    switch significand {
    case .small(let value): Int(value.signum())
    case .large(_, let isNegative): isNegative ? -1 : 1
    }
  }

  /// The number without its sign.
  public var magnitude: ExactDecimal { sign < 0 ? ExactDecimal.zero - self : self }

  /// The digits without sign and decimal point.
  private var digits: Magnitude {
    switch significand {
    case .small(let value): Magnitude(value.magnitude)
    case .large(let magnitude, _): magnitude
    }
  }

  /// The number of digits before the decimal point; not above 0 for a number below 1, and counting on after leading zeros.
  var integerDigits: Int { digits.digitCount + exponent }

  /// The number of decimals in which the number is written, which is at most 0 for an integer.
  var writtenDecimals: Int { -exponent }

  /// The nearest double; a number beyond the finite doubles becomes the largest or smallest of them.
  public var nearest: Double {
    if case .small(let value) = significand, value.magnitude <= 1 << 53, (-22...22).contains(exponent) {
      // Both operands are exact as doubles, so that one operation rounds once.
      // Converting from 128 bits would take hundreds of instructions.
      let digits = Double(Int64(truncatingIfNeeded: value))
      return exponent >= 0 ? digits * Self.power(exponent) : digits / Self.power(-exponent)
    }
    let double = Double((sign < 0 ? "-" : "") + digits.digits.text + "e\(exponent)") ?? 0
    return min(max(double, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The digits with a decimal point if there are decimals, without an exponent and without zeros at the end: `-0.25`.
  public var text: String {
    var digits = digits.digits
    var exponent = exponent
    while exponent < 0, digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    var text: Bytes = sign < 0 ? [UInt8(ascii: "-")] : []
    if exponent >= 0 {
      text += digits
      text += repeatElement(UInt8(ascii: "0"), count: sign == 0 ? 0 : exponent)
    } else if digits.count > -exponent {
      text += digits[..<(digits.count + exponent)]
      text.append(UInt8(ascii: "."))
      text += digits[(digits.count + exponent)...]
    } else {
      text.append("0.")
      text += repeatElement(UInt8(ascii: "0"), count: -exponent - digits.count)
      text += digits
    }
    return text.text
  }

  // MARK: Arithmetic

  /// Returns the number times a power of ten.
  public func shifted(by power: Int) -> ExactDecimal { ExactDecimal(significand, exponent + power) }

  /// Returns the sum of two numbers.
  public static func + (left: Self, right: Self) -> Self {
    if left.sign == 0 { return right }
    if right.sign == 0 { return left }
    let exponent = min(left.exponent, right.exponent)
    if let first = left.small(at: exponent), let second = right.small(at: exponent) {
      let (sum, overflows) = first.addingReportingOverflow(second)
      if !overflows { return ExactDecimal(.small(sum), exponent) }
    }
    var (first, second) = (left.digits(at: exponent), right.digits(at: exponent))
    if left.sign == right.sign { return ExactDecimal(.large(first + second, isNegative: left.sign < 0), exponent) }
    if first < second {
      second -= first
      return ExactDecimal(.large(second, isNegative: right.sign < 0), exponent)
    }
    first -= second
    return ExactDecimal(.large(first, isNegative: left.sign < 0), exponent)
  }

  /// Returns the difference of two numbers.
  public static func - (left: Self, right: Self) -> Self { left + right.negated }

  /// Returns the product of two numbers.
  public static func * (left: Self, right: Self) -> Self {
    if case .small(let first) = left.significand, case .small(let second) = right.significand {
      let (product, overflows) = first.multipliedReportingOverflow(by: second)
      if !overflows { return ExactDecimal(.small(product), left.exponent + right.exponent) }
    }
    return ExactDecimal(
      .large(left.digits * right.digits, isNegative: left.sign * right.sign < 0), left.exponent + right.exponent)
  }

  private var negated: ExactDecimal {
    switch significand {
    case .small(.min): ExactDecimal(.large(digits, isNegative: false), exponent)
    case .small(let value): ExactDecimal(.small(-value), exponent)
    case .large(let magnitude, let isNegative): ExactDecimal(.large(magnitude, isNegative: !isNegative), exponent)
    }
  }

  /// Returns the digits as an integer whose last digit has a lower power of ten, or nil if they do not fit in 128 bits.
  private func small(at exponent: Int) -> Int128? {
    guard case .small(let value) = significand else { return nil }
    let shift = self.exponent - exponent
    if shift == 0 { return value }
    guard shift <= 38 else { return nil }
    let (scaled, overflows) = value.multipliedReportingOverflow(by: Self.powers[shift])
    return overflows ? nil : scaled
  }

  /// The powers of ten that fit in 128 bits.
  private static let powers: [Int128] = (0...38).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// Returns the digits as an integer whose last digit has a lower power of ten, without the sign.
  private func digits(at exponent: Int) -> Magnitude { digits.scaled(by: self.exponent - exponent) }

  // MARK: Division

  /// Returns the quotient of two numbers without their signs, rounded half up.
  ///
  /// - Parameters:
  ///   - divisor: a number other than 0.
  ///   - decimals: the number of decimals; a negative number rounds to a power of ten.
  ///   - roundsUp: whether half of the last decimal or more is rounded up; if not, everything after it is dropped.
  /// - Returns: the quotient, and whether it is exact.
  func quotient(by divisor: ExactDecimal, decimals: Int, roundsUp: Bool = true) -> (value: ExactDecimal, isExact: Bool) {
    let shift = exponent - divisor.exponent + decimals
    let (first, second) = (
      ExactDecimal(significand, max(0, shift)), ExactDecimal(divisor.significand, max(0, -shift))
    )
    if let dividend = first.small(at: 0)?.magnitude, let divisor = second.small(at: 0)?.magnitude {
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      let isUp = roundsUp && remainder >= divisor - remainder
      let rounded = quotient + (isUp ? 1 : 0)
      let digits = Int128(exactly: rounded).map(Significand.small) ?? .large(Magnitude(rounded), isNegative: false)
      return (ExactDecimal(digits, -decimals), remainder == 0)
    }
    let divisor = second.digits(at: 0)
    let (quotient, remainder) = first.digits(at: 0).divided(by: divisor)
    let isUp = roundsUp && !(remainder + remainder < divisor)
    return (
      ExactDecimal(.large(isUp ? quotient + Magnitude(1) : quotient, isNegative: false), -decimals), remainder.isZero
    )
  }
}

extension ExactDecimal {
  /// Returns the nearest double to the quotient of two numbers if both have so few digits that dividing doubles rounds once,
  /// otherwise nil.
  func shortQuotient(by divisor: ExactDecimal) -> Double? {
    let exponent = min(exponent, divisor.exponent)
    guard let first = whole(at: exponent), let second = divisor.whole(at: exponent) else { return nil }
    return Double(first) / Double(second)
  }

  /// Returns the digits as an integer of at most 2^53 whose last digit has a lower power of ten, or nil if it is larger.
  func whole(at exponent: Int) -> Int64? {
    guard let value = small(at: exponent), value.magnitude <= 1 << 53 else { return nil }
    return Int64(truncatingIfNeeded: value)
  }

  /// The power of ten of the last digit.
  var lastExponent: Int { exponent }
}

extension ExactDecimal: Comparable {
  /// Returns whether two numbers are equal, however they are written.
  public static func == (left: Self, right: Self) -> Bool { left.order(to: right) == 0 }

  /// Returns whether a number is smaller than another.
  public static func < (left: Self, right: Self) -> Bool { left.order(to: right) < 0 }

  /// Returns -1, 0 or 1 if the number is smaller than another, equal to it or larger.
  public func order(to other: Self) -> Int {
    if sign != other.sign { return sign < other.sign ? -1 : 1 }
    let exponent = min(exponent, other.exponent)
    if let first = small(at: exponent), let second = other.small(at: exponent) {
      return first < second ? -1 : first == second ? 0 : 1
    }
    return (self - other).sign
  }
}

extension Double {
  /// Returns the nearest double to the number rounded half up to 12 significant digits; an integer up to 2^53 stays as it is.
  ///
  /// Rounding removes the small errors of calculations in binary: 0.1 + 0.2 becomes 0.3.
  public var roundedToTwelveDigits: Double {
    if !isFinite || (magnitude <= 0x1p53 && self == rounded(.towardZero)) { return self }
    let decimal = ExactDecimal(self)
    let rounded = decimal.quotient(by: .one, decimals: 12 - decimal.integerDigits).value
    return self < 0 ? -rounded.nearest : rounded.nearest
  }
}
