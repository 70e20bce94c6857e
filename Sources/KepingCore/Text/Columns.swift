/// Measures and aligns text in columns, on a terminal or in a cell; a Chinese character is two columns wide.
package enum Columns {
  /// Returns the width of text in columns.
  package static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  /// Returns text padded with trailing spaces to a width in columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  /// Returns cells as a line, with a space between them and without trailing spaces.
  ///
  /// - Parameter widths: the widths of the first cells; the others stay as they are.
  package static func line(_ cells: [String], widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() { text += index < widths.count ? padded(cell, to: widths[index]) + " " : cell }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Returns text shortened to a width in columns; `…` marks the omitted end.
  package static func cut(_ text: String, to limit: Int) -> String {
    guard width(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = width(String(character))
      if used + next > limit - 1 { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// Returns the number of lines that text needs in a cell that is `cellWidth` columns wide.
  ///
  /// Columns are counted in digits of the default font, Calibri 11, which are 7 pixels wide; half a Chinese character of 10 points
  /// is 6.7 pixels wide. LibreOffice takes a wider font if it does not have Calibri; then a row may be one line too high.
  /// As in spreadsheet programs, a line breaks at a space or beside a wide character, but not before closing punctuation.
  package static func lines(_ text: String, width cellWidth: Double) -> Int {
    let limit = max(2, Int(cellWidth * 1.05))
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + lines(String($1), limit) }
  }

  private static func lines(_ paragraph: String, _ limit: Int) -> Int {
    var lines = 1
    // The used columns of the current line, and those of the word at its end, which moves to the next line as a whole.
    var (used, word) = (0, 0)
    var isAfterWide = false
    for scalar in paragraph.unicodeScalars {
      let width = width(scalar)
      let isWide = width == 2
      let continuesWord = closing.contains(scalar) || !isWide && !isAfterWide
      word = scalar == " " ? 0 : continuesWord ? word + width : width
      isAfterWide = isWide
      used += width
      guard used > limit, scalar != " " else { continue }
      lines += 1
      // A word that is longer than a line breaks anywhere.
      if word > limit { word = width }
      used = word
    }
    return lines
  }

  /// The punctuation that does not begin a line.
  private static let closing = Set("，。、；：！？）》〉」』】〕％”’…".unicodeScalars)

  /// Returns the width of a scalar: 2 for wide and full-width characters of Unicode's East_Asian_Width, 0 for combining marks.
  ///
  /// Ambiguous characters count as narrow, as in wcwidth.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
