/// Eight bytes at a time: the compiler makes one load of it, after one look at the bounds.
extension Span<UInt8> {
  /// The eight bytes from a offset on, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 { extracting(offset..<offset &+ 8).joined8(0) }

  /// The same of a span that is known to have them, where nothing is looked at.
  @inline(__always)
  func joined8(_ offset: Int) -> UInt64 {
    var word = UInt64(self[offset])
    word |= UInt64(self[offset &+ 1]) << 8
    word |= UInt64(self[offset &+ 2]) << 16
    word |= UInt64(self[offset &+ 3]) << 24
    word |= UInt64(self[offset &+ 4]) << 32
    word |= UInt64(self[offset &+ 5]) << 40
    word |= UInt64(self[offset &+ 6]) << 48
    word |= UInt64(self[offset &+ 7]) << 56
    return word
  }

  /// Fewer than eight bytes as a word, zeros above them.
  @inline(__always)
  func word(at offset: Int, count: Int) -> UInt64 {
    if offset &+ 8 <= self.count { return word(at: offset) & ~(~0 << UInt64(truncatingIfNeeded: 8 &* count)) }
    var word: UInt64 = 0
    var index = 0
    while index < count {
      word |= UInt64(self[offset &+ index]) << UInt64(truncatingIfNeeded: 8 &* index)
      index &+= 1
    }
    return word
  }

  /// Sixteen bytes of a span that is known to have them.
  @inline(__always)
  func joined16(_ offset: Int) -> SIMD16<UInt8> {
    SIMD16(
      self[offset], self[offset &+ 1], self[offset &+ 2], self[offset &+ 3], self[offset &+ 4], self[offset &+ 5],
      self[offset &+ 6], self[offset &+ 7], self[offset &+ 8], self[offset &+ 9], self[offset &+ 10], self[offset &+ 11],
      self[offset &+ 12], self[offset &+ 13], self[offset &+ 14], self[offset &+ 15])
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

  /// Whether a byte, given as a word of eight of it, is among the 32 bytes from a offset on.
  @inline(__always)
  func contains32(_ eight: UInt64, from offset: Int) -> Bool {
    let four = extracting(offset..<offset &+ 32)
    let found =
      (four.joined8(0) ^ eight).zeroBytes | (four.joined8(8) ^ eight).zeroBytes
      | (four.joined8(16) ^ eight).zeroBytes | (four.joined8(24) ^ eight).zeroBytes
    return found != 0
  }

  /// Whether a byte stands between two places.
  func contains(_ byte: UInt8, from start: Int, to end: Int) -> Bool { offset(of: byte, from: start, to: end) != nil }

  /// The first offset of a byte; nil where it does not stand between two places.
  func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    let wanted = UInt64.repeating(byte)
    var offset = start
    while offset &+ 32 <= end, !contains32(wanted, from: offset) { offset &+= 32 }
    while offset &+ 8 <= end {
      let found = (word(at: offset) ^ wanted).zeroBytes
      if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
      offset &+= 8
    }
    while offset < end {
      if self[offset] == byte { return offset }
      offset &+= 1
    }
    return nil
  }
}

extension MutableSpan<UInt8> {
  /// Stores eight bytes, the lowest one first: the compiler makes one store of it.
  @inline(__always)
  mutating func store(_ word: UInt64, at offset: Int) {
    // The standard library's present name of MutableSpan.extracting(_:).
    var eight = _mutatingExtracting(offset..<offset &+ 8)
    eight[0] = UInt8(truncatingIfNeeded: word)
    eight[1] = UInt8(truncatingIfNeeded: word >> 8)
    eight[2] = UInt8(truncatingIfNeeded: word >> 16)
    eight[3] = UInt8(truncatingIfNeeded: word >> 24)
    eight[4] = UInt8(truncatingIfNeeded: word >> 32)
    eight[5] = UInt8(truncatingIfNeeded: word >> 40)
    eight[6] = UInt8(truncatingIfNeeded: word >> 48)
    eight[7] = UInt8(truncatingIfNeeded: word >> 56)
  }

  /// Stores 32 bytes.
  @inline(__always)
  mutating func store(_ vector: SIMD32<UInt8>, at offset: Int) {
    var run = _mutatingExtracting(offset..<offset &+ 32)
    run.set(vector.lowHalf, 0)
    run.set(vector.highHalf, 16)
  }

  /// Sets sixteen bytes of a span that is known to have them: the compiler makes one store of it.
  @inline(__always)
  private mutating func set(_ sixteen: SIMD16<UInt8>, _ offset: Int) {
    self[offset] = sixteen[0]
    self[offset &+ 1] = sixteen[1]
    self[offset &+ 2] = sixteen[2]
    self[offset &+ 3] = sixteen[3]
    self[offset &+ 4] = sixteen[4]
    self[offset &+ 5] = sixteen[5]
    self[offset &+ 6] = sixteen[6]
    self[offset &+ 7] = sixteen[7]
    self[offset &+ 8] = sixteen[8]
    self[offset &+ 9] = sixteen[9]
    self[offset &+ 10] = sixteen[10]
    self[offset &+ 11] = sixteen[11]
    self[offset &+ 12] = sixteen[12]
    self[offset &+ 13] = sixteen[13]
    self[offset &+ 14] = sixteen[14]
    self[offset &+ 15] = sixteen[15]
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
}
