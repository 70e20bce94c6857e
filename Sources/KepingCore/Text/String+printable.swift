extension String {
  /// Returns the text in a form that is safe to show to a person.
  ///
  /// Control characters, line ends and invisible marks, such as those that change the direction of writing, could control a
  /// terminal or mislead the reader. They are replaced by their code point as `\u{…}`, a line feed by `\n` and a tab by a space.
  /// - Parameter limit: the maximum number of characters (Unicode scalars) to keep; `…` replaces the rest.
  public func printable(limit: Int = .max) -> String {
    if utf8.count <= limit, unicodeScalars.allSatisfy(Self.isHarmless) { return self }
    var result = ""
    var left = limit
    for scalar in unicodeScalars {
      guard left > 0 else { return result + "…" }
      left -= 1
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n": result += "\\n"
      case .control where scalar == "\t": result += " "
      case .control, .format, .lineSeparator, .paragraphSeparator: result += "\\u{\(String(scalar.value, radix: 16))}"
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"  // noncharacters, which XML does not allow
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Returns whether a character is one of those that are safe without a look-up in the Unicode tables: printable ASCII, kana,
  /// Chinese characters and their punctuation.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x2010...0x2027, 0x3001...0x30FF, 0x3400...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }

  /// Returns the reason why a plugin's text cannot be shown unchanged, or nil if it can.
  /// - Parameter length: the maximum number of characters (Unicode scalars).
  public func problem(atMost length: Int) -> Wording? {
    if utf8.count > length, unicodeScalars.count > length {
      return Wording("文本超过\(length)个字符", "the text is longer than \(length) characters")
    }
    for scalar in unicodeScalars where !Self.isHarmless(scalar) {
      let isControl =
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
      if isControl {
        let number = String(scalar.value, radix: 16)
        return Wording("文本中不能有控制字符（\\u{\(number)}）", "the text must not contain control characters (\\u{\(number)})")
      }
    }
    return nil
  }
}
