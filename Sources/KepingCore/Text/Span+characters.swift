/// Scans the characters of JSON strings, many at a time.
extension Span<UInt8> {
  /// Returns the offset of the first byte from `start` on that is not a plain character of a JSON string, or the end of the span
  /// if there is none.
  ///
  /// Plain characters are well-formed UTF-8 and need no escape. Not plain are quotes, backslashes, control characters, ill-formed
  /// UTF-8, and U+007F, because results escape it.
  func endOfPlainText(from start: Int) -> Int {
    var offset = start
    while true {
      let rest = extracting(droppingFirst: offset)
      guard rest.count >= 24 else { return endOfPlainTextBytewise(from: offset) }
      let word = rest.joined8(0)
      let run = UInt64.threeByteRun(word, rest.joined8(8), rest.joined8(16))
      if run > 0 {
        offset &+= run
        if run < 24, rest[run] == UInt8(ascii: "\"") { return offset }
        continue
      }
      let marks = word.specialByteMarks
      if marks == 0 {
        offset &+= 8
        continue
      }
      let plain = marks.trailingZeroBitCount / 8
      offset &+= plain
      if UInt8(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: 8 &* plain)) < 0x80 { return offset }
      if plain > 0 { continue }
      guard let length = JSONReader.utf8Length(self, offset, count) else { return offset }
      offset &+= length
    }
  }

  private func endOfPlainTextBytewise(from start: Int) -> Int {
    var offset = start
    while offset < count {
      let byte = self[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { break }
      guard let length = JSONReader.utf8Length(self, offset, count) else { break }
      offset &+= length
    }
    return offset
  }
}

/// Examines the bytes of text eight at a time.
extension UInt64 {
  /// A word with the highest bit set in each byte that is not ASCII, or is a control character, a quote, a backslash or U+007F.
  ///
  /// Only the lowest marked byte is reliable: bytes above it may be marked although they are plain.
  @inline(__always)
  fileprivate var specialByteMarks: UInt64 {
    // Flipping bit 1 turns a quote (0x22) into a space (0x20), so that one subtraction of 0x21 finds both control characters and
    // quotes.
    let spaces = (self ^ .repeating(0x02)) &- .repeating(0x21)
    let backslashes = (self ^ .repeating(UInt8(ascii: "\\"))) &- .repeating(1)
    let deletes = self &+ .repeating(1)
    return (spaces | backslashes | deletes | self) & .repeating(0x80)
  }

  /// Returns how many bytes at the beginning of three words belong to characters of three bytes, such as Chinese characters.
  ///
  /// The result is 0 if one of the characters found is from U+0800 to U+0FFF, which would have to be distinguished from overlong
  /// forms, or from U+D000 to U+DFFF, which include the surrogates. Each mask has bits in every byte, because otherwise the
  /// compiler would load single bytes.
  @inline(__always)
  fileprivate static func threeByteRun(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> Int {
    let firstOther = first & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0
    if firstOther.trailingZeroBitCount < 24 { return 0 }
    let secondOther = second & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080
    let thirdOther = third & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080
    // The low halves of the characters' first bytes, each in its own byte of the word. The bits that the masks select from the
    // other bytes of a three-byte character are 0.
    let leads = first & 0x400F_4040_0F40_400F | second & 0x0F40_400F_4040_0F40 | third & 0x4040_0F40_400F_4040
    // None of them may be 0 or 13.
    let valid = (leads &+ .repeating(0x0F)) & ((leads ^ .repeating(0x0D)) &+ .repeating(0x0F)) & .repeating(0x10)
    if firstOther | secondOther | thirdOther == 0, valid == .repeating(0x10) { return 24 }
    let bits =
      firstOther != 0
      ? firstOther.trailingZeroBitCount
      : secondOther != 0 ? 64 &+ secondOther.trailingZeroBitCount : 128 &+ thirdOther.trailingZeroBitCount
    let count = bits / 24
    if valid == .repeating(0x10) { return count &* 3 }
    // Only the characters counted here have to be valid, not the bytes after them.
    let wanted = leadMask(count)
    return valid & wanted == wanted ? count &* 3 : 0
  }

  /// Returns a mask with one bit for the first byte of each of the first `count` characters.
  @inline(__always)
  private static func leadMask(_ count: Int) -> UInt64 { leadMasks[count] }

  private static let leadMasks: InlineArray<9, UInt64> = [
    0, 0x10, 0x1000_0010, 0x0010_0000_1000_0010, 0x0010_0000_1000_1010, 0x0010_0010_1000_1010, 0x1010_0010_1000_1010,
    0x1010_0010_1010_1010, 0x1010_1010_1010_1010,
  ]
}
