import KepingCore
import Workbooks

extension CellReader {
  /// Returns whether a text means "none", such as 无 or a dash.
  static func meansNone(_ text: String) -> Bool {
    var text = text[...]
    while let last = text.last, "。；;，,.".contains(last) { text.removeLast() }
    return ["无", "没有", "暂无", "尚无", "/", "／", "\\", "-", "--", "—", "——", "－", "none"].contains(text.lowercased())
  }

  /// Returns a text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    if hasNoOuterSpace(text) { return text }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isBlank(first) || isBlank(last)
    else { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !isBlank($0) }), let end = scalars.lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(scalars[start...end])
  }

  /// Returns whether the bytes alone show that there is no white space at the ends: both ends are printable ASCII or
  /// common Chinese characters.
  private static func hasNoOuterSpace(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { return false }
    let (first, last) = (bytes[0], bytes[bytes.count - 1])
    if last < 0x80 { return isNonBlankLead(first) && isNonBlankLead(last) }
    let lead = bytes.count >= 3 ? bytes[bytes.count - 3] : 0
    return isNonBlankLead(first) && lead >= 0x80 && isNonBlankLead(lead)
  }

  /// Returns whether a byte is printable ASCII, or the first byte of a character from U+4000 to U+9FFF.
  private static func isNonBlankLead(_ lead: UInt8) -> Bool { (0x21...0x7E).contains(lead) || (0xE4...0xE9).contains(lead) }

  /// Returns whether a character is white space, including zero-width spaces.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // A fast path without the Unicode tables for letters, digits and Chinese characters.
    if (0x21...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) { return false }
    return scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  /// Returns a text with half-width instead of full-width characters.
  static func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Returns whether a text is a number with an exponent, as a spreadsheet shows a number that is too wide for its
  /// column.
  static func isScientific(_ text: String) -> Bool {
    let text = halfWidth(text).lowercased()
    guard let mark = text.firstIndex(of: "e"), mark != text.startIndex else { return false }
    let exponent = text[text.index(after: mark)...].drop { $0 == "+" || $0 == "-" }
    // An exponent of more digits belongs to a code with a letter E.
    return text[..<mark].allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") } && (1...3).contains(exponent.count)
      && exponent.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
