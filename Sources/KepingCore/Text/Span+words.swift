/// Eight bytes at a time: the compiler makes one load of it, after one look at the bounds.
extension Span<UInt8> {
  /// The eight bytes from a place on, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    let eight = extracting(place..<place &+ 8)
    var word = UInt64(eight[0])
    word |= UInt64(eight[1]) << 8
    word |= UInt64(eight[2]) << 16
    word |= UInt64(eight[3]) << 24
    word |= UInt64(eight[4]) << 32
    word |= UInt64(eight[5]) << 40
    word |= UInt64(eight[6]) << 48
    word |= UInt64(eight[7]) << 56
    return word
  }

  /// Fewer than eight bytes as a word, zeros above them.
  @inline(__always)
  func word(at place: Int, count: Int) -> UInt64 {
    if place &+ 8 <= self.count { return word(at: place) & ~(~0 << UInt64(truncatingIfNeeded: 8 &* count)) }
    var word: UInt64 = 0
    var offset = 0
    while offset < count {
      word |= UInt64(self[place &+ offset]) << UInt64(truncatingIfNeeded: 8 &* offset)
      offset &+= 1
    }
    return word
  }

  /// The sixteen bytes from a place on.
  @inline(__always)
  func sixteen(at place: Int) -> SIMD16<UInt8> {
    let run = extracting(place..<place &+ 16)
    return SIMD16(
      run[0], run[1], run[2], run[3], run[4], run[5], run[6], run[7], run[8], run[9], run[10], run[11], run[12], run[13],
      run[14], run[15])
  }

  /// Whether a run of bytes is the same as another.
  @inline(__always)
  func isSame(_ start: Int, _ count: Int, as other: Span<UInt8>, _ otherStart: Int) -> Bool {
    if count < 8 { return word(at: start, count: count) == other.word(at: otherStart, count: count) }
    var offset = 0
    while offset &+ 8 <= count {
      if word(at: start &+ offset) != other.word(at: otherStart &+ offset) { return false }
      offset &+= 8
    }
    // The last eight, some of which were looked at already.
    return word(at: start &+ count &- 8) == other.word(at: otherStart &+ count &- 8)
  }

  /// Passes over characters that stand for themselves in a JSON text; the place of the first that may not, or of one of the
  /// last few bytes.
  @inline(__always)
  func endOfPlain(from start: Int) -> Int {
    var place = start
    while place &+ 16 <= count {
      let sixteen = extracting(place..<place &+ 16)
      let word = sixteen.word(at: 0)
      if word.isFiveOfThree(sixteen.word(at: 8)) {
        place &+= 15
      } else if word.isTwoOfThree {
        place &+= 6
      } else {
        let plain = word.plainCount
        place &+= plain
        if plain < 8 { break }
      }
    }
    return place
  }

  /// Whether a byte, given as a word of eight of it, is among the 32 bytes from a place on.
  @inline(__always)
  func has32(_ eight: UInt64, from place: Int) -> Bool {
    let four = extracting(place..<place &+ 32)
    let found =
      (four.word(at: 0) ^ eight).zeroBytes | (four.word(at: 8) ^ eight).zeroBytes
      | (four.word(at: 16) ^ eight).zeroBytes | (four.word(at: 24) ^ eight).zeroBytes
    return found != 0
  }

  /// Whether a byte stands between two places.
  func has(_ byte: UInt8, from start: Int, to end: Int) -> Bool { place(of: byte, from: start, to: end) != nil }

  /// The first place of a byte; nil where it does not stand between two places.
  func place(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let wanted = UInt64.repeating(byte)
    var place = start
    while place &+ 32 <= end, !has32(wanted, from: place) { place &+= 32 }
    while place &+ 8 <= end {
      let found = (word(at: place) ^ wanted).zeroBytes
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end {
      if self[place] == byte { return place }
      place &+= 1
    }
    return nil
  }
}

extension MutableSpan<UInt8> {
  /// Stores eight bytes, the lowest one first: the compiler makes one store of it.
  @inline(__always)
  mutating func store(_ word: UInt64, at place: Int) {
    // The standard library's present name of MutableSpan.extracting(_:).
    var eight = _mutatingExtracting(place..<place &+ 8)
    eight[0] = UInt8(truncatingIfNeeded: word)
    eight[1] = UInt8(truncatingIfNeeded: word >> 8)
    eight[2] = UInt8(truncatingIfNeeded: word >> 16)
    eight[3] = UInt8(truncatingIfNeeded: word >> 24)
    eight[4] = UInt8(truncatingIfNeeded: word >> 32)
    eight[5] = UInt8(truncatingIfNeeded: word >> 40)
    eight[6] = UInt8(truncatingIfNeeded: word >> 48)
    eight[7] = UInt8(truncatingIfNeeded: word >> 56)
  }

  /// Stores sixteen bytes.
  @inline(__always)
  mutating func store(_ sixteen: SIMD16<UInt8>, at place: Int) {
    var run = _mutatingExtracting(place..<place &+ 16)
    run[0] = sixteen[0]
    run[1] = sixteen[1]
    run[2] = sixteen[2]
    run[3] = sixteen[3]
    run[4] = sixteen[4]
    run[5] = sixteen[5]
    run[6] = sixteen[6]
    run[7] = sixteen[7]
    run[8] = sixteen[8]
    run[9] = sixteen[9]
    run[10] = sixteen[10]
    run[11] = sixteen[11]
    run[12] = sixteen[12]
    run[13] = sixteen[13]
    run[14] = sixteen[14]
    run[15] = sixteen[15]
  }

  /// Stores the first 32 bytes of others.
  @inline(__always)
  mutating func store32(_ others: Span<UInt8>, at place: Int) {
    let source = others.extracting(0..<32)
    var run = _mutatingExtracting(place..<place &+ 32)
    let low = source.sixteen(at: 0)
    let high = source.sixteen(at: 16)
    run.store(low, at: 0)
    run.store(high, at: 16)
  }
}

/// Looks at each byte of a word.
extension UInt64 {
  /// The same byte eight times.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is 0; above the lowest such byte others may be marked, too.
  @inline(__always)
  var zeroBytes: UInt64 { (self &- .repeating(1)) & ~self & .repeating(0x80) }

  /// How many bytes stand before the first that is not ASCII, or does not stand for itself in a JSON text.
  @inline(__always)
  var plainCount: Int {
    let marks =
      (self ^ .repeating(UInt8(ascii: "\""))).zeroBytes | (self ^ .repeating(UInt8(ascii: "\\"))).zeroBytes
      | (self &- .repeating(0x20)) & ~self & .repeating(0x80) | self & .repeating(0x80)
    return marks == 0 ? 8 : marks.trailingZeroBitCount / 8
  }

  /// Whether the first six bytes are two characters of three bytes, as Chinese has them: not U+0800 to U+0FFF, which would
  /// have to be told from overlong forms, nor U+D000 to U+DFFF, where the surrogates are.
  @inline(__always)
  var isTwoOfThree: Bool {
    self & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 && Self.leads(self, self >> 24) & 1 == 1
  }

  /// Whether this word and the seven bytes behind it, which are `rest`, are five such characters.
  @inline(__always)
  func isFiveOfThree(_ rest: UInt64) -> Bool {
    self & 0xC0F0_C0C0_F0C0_C0F0 == 0x80E0_8080_E080_80E0 && rest & 0xC0_C0F0_C0C0_F0C0 == 0x80_80E0_8080_E080
      && Self.leads(self, self >> 24) & Self.leads(self >> 48, rest >> 8) & Self.leads(rest >> 32, rest >> 32) & 1 == 1
  }

  /// The lowest bit says whether two bytes 0xE0 to 0xEF are neither 0xE0 nor 0xED.
  @inline(__always)
  private static func leads(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (0xDFFE as UInt64 >> (first & 15)) & (0xDFFE as UInt64 >> (second & 15))
  }
}
