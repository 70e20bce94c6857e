/// One JSON text, taken apart in a single pass into a flat list of values in the order they stand in.
///
/// Strict: RFC 8259 and nothing more, UTF-8 checked, no lone surrogates, at most 64 levels. A tape is used again for the
/// next record, so that reading one allocates nothing once its capacity has grown.
public struct JSONTape: Sendable {
  /// The deepest nesting of objects and arrays; a record of its own is at level 1.
  public static let maximumDepth = 64

  public enum Kind: UInt8, Sendable {
    case null, `true`, `false`, number, text, object, array
  }

  /// A value: for a text the bytes between its quotes, else the bytes of the whole value.
  public struct Value: Sendable {
    public let kind: Kind
    /// A text that has escapes, or a number that is not just digits.
    public var isEscaped: Bool
    public var start: Int32
    public var end: Int32
    /// The offset in the tape behind this value and all that is in it; of a key, its hash, since its value follows it.
    public var next: Int32
  }

  /// The values, and room for more.
  public internal(set) var values: [Value] = []
  /// How many of the values are those of the text that was read last.
  public internal(set) var count = 0
  /// Whether some object names a key twice.
  public internal(set) var hasDuplicateKeys = false

  public init() {}

  /// The bytes of a text, escapes resolved, appended to a buffer.
  public static func unescape(_ bytes: Bytes, _ range: Range<Int>, into buffer: inout Bytes) {
    let span = bytes.span
    var offset = range.lowerBound
    while let escape = span.offset(of: UInt8(ascii: "\\"), from: offset, to: range.upperBound) {
      buffer.append(contentsOf: bytes[offset..<escape])
      offset = appendEscape(span, at: escape, to: &buffer)
    }
    buffer.append(contentsOf: bytes[offset..<range.upperBound])
  }

  /// The same of a key, which is short.
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

  /// Appends what the escape at a offset stands for; the offset behind it.
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

  /// The value of four hexadecimal digits that were checked before.
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
