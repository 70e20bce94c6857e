import KepingCore

/// The quote of a clause, in which bounds are looked up whichever way the guideline writes numbers.
///
/// A bound `2家` occurs in “联合2家以上”, “联合２家以上” and “联合两家以上”, `3%` in “百分之三”, `2:3` in “三分之二”, and `2:1` in “2：1”.
struct QuoteText {
  /// The quote with ASCII digits and signs in place of full-width ones.
  private let written: Bytes
  /// The same with Arabic numbers in place of Chinese ones.
  private let converted: Bytes

  init(_ quote: String) {
    let scalars = Self.halfWidth(quote)
    written = Self.bytes(scalars)
    converted = Self.bytes(Self.withArabicNumbers(scalars))
  }

  /// Returns whether a bound occurs and its numbers are not parts of longer ones.
  func contains(_ bound: String) -> Bool {
    let wanted = Self.bytes(Self.halfWidth(bound))
    return Self.contains(wanted, in: written) || Self.contains(wanted, in: converted)
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

  private static func bytes(_ scalars: [Unicode.Scalar]) -> Bytes {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Bytes(String(text).utf8)
  }

  /// Returns a text with ASCII characters in place of full-width digits, decimal points, colons and percent signs.
  private static func halfWidth(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF05, 0xFF0E, 0xFF1A: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2236: ":"
      default: scalar
      }
    }
  }

  /// Returns a text in which Chinese numbers are Arabic ones: 一年 is 1年, 百分之三 is 3%, 三分之二 is 2:3.
  private static func withArabicNumbers(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < text.count {
      if let sign = fractionSign(text, at: index), let number = number(text, at: index + 3) {
        result += number.digits + [sign]
        index = number.end
      } else if let number = number(text, at: index) {
        let after = number.end
        if after + 2 <= text.count, text[after] == "分", text[after + 1] == "之", let share = Self.number(text, at: after + 2) {
          result += share.digits + [":"] + number.digits
          index = share.end
        } else {
          result += number.digits
          index = after
        }
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Returns the sign that 百分之 or 千分之 at an index stands for, or nil if neither is there.
  private static func fractionSign(_ text: [Unicode.Scalar], at index: Int) -> Unicode.Scalar? {
    guard index + 3 <= text.count, text[index + 1] == "分", text[index + 2] == "之" else { return nil }
    return text[index] == "百" ? "%" : text[index] == "千" ? "‰" : nil
  }

  /// Returns the digits of the number at an index, and the index after it; nil if there is none.
  ///
  /// 百 and 千 begin no number, since they are parts of names and words.
  private static func number(_ text: [Unicode.Scalar], at start: Int) -> (digits: [Unicode.Scalar], end: Int)? {
    guard start < text.count else { return nil }
    if text[start].isASCII, text[start].properties.numericType == .decimal {
      let end = text[start...].firstIndex { !($0.isASCII && $0.properties.numericType == .decimal) && $0 != "." } ?? text.count
      return (Array(text[start..<end]), end)
    }
    guard ChineseNumeral.digit(text[start]) != nil || text[start] == "十" else { return nil }
    let end =
      text[start...].firstIndex { ChineseNumeral.digit($0) == nil && ChineseNumeral.unit($0) == nil } ?? text.count
    return ChineseNumeral.value(text[start..<end]).map { (Array(String($0).unicodeScalars), end) }
  }
}
