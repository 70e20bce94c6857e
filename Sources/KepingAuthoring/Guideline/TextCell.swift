import KepingPlugins

/// A character of a file with its position, before the marks are taken out.
struct TextCell {
  var scalar: Unicode.Scalar
  let position: TextPosition
  /// Whether it was escaped, an entity or code: no mark, whatever it looks like.
  var isLiteral = false
  /// Whether a paragraph, heading or list item ends here; of line ends only.
  var endsBlock = false

  var isInvisible: Bool { Self.isInvisible(scalar) }
  var isSpace: Bool { scalar.properties.isWhitespace }
  var isLineEnd: Bool { Self.isLineEnd(scalar) }

  /// Whether nobody sees it: a byte order mark, a soft hyphen, marks of direction, control characters.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20 && scalar.value < 0x7F || scalar.properties.isWhitespace { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format: true
    default: false
    }
  }

  /// Line feed, vertical tab (a line break of Word's), form feed (a page's end) and their like.
  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether no space belongs beside it at a line's end: Chinese characters, and punctuation as Chinese has it.
  var isChinese: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    case 0xB7, 0x2014, 0x2018...0x201D, 0x2026: true
    default: false
    }
  }
}
