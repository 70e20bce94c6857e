/// A growing buffer of JSON that is written 8 or 32 bytes at a time.
///
/// A result consists of about a hundred short pieces. Appending each of them to an array would look up, reference-count and check
/// the array each time, which takes longer than copying the bytes.
struct Output: Sendable {
  /// The written bytes, followed by free space.
  private(set) var bytes = Bytes(repeating: 0, count: 4096)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  /// The written bytes.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() { count = 0 }

  /// Discards the bytes from an offset on.
  mutating func remove(from offset: Int) { count = min(count, offset) }

  /// Makes sure that `more` bytes and another 32 fit, because the last store may write a whole vector.
  @inline(__always)
  private mutating func ensureCapacity(for more: Int) {
    if count &+ more &+ 32 > bytes.count { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, more + 32)))
  }

  /// Appends the `length` lowest bytes of a word.
  @inline(__always)
  private mutating func store(_ word: UInt64, _ length: Int) {
    ensureCapacity(for: 8)
    let offset = count
    var buffer = bytes.mutableSpan
    buffer.store(word, at: offset)
    count = offset &+ length
  }

  mutating func append(_ byte: UInt8) { store(UInt64(byte), 1) }

  mutating func append(_ literal: JSONLiteral) { store(literal.rawValue, literal.count) }

  /// Appends a prepared text of a program.
  mutating func append(_ piece: Piece, of texts: Vectors) {
    ensureCapacity(for: Int(piece.count))
    var offset = count
    var buffer = bytes.mutableSpan
    Self.write(piece, of: texts.span, to: &buffer, at: &offset)
    count = offset
  }

  /// Appends the bytes of `other` in `start..<end`.
  mutating func append(_ other: Span<UInt8>, from start: Int, to end: Int) {
    ensureCapacity(for: end &- start)
    var rest = other.extracting(droppingFirst: start)
    var offset = count
    let last = offset &+ (end &- start)
    var buffer = bytes.mutableSpan
    while offset < last, rest.count >= 32 {
      buffer.store(SIMD32(lowHalf: rest.joined16(0), highHalf: rest.joined16(16)), at: offset)
      rest = rest.extracting(droppingFirst: 32)
      offset &+= 32
    }
    var index = 0
    while offset < last {
      buffer[offset] = rest[index]
      index &+= 1
      offset &+= 1
    }
    count = last
  }

  mutating func append(_ other: Output) { append(other.bytes.span, from: 0, to: other.count) }

  mutating func append(contentsOf text: some Collection<UInt8>) {
    let text = Bytes(text)
    append(text.span, from: 0, to: text.count)
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends an integer in decimal digits.
  mutating func append(decimal value: Int) {
    guard value >= 0, value < 100_000_000 else { return append(String(value)) }
    append(ShortNumber(UInt32(truncatingIfNeeded: value)))
  }

  @inline(__always)
  private mutating func append(_ number: ShortNumber) {
    ensureCapacity(for: 16)
    var offset = count
    var buffer = bytes.mutableSpan
    Self.write(number, to: &buffer, at: &offset)
    count = offset
  }

  /// Appends a number in JSON notation; see ``Swift/Array/append(number:)``.
  mutating func append(number value: Double) { append(value, shiftedBy: 0) }

  /// Appends a number divided by a power of ten, without rounding.
  mutating func append(_ value: Double, shiftedBy exponent: Int) {
    if let number = ShortNumber(value, shiftedBy: exponent) { return append(number) }
    var text: Bytes = []
    text.append(value, shiftedBy: exponent)
    append(contentsOf: text)
  }

  /// Appends text escaped for a JSON string, without the quotes.
  ///
  /// - Parameter text: well-formed UTF-8.
  mutating func append(escaped text: some Collection<UInt8>) {
    var escaped: Bytes = []
    escaped.append(escaped: text)
    append(contentsOf: escaped)
  }

  // MARK: Several pieces at once

  /// A number and the power of ten by which it is divided.
  struct Number: Equatable {
    let value: Double
    let exponent: Int
  }

  /// Appends two prepared texts with a number between them.
  mutating func append(_ head: Piece, _ number: Number, _ rest: Piece, of texts: Vectors) {
    guard let short = ShortNumber(number.value, shiftedBy: number.exponent) else {
      append(head, of: texts)
      append(number.value, shiftedBy: number.exponent)
      return append(rest, of: texts)
    }
    ensureCapacity(for: Int(head.count &+ rest.count) &+ 16)
    var offset = count
    let texts = texts.span
    var buffer = bytes.mutableSpan
    Self.write(head, of: texts, to: &buffer, at: &offset)
    Self.write(short, to: &buffer, at: &offset)
    Self.write(rest, of: texts, to: &buffer, at: &offset)
    count = offset
  }

  /// Appends three prepared texts with a number between each two of them.
  mutating func append(_ head: Piece, first: Number, middle: Piece, second: Number, rest: Piece, of texts: Vectors) {
    guard let firstShort = ShortNumber(first.value, shiftedBy: first.exponent),
      let secondShort = first == second ? firstShort : ShortNumber(second.value, shiftedBy: second.exponent)
    else { return appendSeparately(head, first: first, middle: middle, second: second, rest: rest, of: texts) }
    ensureCapacity(for: Int(head.count &+ middle.count &+ rest.count) &+ 32)
    var offset = count
    let texts = texts.span
    var buffer = bytes.mutableSpan
    Self.write(head, of: texts, to: &buffer, at: &offset)
    Self.write(firstShort, to: &buffer, at: &offset)
    Self.write(middle, of: texts, to: &buffer, at: &offset)
    Self.write(secondShort, to: &buffer, at: &offset)
    Self.write(rest, of: texts, to: &buffer, at: &offset)
    count = offset
  }

  private mutating func appendSeparately(
    _ head: Piece, first: Number, middle: Piece, second: Number, rest: Piece, of texts: Vectors
  ) {
    append(head, of: texts)
    append(first.value, shiftedBy: first.exponent)
    append(middle, of: texts)
    append(second.value, shiftedBy: second.exponent)
    append(rest, of: texts)
  }

  /// Copies a prepared text to `offset` in vectors of 32 bytes, and moves the offset to its end.
  ///
  /// The buffer must have free space for the text and 32 more bytes.
  @inline(__always)
  private static func write(
    _ piece: Piece, of texts: Span<SIMD32<UInt8>>, to buffer: inout MutableSpan<UInt8>, at offset: inout Int
  ) {
    var vector = Int(piece.start)
    let end = offset &+ Int(piece.count)
    while offset < end {
      buffer.store(texts[vector], at: offset)
      vector &+= 1
      offset &+= 32
    }
    offset = end
  }

  /// Writes a number at `offset`, and moves the offset to its end.
  ///
  /// The buffer must have 16 free bytes.
  @inline(__always)
  private static func write(_ number: ShortNumber, to buffer: inout MutableSpan<UInt8>, at offset: inout Int) {
    buffer.store(number.whole, at: offset)
    offset &+= number.wholeCount
    if number.fractionCount > 0 {
      buffer.store(number.fractionText, at: offset)
      offset &+= number.fractionCount
    }
  }
}
