/// 统一社会信用代码, the unified social credit identifier of GB 32100-2015.
public enum CreditCode {
  /// Returns whether a code is valid: 18 characters of the standard's alphabet, the third to eighth of them the digits of an
  /// administrative division code, not all the same, and the last one the correct check character.
  ///
  /// A code is valid if and only if ``fault(of:)`` returns nil.
  public static func isValid(_ code: some Collection<UInt8>) -> Bool {
    let code = Bytes(code)
    return isValid(code.span, 0, code.count)
  }

  static func isValid(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == length else { return false }
    let (first, second) = (bytes.word(at: start), bytes.word(at: start &+ 8))
    guard DivisionCode.isWellFormed(first >> 16) else { return false }
    // The weights are the powers of 3, beginning with 1 for the first character.
    var sum = value(of: bytes[end &- 2])
    var signs = sum
    addWeighted(second, to: &sum, &signs)
    addWeighted(first, to: &sum, &signs)
    if signs < 0 { return false }
    // Of the codes that repeat one digit, only that of zeros has the correct check character, and only its sum is 0.
    return sum != 0 && value(of: bytes[end &- 1]) == (31 - sum % 31) % 31
  }

  /// Adds the values of eight characters to a weighted sum, from the last one to the first.
  ///
  /// - Parameter signs: becomes negative if a character is not in the alphabet.
  @inline(__always)
  private static func addWeighted(_ word: UInt64, to sum: inout Int, _ signs: inout Int) {
    var shift: UInt64 = 64
    while shift > 0 {
      shift &-= 8
      let value = value(of: UInt8(truncatingIfNeeded: word >> shift))
      signs |= value
      sum = sum &* 3 &+ value
    }
  }

  /// The number of characters of a code.
  static let length = 18

  /// Returns the value of a character in the alphabet, or -1 for other characters.
  @inline(__always)
  static func value(of byte: UInt8) -> Int {
    let index = Int(byte) &- 0x30
    return index >= 0 && index < values.count ? Int(values[index]) : -1
  }

  /// The values of the characters from the digit 0 on; -1 for characters that are not in the alphabet.
  ///
  /// The alphabet consists of the digits and the capital letters except I, O, S, V and Z. The table is not an array, because all
  /// threads would update its reference count.
  private static let values: InlineArray<48, Int8> = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1, -1, -1, -1, -1, -1,
    -1, 10, 11, 12, 13, 14, 15, 16, 17, -1, 18, 19, 20, 21, 22, -1,
    23, 24, 25, -1, 26, 27, -1, 28, 29, 30, -1, -1, -1, -1, -1, -1,
  ]
}

/// 行政区划代码, the administrative division code of GB/T 2260.
public enum DivisionCode {
  /// Returns whether text consists of six digits.
  public static func isWellFormed(_ code: some Collection<UInt8>) -> Bool {
    code.count == 6 && code.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  static func isWellFormed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    end &- start == 6 && isWellFormed(bytes.word(at: start, count: 6))
  }

  /// Returns whether a word of six bytes consists of digits.
  @inline(__always)
  static func isWellFormed(_ word: UInt64) -> Bool {
    let digits = word ^ 0x3030_3030_3030
    return ((digits &+ 0x7676_7676_7676) | digits) & .repeating(0x80) == 0
  }
}
