/// What may follow a piece of valid JSON text, found by scanning the piece once more.
///
/// Only the diagnosis of an error needs this, so reading valid text does not pay for it.
struct JSONContext {
  /// What comes next.
  enum Expected {
    case key, colon, value
    /// A comma or the end of the object or array.
    case separator
    /// Nothing but white space.
    case end
  }

  /// An object or array that is not closed.
  struct Opening {
    let offset: Int
    let isObject: Bool
  }

  private(set) var expected = Expected.value
  /// The open objects and arrays, outermost first.
  private(set) var openings: [Opening] = []
  /// The last complete token: a text, a number, a name or a punctuation mark.
  private(set) var last: Range<Int>?
  /// The offset of the quote of a text that is not finished; nil if there is none.
  private(set) var openText: Int?

  /// Scans the text before an error.
  init(_ bytes: Bytes, _ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      offset += 1
      switch bytes[start] {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "\""):
        guard let end = Self.endOfText(bytes, offset..<range.upperBound) else {
          openText = start
          return
        }
        offset = end
        if expected == .key { expected = .colon } else { endValue() }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        openings.append(Opening(offset: start, isObject: bytes[start] == UInt8(ascii: "{")))
        expected = bytes[start] == UInt8(ascii: "{") ? .key : .value
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = openings.popLast()
        endValue()
      case UInt8(ascii: ","): expected = openings.last?.isObject == true ? .key : .value
      case UInt8(ascii: ":"): expected = .value
      default:
        while offset < range.upperBound, !Self.delimiters.contains(bytes[offset]) { offset += 1 }
        endValue()
      }
      last = start..<offset
    }
  }

  private mutating func endValue() { expected = openings.isEmpty ? .end : .separator }

  /// Returns the offset after the quote that ends a text, or nil if there is none.
  private static func endOfText(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "\"") { return offset + 1 }
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The bytes that end a number or a name.
  static let delimiters: Set<UInt8> = Set(" \t\r\n\",:{}[]".utf8)
}
