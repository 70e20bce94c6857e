import KepingCore

/// A text that is collected from the elements of a shared or inline string, with the fonts of its runs.
///
/// Only what ``Cell/Marks`` tells apart is kept of a font. Where the font changes, a byte of ``RunFont`` stands in front of
/// the text. Text without runs has no such byte, and text with one begins with one.
struct RichText {
  /// The text in UTF-8, with the bytes of fonts.
  private(set) var bytes: Bytes = []
  /// The font of the current run.
  private var font = RunFont.ofCell
  /// The font of the text that was collected last.
  private var lastFont = RunFont.ofCell
  private var hasFonts = false
  /// Whether text belongs to the string.
  private var isCapturing = false
  /// The nesting depth of phonetic runs (`rPh`), whose text is left out.
  private var phoneticDepth = 0

  /// Handles the start of an element.
  mutating func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("t") {
      guard phoneticDepth == 0 else { return }
      isCapturing = true
      if font != lastFont, bytes.count <= Cell.maximumText {
        bytes.append(font.byte)
        lastFont = font
        hasFonts = true
      }
    } else if element.is("rPr") {
      // A run with properties has none of the cell's.
      font = RunFont(marks: [])
    } else if element.is("rPh") {
      phoneticDepth += 1
    } else if font != .ofCell {
      font = RunFont(marks: font.marks(inCellWith: []).union(attributes.fontMarks(of: element)))
    }
  }

  /// Handles the end of an element.
  mutating func end(_ element: LocalName) {
    isCapturing = false
    if element.is("rPh") { phoneticDepth -= 1 } else if element.is("r") { font = .ofCell }
  }

  /// Handles text, which may arrive in several pieces.
  ///
  /// Text that exceeds the limit of a cell is cut above the limit, so that the excess stays noticeable.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isCapturing, bytes.count <= Cell.maximumText { bytes.append(contentsOf: text) }
  }

  /// Completes the text after its last element.
  mutating func finish() {
    // The text in front of the first run may have no font of its own.
    if hasFonts, !RunFont.isFont(bytes[0]) { bytes.insert(RunFont.ofCell.byte, at: 0) }
    // A text that was cut must not get below the limit.
    if bytes.count <= Cell.maximumText { unescapeCharacters(&bytes) }
  }

  /// Removes the text, to collect another one.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    font = .ofCell
    lastFont = .ofCell
    hasFonts = false
    isCapturing = false
    phoneticDepth = 0
  }
}

/// The font of a run of text, in a byte that never occurs in UTF-8.
struct RunFont: Equatable {
  /// A value from 0xF8.
  let byte: UInt8

  /// The font of the cell, which a run without properties has.
  static let ofCell = RunFont(byte: 0xFF)

  private init(byte: UInt8) { self.byte = byte }

  /// Creates a font of its own from ``Cell/Marks/struck`` and ``Cell/Marks/raised``.
  init(marks: Cell.Marks) { byte = 0xF8 | marks.rawValue }

  /// Returns whether a byte of a text stands for a font.
  static func isFont(_ byte: UInt8) -> Bool { byte >= 0xF8 }

  /// Returns how the font marks text in a cell with a font.
  func marks(inCellWith cellFont: Cell.Marks) -> Cell.Marks {
    self == .ofCell ? cellFont : Cell.Marks(rawValue: byte & 0x07)
  }

  /// A part of a text in one font.
  struct Part {
    let range: Range<Int>
    let marks: Cell.Marks
    /// Whether the part has more than white space.
    let isVisible: Bool

    /// Whether the part has content that is struck out.
    var isStruck: Bool { isVisible && marks.contains(.struck) }
  }

  /// Returns the parts of a text with the bytes of fonts, which are left out.
  static func parts(of text: Bytes, inCellWith cellFont: Cell.Marks) -> [Part] {
    var parts: [Part] = []
    var font = ofCell
    var start = 0
    for end in 0...text.count where end == text.count || isFont(text[end]) {
      if end > start {
        let isVisible = !isBlank(text[start..<end])
        parts.append(Part(range: start..<end, marks: font.marks(inCellWith: cellFont), isVisible: isVisible))
      }
      if end < text.count { font = RunFont(byte: text[end]) }
      start = end + 1
    }
    return parts
  }

  /// Returns whether a text consists of white space, including zero-width spaces.
  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
    }
  }
}

extension XMLAttributes {
  /// Returns how a property of a font, such as `<strike/>`, marks text.
  func fontMarks(of element: LocalName) -> Cell.Marks {
    if element.is("strike") {
      let isOff = text("val").map { ["0", "false", "off"].contains($0.lowercased()) } ?? false
      return isOff ? [] : .struck
    }
    if element.is("vertAlign"), ["superscript", "subscript"].contains(text("val")) { return .raised }
    return []
  }
}

/// Replaces escapes such as `_x000D_` by the characters that they stand for.
///
/// Office Open XML escapes characters that XML does not allow as `_x`, exactly four hexadecimal digits and `_`; `_x005F_`
/// stands for an underscore that would begin an escape.
func unescapeCharacters(_ bytes: inout Bytes) {
  guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return }
  var result: Bytes = []
  var offset = 0
  while offset < bytes.count {
    if let scalar = escapedCharacter(bytes[offset...]) {
      result.append(contentsOf: String(Character(scalar)).utf8)
      offset += 7
    } else {
      result.append(bytes[offset])
      offset += 1
    }
  }
  bytes = result
}

/// Returns the character that an escape at the start of a text stands for, or nil if there is no escape.
private func escapedCharacter(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
  guard text.first == UInt8(ascii: "_"), text.count >= 7 else { return nil }
  let start = text.startIndex
  guard text[start + 1] == UInt8(ascii: "x"), text[start + 6] == UInt8(ascii: "_") else { return nil }
  var number: UInt32 = 0
  for byte in text[(start + 2)..<(start + 6)] {
    switch byte {
    case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: number = number << 4 | UInt32(byte & 0x0F + 9)
    default: return nil
    }
  }
  // NUL is no character of a text: the escape stays as it is written.
  return number == 0 ? nil : Unicode.Scalar(number)
}
