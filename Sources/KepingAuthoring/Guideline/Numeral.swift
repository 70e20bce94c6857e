import KepingCore

/// A number in a heading: 3, ３, 三, 十二, ③, Ⅲ.
struct Numeral {
  let value: Int
  let style: Style
  /// The index after the last character of the number.
  let end: Int

  /// The kind of characters that write the number.
  enum Style: Equatable {
    case digits, chinese, circled, roman
  }

  /// Parses the number that begins at an index, of at most nine characters; fails if there is none.
  init?(_ scalars: [Unicode.Scalar], at start: Int, before limit: Int) {
    guard start < limit, let style = Self.style(of: scalars[start]) else { return nil }
    var end = start
    while end < limit, Self.style(of: scalars[end]) == style { end += 1 }
    if style == .circled || style == .roman { end = start + 1 }
    guard end - start <= 9, let value = Self.value(scalars[start..<end], style) else { return nil }
    self.value = value
    self.style = style
    self.end = end
  }

  /// Parses a text that consists of one number.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.init(scalars, at: 0, before: scalars.count)
    if end != scalars.count { return nil }
  }

  /// Returns the style of a character, or nil if it is not part of a number.
  static func style(of scalar: Unicode.Scalar) -> Style? {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: .digits
    case 0x2460...0x2473: .circled
    case 0x2160...0x216B: .roman
    case 0x4E24: nil  // 两 counts things, and no headings.
    default: ChineseNumeral.digit(scalar) != nil || units.contains(scalar) ? .chinese : nil
    }
  }

  private static let units: Set<Unicode.Scalar> = ["十", "百"]

  private static func value(_ scalars: ArraySlice<Unicode.Scalar>, _ style: Style) -> Int? {
    guard let first = scalars.first else { return nil }
    switch style {
    case .circled: return Int(first.value - 0x2460 + 1)
    case .roman: return Int(first.value - 0x2160 + 1)
    case .digits: return scalars.reduce(0) { $0 * 10 + Int($1.value >= 0xFF10 ? $1.value - 0xFF10 : $1.value - 0x30) }
    case .chinese: return ChineseNumeral.value(scalars)
    }
  }
}
