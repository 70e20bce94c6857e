/// Eight bytes at a time: the compiler makes one load of it, after one look at the bounds.
extension Span<UInt8> {
  /// The eight bytes from a place on, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 { extracting(place..<place &+ 8).joined8(0) }

  /// The same of a span that is known to have them, where nothing is looked at.
  @inline(__always)
  func joined8(_ place: Int) -> UInt64 {
    var word = UInt64(self[place])
    word |= UInt64(self[place &+ 1]) << 8
    word |= UInt64(self[place &+ 2]) << 16
    word |= UInt64(self[place &+ 3]) << 24
    word |= UInt64(self[place &+ 4]) << 32
    word |= UInt64(self[place &+ 5]) << 40
    word |= UInt64(self[place &+ 6]) << 48
    word |= UInt64(self[place &+ 7]) << 56
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

  /// Sixteen bytes of a span that is known to have them.
  @inline(__always)
  func joined16(_ place: Int) -> SIMD16<UInt8> {
    SIMD16(
      self[place], self[place &+ 1], self[place &+ 2], self[place &+ 3], self[place &+ 4], self[place &+ 5],
      self[place &+ 6], self[place &+ 7], self[place &+ 8], self[place &+ 9], self[place &+ 10], self[place &+ 11],
      self[place &+ 12], self[place &+ 13], self[place &+ 14], self[place &+ 15])
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

  /// Whether a byte, given as a word of eight of it, is among the 32 bytes from a place on.
  @inline(__always)
  func has32(_ eight: UInt64, from place: Int) -> Bool {
    let four = extracting(place..<place &+ 32)
    let found =
      (four.joined8(0) ^ eight).zeroBytes | (four.joined8(8) ^ eight).zeroBytes
      | (four.joined8(16) ^ eight).zeroBytes | (four.joined8(24) ^ eight).zeroBytes
    return found != 0
  }

  /// Whether a byte stands between two places.
  func has(_ byte: UInt8, from start: Int, to end: Int) -> Bool { offset(of: byte, from: start, to: end) != nil }

  /// The first place of a byte; nil where it does not stand between two places.
  func offset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
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

  /// Stores 32 bytes.
  @inline(__always)
  mutating func store(_ vector: SIMD32<UInt8>, at place: Int) {
    var run = _mutatingExtracting(place..<place &+ 32)
    run.set(vector.lowHalf, 0)
    run.set(vector.highHalf, 16)
  }

  /// Sets sixteen bytes of a span that is known to have them: the compiler makes one store of it.
  @inline(__always)
  private mutating func set(_ sixteen: SIMD16<UInt8>, _ place: Int) {
    self[place] = sixteen[0]
    self[place &+ 1] = sixteen[1]
    self[place &+ 2] = sixteen[2]
    self[place &+ 3] = sixteen[3]
    self[place &+ 4] = sixteen[4]
    self[place &+ 5] = sixteen[5]
    self[place &+ 6] = sixteen[6]
    self[place &+ 7] = sixteen[7]
    self[place &+ 8] = sixteen[8]
    self[place &+ 9] = sixteen[9]
    self[place &+ 10] = sixteen[10]
    self[place &+ 11] = sixteen[11]
    self[place &+ 12] = sixteen[12]
    self[place &+ 13] = sixteen[13]
    self[place &+ 14] = sixteen[14]
    self[place &+ 15] = sixteen[15]
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
