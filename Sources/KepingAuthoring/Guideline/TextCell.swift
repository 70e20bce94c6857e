import KepingPlugins

/// A character of a file with its position, before marks are removed.
struct TextCell {
  var scalar: Unicode.Scalar
  let position: TextPosition
  /// Whether the character comes from an escape, an entity or code, so that it is not a mark.
  var isLiteral = false
  /// Whether this is a line end that also ends a paragraph, heading or list item.
  var endsBlock = false

  var isInvisible: Bool { Self.isInvisible(scalar) }
  var isSpace: Bool { scalar.properties.isWhitespace }
  var isLineEnd: Bool { Self.isLineEnd(scalar) }

  /// Whether a character is invisible: a byte order mark, a soft hyphen, a direction mark or a control character.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20 && scalar.value < 0x7F || scalar.properties.isWhitespace { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format: true
    default: false
    }
  }

  /// Whether a character ends a line, such as a line feed, a vertical tab (a line break of Word) or a form feed (a page break).
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is Chinese or Chinese punctuation; a line end next to one does not separate words.
  var isChinese: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    case 0xB7, 0x2014, 0x2018...0x201D, 0x2026: true
    default: false
    }
  }
}
