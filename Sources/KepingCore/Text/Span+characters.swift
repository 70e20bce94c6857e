/// The characters of JSON texts, many at a time.
extension Span<UInt8> {
  /// Passes over characters that are well-formed and stand for themselves in a text; the offset of the first byte that is
  /// something else: a quote, a backslash, a control character, U+007F, or ill-formed UTF-8; the end where nothing is.
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

/// Eight bytes of a text.
extension UInt64 {
  /// The highest bit of each byte that is not ASCII, or a control character, a quote, a backslash or U+007F; above the lowest
  /// such byte others may be marked, too.
  @inline(__always)
  fileprivate var specialByteMarks: UInt64 {
    // A quote without its second bit is a space, and the first that is not below one more than that.
    let spaces = (self ^ .repeating(0x02)) &- .repeating(0x21)
    let backslashes = (self ^ .repeating(UInt8(ascii: "\\"))) &- .repeating(1)
    let deletes = self &+ .repeating(1)
    return (spaces | backslashes | deletes | self) & .repeating(0x80)
  }

  /// How many of three words' bytes are characters of three bytes, as Chinese has them, from the first on.
  ///
  /// Neither U+0800 to U+0FFF, which would have to be told from overlong forms, nor U+D000 to U+DFFF, where the surrogates are:
  /// where there is one of them, none is counted. Every mask has a bit of each byte: else the compiler would load single bytes.
  @inline(__always)
  fileprivate static func threeByteRun(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> Int {
    let firstOther = first & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0
    if firstOther.trailingZeroBitCount < 24 { return 0 }
    let secondOther = second & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080
    let thirdOther = third & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080
    // The lower halves of the characters' first bytes, which stand at eight different places, and nothing of their others.
    let leads = first & 0x400F_4040_0F40_400F | second & 0x0F40_400F_4040_0F40 | third & 0x4040_0F40_400F_4040
    // Each of them may be neither 0 nor 13.
    let valid = (leads &+ .repeating(0x0F)) & ((leads ^ .repeating(0x0D)) &+ .repeating(0x0F)) & .repeating(0x10)
    if firstOther | secondOther | thirdOther == 0, valid == .repeating(0x10) { return 24 }
    let bits =
      firstOther != 0
      ? firstOther.trailingZeroBitCount
      : secondOther != 0 ? 64 &+ secondOther.trailingZeroBitCount : 128 &+ thirdOther.trailingZeroBitCount
    let count = bits / 24
    if valid == .repeating(0x10) { return count &* 3 }
    // What stands behind these characters need not be fit.
    let wanted = leadMask(count)
    return valid & wanted == wanted ? count &* 3 : 0
  }

  /// A bit for each of so many characters' first bytes.
  @inline(__always)
  private static func leadMask(_ count: Int) -> UInt64 { leadMasks[count] }

  private static let leadMasks: InlineArray<9, UInt64> = [
    0, 0x10, 0x1000_0010, 0x0010_0000_1000_0010, 0x0010_0000_1000_1010, 0x0010_0010_1000_1010, 0x1010_0010_1000_1010,
    0x1010_0010_1010_1010, 0x1010_1010_1010_1010,
  ]
}
