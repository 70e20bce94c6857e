/// The values of a JSON text as a flat list in the order of the text, read in a single pass.
///
/// The reader accepts RFC 8259 and nothing more: it checks UTF-8, refuses lone surrogates, and allows at most 64 levels of
/// nesting. A tape is reused for the next record, so that reading allocates nothing once its capacity has grown.
public struct JSONTape: Sendable {
  /// The maximum nesting depth of objects and arrays; a record is at level 1.
  public static let maximumDepth = 64

  /// The kind of a value.
  public enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, text, object, array
  }

  /// A value with its range of bytes: for a string the bytes between the quotes, otherwise all bytes of the value.
  public struct Value: Sendable {
    /// The kind of the value.
    public let kind: Kind
    /// Whether a string has escapes, or a number consists of more than digits.
    public var isEscaped: Bool
    /// The offset of the first byte.
    public var start: Int32
    /// The offset after the last byte.
    public var end: Int32
    /// The index in the tape after this value and everything in it.
    ///
    /// For a key, which its value always follows, this is the hash of the key instead.
    public var next: Int32
  }

  /// The values, followed by unused elements.
  public internal(set) var values: [Value] = []
  /// The number of values of the text that was read last.
  public internal(set) var count = 0
  /// Whether an object in the text names a key twice.
  public internal(set) var hasDuplicateKeys = false

  /// Creates an empty tape.
  public init() {}

  /// Appends the bytes of a string to a buffer with its escapes resolved.
  public static func unescape(_ bytes: Bytes, _ range: Range<Int>, into buffer: inout Bytes) {
    let span = bytes.span
    var offset = range.lowerBound
    while let escape = span.offset(of: UInt8(ascii: "\\"), from: offset, to: range.upperBound) {
      buffer.append(contentsOf: bytes[offset..<escape])
      offset = appendEscape(span, at: escape, to: &buffer)
    }
    buffer.append(contentsOf: bytes[offset..<range.upperBound])
  }

  /// Appends the bytes of a key to a buffer with its escapes resolved; keys are too short to search for backslashes.
  static func unescape(_ bytes: Span<UInt8>, _ range: Range<Int>, into buffer: inout Bytes) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset = appendEscape(bytes, at: offset, to: &buffer)
      } else {
        buffer.append(bytes[offset])
        offset += 1
      }
    }
  }

  /// Appends the character of the escape at an offset, and returns the offset after the escape.
  private static func appendEscape(_ bytes: Span<UInt8>, at start: Int, to buffer: inout Bytes) -> Int {
    var offset = start + 2
    let escape = bytes[start + 1]
    switch escape {
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = fourHexadecimals(bytes, at: offset)
      offset += 4
      if scalar >= 0xD800 && scalar < 0xDC00 {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (fourHexadecimals(bytes, at: offset + 2) - 0xDC00)
        offset += 6
      }
      if let scalar = Unicode.Scalar(scalar) { buffer.append(contentsOf: UTF8.encode(scalar)!) }
    default: buffer.append(escape)
    }
    return offset
  }

  /// Returns the value of four hexadecimal digits, which have been checked before.
  static func fourHexadecimals(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in offset..<(offset + 4) { value = value << 4 | UInt32(hexadecimalValue(bytes[index]) ?? 0) }
    return value
  }

  static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
