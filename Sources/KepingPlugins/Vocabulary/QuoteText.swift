import KepingCore

/// The quote of a clause, in which bounds are looked up whichever way the guideline writes numbers.
///
/// A bound `2家` occurs in “联合2家以上”, “联合２家以上” and “联合两家以上”, `3%` in “百分之三”, `2:1` in “2：1”, and both `1:10` and
/// `10%` in “十分之一”.
struct QuoteText {
  /// The quote with ASCII digits and signs in place of full-width ones.
  private let written: Bytes

  init(_ quote: String) { written = Self.halfWidth(quote) }

  /// Returns whether a bound occurs and its numbers are not parts of longer ones.
  func contains(_ bound: String) -> Bool {
    let wanted = Self.halfWidth(bound)
    if Self.contains(wanted, in: written) { return true }
    // Most guidelines write Arabic numbers, so that the other notations are tried last.
    return FractionNotation.allCases.contains { Self.contains(wanted, in: withArabicNumbers($0)) }
  }

  /// Returns a text with half-width digits and signs, and with Arabic numbers in place of Chinese ones.
  static func plain(_ text: String) -> String {
    String(decoding: QuoteText(text).withArabicNumbers(.percentage), as: UTF8.self)
  }

  /// A way to write a fraction such as 三分之二 in Arabic numbers.
  private enum FractionNotation: CaseIterable {
    /// As two numbers: 2:3.
    case pair
    /// As a percentage, if it is a whole one: 十分之一 is 10%.
    case percentage
  }

  private static func contains(_ wanted: Bytes, in text: Bytes) -> Bool {
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    return (0...(text.count - wanted.count)).contains { start in
      let isNumberBefore = start > 0 && (isDigit(text[start - 1]) || text[start - 1] == UInt8(ascii: "."))
      let isNumberAfter = isDigit(wanted[wanted.count - 1]) && beginsWithRestOfNumber(text[(start + wanted.count)...])
      return !isNumberBefore && !isNumberAfter && wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
    }
  }

  /// Returns whether a text begins with more digits of a number, its decimals, or a percent or per mille sign.
  private static func beginsWithRestOfNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    if first == UInt8(ascii: ".") { return text.dropFirst().first.map(isDigit) == true }
    return isDigit(first) || first == UInt8(ascii: "%") || text.starts(with: "‰".utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Returns a text in UTF-8 with ASCII characters in place of full-width digits, decimal points, colons and percent signs.
  private static func halfWidth(_ text: String) -> Bytes {
    var result: Bytes = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      result.append(byte)
      let end = result.count
      guard end > 2, byte >= 0x80 else { continue }
      switch (result[end - 3], result[end - 2], byte) {
      // U+FF05, U+FF0E and U+FF10 to U+FF1A.
      case (0xEF, 0xBC, 0x85), (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0x90...0x9A): result.replaceLast(3, with: byte - 0x60)
      // U+2236, a ratio sign.
      case (0xE2, 0x88, 0xB6): result.replaceLast(3, with: UInt8(ascii: ":"))
      default: break
      }
    }
    return result
  }

  // MARK: Chinese numbers

  /// Returns the quote with Arabic numbers in place of Chinese ones: 一年 is 1年, and 百分之三 is 3%.
  private func withArabicNumbers(_ notation: FractionNotation) -> Bytes {
    let text = Array(String(decoding: written, as: UTF8.self).unicodeScalars)
    var result: Bytes = []
    var index = 0
    while index < text.count {
      if let sign = Self.fractionSign(text, at: index), let number = Self.number(text, at: index + 3) {
        result.append(number.digits + sign)
        index = number.end
      } else if let number = Self.number(text, at: index) {
        if Self.isFraction(text, at: number.end), let share = Self.number(text, at: number.end + 2) {
          result.append(Self.fraction(share.digits, of: number.digits, notation))
          index = share.end
        } else {
          result.append(number.digits)
          index = number.end
        }
      } else {
        result.append(String(text[index]))
        index += 1
      }
    }
    return result
  }

  /// Returns the sign that 百分之 or 千分之 at an index stands for, or nil if neither is there.
  private static func fractionSign(_ text: [Unicode.Scalar], at index: Int) -> String? {
    guard isFraction(text, at: index + 1) else { return nil }
    return text[index] == "百" ? "%" : text[index] == "千" ? "‰" : nil
  }

  private static func isFraction(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    index + 1 < text.count && text[index] == "分" && text[index + 1] == "之"
  }

  private static func fraction(_ share: String, of whole: String, _ notation: FractionNotation) -> String {
    if notation == .percentage, let share = Int(share), let whole = Int(whole), whole > 0, share <= 1_000_000,
      share * 100 % whole == 0
    {
      return "\(share * 100 / whole)%"
    }
    return "\(share):\(whole)"
  }

  /// Returns the digits of the number at an index, and the index after it; nil if there is none.
  ///
  /// 百 and 千 begin no number, since they are parts of names and words.
  private static func number(_ text: [Unicode.Scalar], at start: Int) -> (digits: String, end: Int)? {
    guard start < text.count else { return nil }
    if isDigit(text[start]) {
      let end = text[start...].firstIndex { !isDigit($0) && $0 != "." } ?? text.count
      return (text[start..<end].map { String($0) }.joined(), end)
    }
    guard ChineseNumeral.digit(text[start]) != nil || text[start] == "十" else { return nil }
    let end =
      text[start...].firstIndex { ChineseNumeral.digit($0) == nil && ChineseNumeral.unit($0) == nil } ?? text.count
    return ChineseNumeral.value(text[start..<end]).map { (String($0), end) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

extension Bytes {
  /// Replaces the last bytes by a single one.
  fileprivate mutating func replaceLast(_ count: Int, with byte: UInt8) {
    removeLast(count)
    append(byte)
  }
}
