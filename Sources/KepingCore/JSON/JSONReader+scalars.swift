/// Where values end.
extension JSONReader {
  static func endOfWord(_ word: JSONWord, _ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    if start &+ 8 <= bytes.count, word.begins(bytes.word(at: start)) { return start &+ word.count }
    for offset in 0..<word.count {
      guard start + offset < bytes.count else { throw JSONFault(kind: .unexpectedEnd, offset: bytes.count) }
      guard bytes[start + offset] == UInt8(truncatingIfNeeded: word.rawValue >> UInt64(8 * offset)) else {
        throw JSONFault(kind: .invalidLiteral, offset: start)
      }
    }
    return start + word.count
  }

  /// - Parameter isPlain: whether it is digits and nothing else.
  @inline(__always)
  static func endOfNumber(_ bytes: Span<UInt8>, _ start: Int, _ isPlain: inout Bool) throws(JSONFault) -> Int {
    var place = start
    if bytes[place] == UInt8(ascii: "-") { place &+= 1 }
    let first = place
    place = try skipDigits(bytes, place)
    if bytes[first] == UInt8(ascii: "0") && place > first &+ 1 { throw JSONFault(kind: .invalidNumber, offset: first) }
    isPlain = first == start
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place = try skipDigits(bytes, place &+ 1)
      isPlain = false
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: "e") || bytes[place] == UInt8(ascii: "E") {
      place &+= 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place &+= 1 }
      place = try skipDigits(bytes, place)
      isPlain = false
    }
    return place
  }

  @inline(__always)
  private static func skipDigits(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    var place = start
    while UInt(bitPattern: place) < UInt(bitPattern: bytes.count), bytes[place] &- 0x30 < 10 { place &+= 1 }
    if place == start {
      throw JSONFault(kind: place < bytes.count ? .invalidNumber : .unexpectedEnd, offset: place)
    }
    return place
  }

  /// The place of the quote that ends a text.
  /// - Parameter start: the place behind the quote that begins it.
  @inline(__always)
  static func endOfText(_ bytes: Span<UInt8>, _ start: Int, _ isEscaped: inout Bool) throws(JSONFault) -> Int {
    var place = start
    while true {
      let end = bytes.endOfPlain(from: place)
      guard end < bytes.count else { throw JSONFault(kind: .unexpectedEnd, offset: bytes.count) }
      switch bytes[end] {
      case UInt8(ascii: "\""): return end
      case UInt8(ascii: "\\"):
        isEscaped = true
        place = try checkEscape(bytes, end)
      case 0x7F: place = end &+ 1
      case ..<0x20: throw JSONFault(kind: .controlCharacter, offset: end)
      default:
        throw isBrokenOff(bytes, end)
          ? JSONFault(kind: .unexpectedEnd, offset: bytes.count) : JSONFault(kind: .invalidUTF8, offset: end)
      }
    }
  }
}
