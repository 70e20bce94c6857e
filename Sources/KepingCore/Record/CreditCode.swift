/// 统一社会信用代码, by GB 32100-2015.
public enum CreditCode {
  /// Whether a text is 18 characters of the standard's alphabet, the last of which is the right check character.
  public static func isValid(_ code: some Collection<UInt8>) -> Bool {
    guard code.count == 18 else { return false }
    var sum = 0
    var weight = 1
    var place = 0
    for byte in code {
      guard let value = value(of: byte) else { return false }
      if place == 17 { return value == (31 - sum % 31) % 31 }
      sum += value * weight
      weight = weight * 3 % 31
      place += 1
    }
    return false
  }

  /// The place of a character in the alphabet: digits and capital letters but I, O, S, V and Z.
  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "H"): Int(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "J")...UInt8(ascii: "N"): Int(byte - UInt8(ascii: "J")) + 18
    case UInt8(ascii: "P")...UInt8(ascii: "R"): Int(byte - UInt8(ascii: "P")) + 23
    case UInt8(ascii: "T")...UInt8(ascii: "U"): Int(byte - UInt8(ascii: "T")) + 26
    case UInt8(ascii: "W")...UInt8(ascii: "Y"): Int(byte - UInt8(ascii: "W")) + 28
    default: nil
    }
  }
}

/// 行政区划代码, by GB/T 2260.
public enum DivisionCode {
  /// Whether a text is six digits.
  public static func isWellFormed(_ code: some Collection<UInt8>) -> Bool {
    code.count == 6 && code.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  static func isWellFormed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == 6 else { return false }
    for place in start..<end where bytes[place] &- 0x30 > 9 { return false }
    return true
  }
}
