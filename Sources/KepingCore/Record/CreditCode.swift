/// 统一社会信用代码, by GB 32100-2015.
public enum CreditCode {
  /// Whether a text is 18 characters of the standard's alphabet, the last of which is the right check character.
  public static func isValid(_ code: some Collection<UInt8>) -> Bool {
    let code = Bytes(code)
    return isValid(code.span, 0, code.count)
  }

  static func isValid(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == 18 else { return false }
    let values = values
    // The weights are the powers of 3: the first character's is 1.
    var sum = 0
    var place = end &- 2
    while place >= start {
      let value = Int(values[Int(bytes[place])])
      if value < 0 { return false }
      sum = sum &* 3 &+ value
      place &-= 1
    }
    return Int(values[Int(bytes[end &- 1])]) == (31 - sum % 31) % 31
  }

  /// The places of characters in the alphabet: digits and capital letters but I, O, S, V and Z; -1 for all others.
  private static let values: [Int8] = {
    var values = [Int8](repeating: -1, count: 256)
    for (place, character) in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8.enumerated() { values[Int(character)] = Int8(place) }
    return values
  }()
}

/// 行政区划代码, by GB/T 2260.
public enum DivisionCode {
  /// Whether a text is six digits.
  public static func isWellFormed(_ code: some Collection<UInt8>) -> Bool {
    code.count == 6 && code.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  static func isWellFormed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end &- start == 6 else { return false }
    let digits = bytes.word(at: start, count: 6) ^ 0x3030_3030_3030
    return ((digits &+ 0x7676_7676_7676) | digits) & .repeating(0x80) == 0
  }
}
