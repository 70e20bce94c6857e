/// The digits of a number in two words: an integer below 100 million, divided by 1, 10, 1000 or 10 000.
struct ShortNumber {
  /// The digits before the decimal point; the first digit is the lowest byte.
  private(set) var whole: UInt64
  private(set) var wholeCount: Int
  /// The decimal point and the digits after it; the point is the lowest byte.
  private(set) var fractionText: UInt64 = 0
  private(set) var fractionCount = 0

  /// Creates the digits of an integer.
  ///
  /// - Parameter value: below 100 million.
  @inline(__always)
  init(_ value: UInt32) {
    if value < 10 {
      whole = UInt64(value | 0x30)
      wholeCount = 1
    } else if value < 100 {
      whole = UInt64(value / 10 | 0x30) | UInt64(value % 10 | 0x30) << 8
      wholeCount = 2
    } else {
      (whole, wholeCount) = Self.digits(value)
    }
  }

  /// Creates the digits of `value` divided by 10 to the power of `exponent`.
  ///
  /// Returns nil if the value is not an integer from 0 to below 100 million, or if the exponent is not 0, 1, 3 or 4.
  @inline(__always)
  init?(_ value: Double, shiftedBy exponent: Int) {
    guard let number = UInt32(exactly: value), number < 100_000_000 else { return nil }
    let fraction: UInt32
    switch exponent {
    case 0:
      self.init(number)
      return
    case 1:
      self.init(number / 10)
      if number % 10 == 0 { return }
      fractionCount = 2
      fractionText = UInt64(number % 10 | 0x30) << 8 | UInt64(UInt8(ascii: "."))
      return
    case 3:
      self.init(number / 1000)
      fraction = number % 1000 * 10
    case 4:
      self.init(number / 10_000)
      fraction = number % 10_000
    default: return nil
    }
    if fraction == 0 { return }
    // Adding 10 000 keeps the leading zeros of the fraction. Trailing zeros are dropped.
    let digits = Self.digits(fraction &+ 10_000).word >> 8
    let zeros = (digits & 0x0F0F_0F0F).leadingZeroBitCount &- 32
    fractionCount = 5 &- zeros / 8
    fractionText = digits << 8 | UInt64(UInt8(ascii: "."))
  }

  /// Returns the digits of a number below 100 million, the first one as the lowest byte, and their count.
  @inline(__always)
  private static func digits(_ value: UInt32) -> (word: UInt64, count: Int) {
    // Splits the number into two groups of four digits, then into pairs, then into single digits. At each step the higher half
    // of a group goes into the lower bits.
    let fours = UInt64(value / 10_000) | UInt64(value % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    let all = tens | (pairs &- tens &* 10) << 8
    let zeros = all.trailingZeroBitCount / 8
    return ((all | .repeating(0x30)) &>> UInt64(truncatingIfNeeded: 8 &* zeros), 8 &- zeros)
  }
}
