/// The value of a JSON number.
public struct JSONNumber: Sendable, Equatable {
  /// The nearest double; infinite if the number is out of range.
  public let value: Double
  /// Whether the digits denote an integer from 0 to 2^53 exactly: `2`, `2.0` and `2e0` do, 2^53 + 1 does not.
  public let isCount: Bool

  /// The largest count: 2^53.
  public static let largestCount: UInt64 = 1 << 53

  /// Creates the value of the number in a range of bytes.
  ///
  /// - Parameters:
  ///   - range: a number of valid form, as the reader has checked.
  ///   - isPlain: whether it consists of digits only.
  public init(_ bytes: Bytes, _ range: Range<Int>, isPlain: Bool) { self.init(bytes.span, range, isPlain: isPlain) }

  @inline(__always)
  init(_ bytes: Span<UInt8>, _ range: Range<Int>, isPlain: Bool) {
    if isPlain && range.count <= 15 {
      var whole: UInt64 = 0
      for offset in range { whole = whole &* 10 &+ UInt64(bytes[offset] &- 0x30) }
      value = Double(whole)
      isCount = true
      return
    }
    self = Self.shortDecimal(bytes, range) ?? Self.anyNumber(bytes, range)
  }

  private static func anyNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSONNumber {
    var text: Bytes = []
    for offset in range { text.append(bytes[offset]) }
    return JSONNumber(value: Double(text.text) ?? .infinity, isCount: isCount(text[...]))
  }

  private init(value: Double, isCount: Bool) {
    self.value = value
    self.isCount = isCount
  }

  /// Parses a number of at most 15 digits with a decimal point, such as 80.5, or returns nil for a number of another form.
  ///
  /// A sign or an exponent is not accepted. The digits and the power of ten are both exact as doubles, so that dividing them
  /// rounds only once.
  private static func shortDecimal(_ bytes: Span<UInt8>, _ range: Range<Int>) -> JSONNumber? {
    guard range.count <= 16 else { return nil }
    var whole: UInt64 = 0
    var divisor = 1.0
    var inFraction = false
    for offset in range {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ".") {
        inFraction = true
      } else if byte >= 0x30 && byte <= 0x39 {
        whole = whole &* 10 &+ UInt64(byte &- 0x30)
        if inFraction { divisor *= 10 }
      } else {
        return nil
      }
    }
    guard inFraction else { return nil }
    let value = Double(whole) / divisor
    return JSONNumber(value: value, isCount: value == value.rounded(.towardZero))
  }

  /// Returns whether the digits denote a count.
  ///
  /// The digits decide, because a double would be rounded.
  private static func isCount(_ text: ArraySlice<UInt8>) -> Bool {
    var digits: Bytes = []
    var exponent = 0
    var index = text.startIndex
    var isNegative = false
    var inFraction = false
    scan: while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): inFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
      default:
        digits.append(text[index] - 0x30)
        if inFraction { exponent -= 1 }
      }
      index += 1
    }
    while let last = digits.last, last == 0 {
      digits.removeLast()
      exponent += 1
    }
    let significant = digits.drop { $0 == 0 }
    if significant.isEmpty { return true }  // zero with any sign and exponent
    if index < text.endIndex {
      var written = String(decoding: text[(index + 1)...], as: UTF8.self)
      if written.first == "+" { written.removeFirst() }
      // No record has enough digits to compensate for a larger exponent, so the number is not an integer or is too large.
      guard let given = Int(written), given.magnitude < 1 << 40 else { return false }
      exponent += given
    }
    guard !isNegative, exponent >= 0, significant.count + exponent <= 16 else { return false }
    var whole: UInt64 = 0
    for digit in significant { whole = whole * 10 + UInt64(digit) }
    for _ in 0..<exponent { whole *= 10 }
    return whole <= largestCount
  }
}
