import KepingCore

/// A number in a text, in Arabic digits or Chinese characters.
struct FigureNumber {
  /// The index of the first character.
  let start: Int
  /// The index after the last character.
  let end: Int
  /// The number in Arabic digits, with a decimal point if it has decimals.
  let digits: String
  /// The sign that 百分之 or 千分之 before the number stands for, or nil.
  let fractionSign: String?
  /// Whether the number is written in Chinese characters.
  let isChinese: Bool

  /// Parses the number that begins at an index; fails if none does.
  init?(_ text: [Unicode.Scalar], at start: Int) {
    guard start < text.count else { return nil }
    if let sign = Self.fractionSign(text, at: start) {
      guard let number = FigureNumber(text, at: start + 3), number.fractionSign == nil else { return nil }
      self.start = start
      end = number.end
      digits = number.digits
      fractionSign = sign
      isChinese = number.isChinese
      return
    }
    self.start = start
    fractionSign = nil
    isChinese = !Self.isDigit(text[start])
    if isChinese {
      guard ChineseNumeral.digit(text[start]) != nil || text[start] == "十" else { return nil }
      end = text[start...].firstIndex { ChineseNumeral.digit($0) == nil && ChineseNumeral.unit($0) == nil } ?? text.count
      guard let value = ChineseNumeral.value(text[start..<end]) else { return nil }
      digits = String(value)
    } else {
      var digits = ""
      var index = start
      var hasPoint = false
      while index < text.count {
        let hasDigitAfter = index + 1 < text.count && Self.isDigit(text[index + 1])
        if Self.isDigit(text[index]) {
          digits.unicodeScalars.append(text[index])
        } else if text[index] == ".", !hasPoint, hasDigitAfter {
          hasPoint = true
          digits.append(".")
        } else if !(text[index] == "," && !hasPoint && Self.isGroup(text, at: index + 1)) {
          break
        }
        index += 1
      }
      self.digits = digits
      end = index
    }
  }

  /// Whether three digits begin at an index, and no fourth one follows: the group after a thousands separator.
  private static func isGroup(_ text: [Unicode.Scalar], at start: Int) -> Bool {
    start + 3 <= text.count && text[start..<(start + 3)].allSatisfy(isDigit)
      && (start + 3 == text.count || !isDigit(text[start + 3]))
  }

  private static func fractionSign(_ text: [Unicode.Scalar], at index: Int) -> String? {
    guard index + 2 < text.count, text[index + 1] == "分", text[index + 2] == "之" else { return nil }
    return text[index] == "百" ? "%" : text[index] == "千" ? "‰" : nil
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
