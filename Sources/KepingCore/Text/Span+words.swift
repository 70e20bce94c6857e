/// Reads bytes eight at a time; the compiler turns each word into one load after one bounds check.
extension Span<UInt8> {
  /// Returns the eight bytes from an offset on; the first one is the lowest byte.
  @inline(__always)
  func word(at offset: Int) -> UInt64 { extracting(offset..<offset &+ 8).joined8(0) }

  /// Returns the same as ``word(at:)``, without a bounds check if the compiler knows that the span has these eight bytes.
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

  /// Returns `count` bytes, at most eight, as a word whose remaining upper bytes are zero.
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

  /// Returns sixteen bytes, without a bounds check if the compiler knows that the span has them.
  @inline(__always)
  func joined16(_ offset: Int) -> SIMD16<UInt8> {
    SIMD16(
      self[offset], self[offset &+ 1], self[offset &+ 2], self[offset &+ 3], self[offset &+ 4], self[offset &+ 5],
      self[offset &+ 6], self[offset &+ 7], self[offset &+ 8], self[offset &+ 9], self[offset &+ 10], self[offset &+ 11],
      self[offset &+ 12], self[offset &+ 13], self[offset &+ 14], self[offset &+ 15])
  }

  /// Returns whether `count` bytes are equal to those of another span.
  @inline(__always)
  func isEqual(from start: Int, count: Int, to other: Span<UInt8>, at otherStart: Int) -> Bool {
    if count < 8 { return word(at: start, count: count) == other.word(at: otherStart, count: count) }
    var offset = 0
    while offset &+ 8 <= count {
      if word(at: start &+ offset) != other.word(at: otherStart &+ offset) { return false }
      offset &+= 8
    }
    // The last eight bytes; some of them have been compared already.
    return word(at: start &+ count &- 8) == other.word(at: otherStart &+ count &- 8)
  }

  /// Returns whether a byte occurs in the 32 bytes from an offset on.
  ///
  /// - Parameter eight: the byte, repeated eight times.
  @inline(__always)
  func contains32(_ eight: UInt64, from offset: Int) -> Bool {
    let four = extracting(offset..<offset &+ 32)
    let found =
      (four.joined8(0) ^ eight).zeroBytes | (four.joined8(8) ^ eight).zeroBytes
      | (four.joined8(16) ^ eight).zeroBytes | (four.joined8(24) ^ eight).zeroBytes
    return found != 0
  }

  /// Returns whether a byte occurs in `start..<end`.
  func contains(_ byte: UInt8, from start: Int, to end: Int) -> Bool { offset(of: byte, from: start, to: end) != nil }

  /// Returns the first offset of a byte in `start..<end`, or nil if it does not occur there.
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
  /// Stores the eight bytes of a word, the lowest one first; the compiler turns this into one store.
  @inline(__always)
  mutating func store(_ word: UInt64, at offset: Int) {
    // `_mutatingExtracting` is the standard library's current name for `MutableSpan.extracting(_:)`.
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

  /// Stores sixteen bytes.
  ///
  /// If the compiler knows that the span has these bytes, it turns this into one store without a bounds check.
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

/// Examines each byte of a word.
extension UInt64 {
  /// Returns a word that repeats a byte eight times.
  @inline(__always)
  static func repeating(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A word with the highest bit set in each byte that is 0.
  ///
  /// Only the lowest marked byte is reliable: bytes above it may be marked although they are not 0.
  @inline(__always)
  var zeroBytes: UInt64 { (self &- .repeating(1)) & ~self & .repeating(0x80) }
}
