/// Examines the bytes of strings one character at a time.
extension JSONReader {
  /// Checks the escape at an offset, and returns the offset after it.
  static func checkEscape(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    let end = bytes.count
    guard start + 1 < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try codeUnit(bytes, start, end)
      if unit >= 0xDC00 && unit < 0xE000 { throw JSONFault(kind: .loneSurrogate, offset: start) }
      guard unit >= 0xD800 && unit < 0xDC00 else { return start + 6 }
      guard start + 6 < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
      guard bytes[start + 6] == UInt8(ascii: "\\"), start + 7 >= end || bytes[start + 7] == UInt8(ascii: "u") else {
        throw JSONFault(kind: .loneSurrogate, offset: start)
      }
      guard start + 7 < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
      let second = try codeUnit(bytes, start + 6, end)
      guard second >= 0xDC00 && second < 0xE000 else { throw JSONFault(kind: .loneSurrogate, offset: start) }
      return start + 12
    default: throw JSONFault(kind: .invalidEscape, offset: start)
    }
  }

  /// Returns the UTF-16 code unit of the `\u` escape at an offset.
  private static func codeUnit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(JSONFault) -> UInt32 {
    for index in (start + 2)..<(start + 6) {
      guard index < end else { throw JSONFault(kind: .unexpectedEnd, offset: end) }
      guard JSONTape.hexadecimalValue(bytes[index]) != nil else { throw JSONFault(kind: .invalidEscape, offset: start) }
    }
    return JSONTape.fourHexadecimals(bytes, at: start + 2)
  }

  /// Returns whether the bytes from an offset on are the beginning of a well-formed UTF-8 sequence that is cut off.
  static func isTruncated(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    let end = bytes.count
    guard end - offset < 4 else { return false }
    for second: UInt8 in [0x80, 0x90, 0xA0] {
      var whole: Bytes = []
      for index in offset..<end { whole.append(bytes[index]) }
      whole += end - offset == 1 ? [second, 0x80, 0x80] : [0x80, 0x80]
      if utf8Length(whole.span, 0, whole.count) != nil { return true }
    }
    return false
  }

  /// Returns the length of the UTF-8 sequence at an offset, by table 3-7 of the Unicode standard, or nil if it is ill-formed.
  static func utf8Length(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Int? {
    func continues(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset + index < end && range.contains(bytes[offset + index])
    }
    switch bytes[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : nil
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : nil
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : nil
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : nil
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : nil
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : nil
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : nil
    default: return nil
    }
  }
}
