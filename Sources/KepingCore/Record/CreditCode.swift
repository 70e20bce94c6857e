/// 统一社会信用代码, by GB 32100-2015.
public enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  /// Whether a text is 18 characters of the standard's alphabet, the last of which is the right check character.
  public static func isValid(_ code: some Collection<UInt8>) -> Bool {
    guard code.count == 18 else { return false }
    var sum = 0
    var weight = 1
    var last = 0
    for (place, byte) in code.enumerated() {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      if place < 17 {
        sum += value * weight
        weight = weight * 3 % 31
      } else {
        last = value
      }
    }
    return last == (31 - sum % 31) % 31
  }
}

/// 行政区划代码, by GB/T 2260.
public enum DivisionCode {
  /// Whether a text is six digits.
  public static func isWellFormed(_ code: some Collection<UInt8>) -> Bool {
    code.count == 6 && code.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
