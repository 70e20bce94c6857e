/// A buffer of UTF-8 text.
///
/// All output is built in such buffers. No `String` is created between a record and the output file, except for messages to a
/// person.
public typealias Bytes = [UInt8]

extension Bytes {
  /// Appends the UTF-8 bytes of a string.
  @inline(__always)
  public mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends an integer in decimal digits.
  public mutating func append(decimal value: Int) {
    if value >= 0 && value < 10 {
      append(UInt8(ascii: "0") + UInt8(value))
    } else {
      append(contentsOf: String(value).utf8)
    }
  }

  /// Appends a number in JSON notation: the shortest digits that parse to the same double, without a trailing `.0`.
  public mutating func append(number value: Double) {
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 {
      append(decimal: whole)
    } else {
      append(contentsOf: value.description.utf8)
    }
  }

  /// Appends text escaped for a JSON string, without the quotes.
  ///
  /// - Parameter text: well-formed UTF-8.
  public mutating func append(escaped text: some Collection<UInt8>) {
    guard text.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0x7F }) else {
      return append(contentsOf: text)
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F:
        append("\\u00")
        append(hexadecimal(byte >> 4))
        append(hexadecimal(byte & 15))
      default: append(byte)
      }
    }
  }

  /// Appends text escaped for a JSON string, without the quotes.
  public mutating func append(escaped text: String) {
    let bytes = text.utf8.span
    if bytes.endOfPlainText(from: 0) == bytes.count { append(text) } else { append(escaped: text.utf8) }
  }

  /// Appends a JSON string with its quotes.
  public mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    append(escaped: text)
    append(UInt8(ascii: "\""))
  }

  /// The bytes decoded as a string.
  public var text: String { String(decoding: self, as: UTF8.self) }
}

private func hexadecimal(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
