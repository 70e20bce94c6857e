@testable import KepingCore

/// A reference implementation that reads JSON strings byte by byte, for comparison with the decoder, which reads words of eight
/// bytes.
enum TextReference {
  /// Returns the offset after the closing quote of the string whose opening quote is at `start`.
  static func end(_ bytes: Bytes, from start: Int) -> Result<Int, JSONFault> {
    var offset = start + 1
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""): return .success(offset + 1)
      case UInt8(ascii: "\\"):
        switch escape(bytes, offset) {
        case .success(let length): offset += length
        case .failure(let fault): return .failure(fault)
        }
      case 0..<0x20: return .failure(JSONFault(kind: .controlCharacter, offset: offset))
      case 0x20..<0x80: offset += 1
      default:
        guard let length = (2...4).first(where: { isCharacter(bytes[offset...].prefix($0), $0) }) else {
          return .failure(
            isBegun(bytes[offset...])
              ? JSONFault(kind: .unexpectedEnd, offset: bytes.count) : JSONFault(kind: .invalidUTF8, offset: offset))
        }
        offset += length
      }
    }
    return .failure(JSONFault(kind: .unexpectedEnd, offset: bytes.count))
  }

  /// Returns whether bytes are exactly one character, according to the standard library.
  private static func isCharacter(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Bool {
    bytes.count == count && String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == 1
  }

  /// Returns whether bytes are the beginning of a character, so that further bytes could complete it.
  private static func isBegun(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count < 4 else { return false }
    let more: [Bytes] = [0x80, 0x90, 0xA0, 0xBF].flatMap { [[$0], [$0, 0x80], [$0, 0x80, 0x80]] }
    return more.contains { isCharacter(bytes + $0, bytes.count + $0.count) }
  }

  /// Returns the length of the escape at an offset.
  private static func escape(_ bytes: Bytes, _ offset: Int) -> Result<Int, JSONFault> {
    let end = JSONFault(kind: .unexpectedEnd, offset: bytes.count)
    guard offset + 1 < bytes.count else { return .failure(end) }
    guard bytes[offset + 1] == UInt8(ascii: "u") else {
      return "\"\\/bfnrt".utf8.contains(bytes[offset + 1])
        ? .success(2) : .failure(JSONFault(kind: .invalidEscape, offset: offset))
    }
    func unit(_ offset: Int) -> Result<Int, JSONFault> {
      let digits = bytes[min(offset + 2, bytes.count)...].prefix(4)
      guard digits.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }) else {
        return .failure(JSONFault(kind: .invalidEscape, offset: offset))
      }
      return digits.count < 4 ? .failure(end) : .success(Int(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0)
    }
    guard case .success(let first) = unit(offset) else { return unit(offset) }
    let lone = JSONFault(kind: .loneSurrogate, offset: offset)
    if (0xDC00..<0xE000).contains(first) { return .failure(lone) }
    guard (0xD800..<0xDC00).contains(first) else { return .success(6) }
    for (distance, byte) in [(6, UInt8(ascii: "\\")), (7, UInt8(ascii: "u"))] {
      guard offset + distance < bytes.count else { return .failure(end) }
      guard bytes[offset + distance] == byte else { return .failure(lone) }
    }
    guard case .success(let second) = unit(offset + 6) else { return unit(offset + 6) }
    return (0xDC00..<0xE000).contains(second) ? .success(12) : .failure(lone)
  }
}
