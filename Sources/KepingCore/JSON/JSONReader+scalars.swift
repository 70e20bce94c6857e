/// Finds the ends of scalar values.
extension JSONReader {
  /// Returns the offset after a literal.
  static func endOfLiteral(_ literal: JSONLiteral, _ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    if start &+ 8 <= bytes.count, literal.isPrefix(of: bytes.word(at: start)) { return start &+ literal.count }
    for index in 0..<literal.count {
      guard start + index < bytes.count else { throw JSONFault(kind: .unexpectedEnd, offset: bytes.count) }
      guard bytes[start + index] == UInt8(truncatingIfNeeded: literal.rawValue >> UInt64(8 * index)) else {
        throw JSONFault(kind: .invalidLiteral, offset: start)
      }
    }
    return start + literal.count
  }

  /// Returns the offset after a number.
  ///
  /// - Parameter isPlain: set to whether the number consists of digits only.
  @inline(__always)
  static func endOfNumber(_ bytes: Span<UInt8>, _ start: Int, _ isPlain: inout Bool) throws(JSONFault) -> Int {
    var offset = start
    if bytes[offset] == UInt8(ascii: "-") { offset &+= 1 }
    let first = offset
    offset = try skipDigits(bytes, offset)
    if bytes[first] == UInt8(ascii: "0") && offset > first &+ 1 { throw JSONFault(kind: .invalidNumber, offset: first) }
    isPlain = first == start
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset = try skipDigits(bytes, offset &+ 1)
      isPlain = false
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "e") || bytes[offset] == UInt8(ascii: "E") {
      offset &+= 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset &+= 1 }
      offset = try skipDigits(bytes, offset)
      isPlain = false
    }
    return offset
  }

  /// Returns the offset after a run of at least one digit.
  @inline(__always)
  private static func skipDigits(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    var offset = start
    while UInt(bitPattern: offset) < UInt(bitPattern: bytes.count), bytes[offset] &- 0x30 < 10 { offset &+= 1 }
    if offset == start {
      throw JSONFault(kind: offset < bytes.count ? .invalidNumber : .unexpectedEnd, offset: offset)
    }
    return offset
  }

  /// Returns the offset of the quote that ends a string.
  ///
  /// - Parameters:
  ///   - start: the offset after the opening quote.
  ///   - isEscaped: set to true if the string has escapes.
  @inline(__always)
  static func endOfText(_ bytes: Span<UInt8>, _ start: Int, _ isEscaped: inout Bool) throws(JSONFault) -> Int {
    var offset = start
    while true {
      let end = bytes.endOfPlainText(from: offset)
      guard end < bytes.count else { throw JSONFault(kind: .unexpectedEnd, offset: bytes.count) }
      switch bytes[end] {
      case UInt8(ascii: "\""): return end
      case UInt8(ascii: "\\"):
        isEscaped = true
        offset = try checkEscape(bytes, end)
      case 0x7F: offset = end &+ 1
      case ..<0x20: throw JSONFault(kind: .controlCharacter, offset: end)
      default:
        throw isTruncated(bytes, end)
          ? JSONFault(kind: .unexpectedEnd, offset: bytes.count) : JSONFault(kind: .invalidUTF8, offset: end)
      }
    }
  }
}
