/// JSON under construction: bytes in room that is there already, written eight at a time.
///
/// A result is made of a hundred short pieces. Appending each to an array would look up, count and check the array each
/// time, which takes longer than the copying.
struct Output: Sendable {
  /// What is written, and room behind it.
  private(set) var bytes = Bytes(repeating: 0, count: 4096)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  /// What is written.
  var written: ArraySlice<UInt8> { bytes[..<count] }

  mutating func removeAll() { count = 0 }

  /// Takes back what was written from a place on.
  mutating func remove(from place: Int) { count = min(count, place) }

  /// Makes room for so many bytes, and for the rest of the last four words.
  @inline(__always)
  private mutating func makeRoom(for more: Int) {
    if count &+ more &+ 32 > bytes.count { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, more + 32)))
  }

  @inline(__always)
  private mutating func store(_ word: UInt64, _ length: Int) {
    makeRoom(for: 8)
    let place = count
    var room = bytes.mutableSpan
    room.store(word, at: place)
    count = place &+ length
  }

  mutating func append(_ byte: UInt8) { store(UInt64(byte), 1) }

  mutating func append(_ word: JSONWord) { store(word.rawValue, word.count) }

  /// Appends a piece of a program's texts.
  mutating func append(_ piece: Piece, of texts: Bytes) {
    let length = Int(piece.count)
    makeRoom(for: length)
    var rest = texts.span.extracting(droppingFirst: Int(piece.start))
    var place = count
    let end = place &+ length
    var room = bytes.mutableSpan
    while place < end {
      room.store32(rest, at: place)
      rest = rest.extracting(droppingFirst: 32)
      place &+= 32
    }
    count = end
  }

  /// Appends a run of other bytes.
  mutating func append(_ other: Span<UInt8>, _ start: Int, _ end: Int) {
    let length = end &- start
    makeRoom(for: length)
    let place = count
    var room = bytes.mutableSpan
    if length >= 16 {
      var offset = 0
      while offset &+ 16 <= length {
        room.store(other.sixteen(at: start &+ offset), at: place &+ offset)
        offset &+= 16
      }
      // The last sixteen, some of which are there already.
      room.store(other.sixteen(at: end &- 16), at: place &+ length &- 16)
    } else if length >= 8 {
      room.store(other.word(at: start), at: place)
      room.store(other.word(at: end &- 8), at: place &+ length &- 8)
    } else {
      room.store(other.word(at: start, count: length), at: place)
    }
    count = place &+ length
  }

  mutating func append(_ other: Output) { append(other.bytes.span, 0, other.count) }

  mutating func append(contentsOf text: some Collection<UInt8>) {
    let text = Bytes(text)
    append(text.span, 0, text.count)
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends a whole number in decimal digits.
  mutating func append(decimal value: Int) {
    guard value >= 0 else { return append(String(value)) }
    guard value >= 100_000_000 else {
      let (word, length) = Self.digits(UInt32(truncatingIfNeeded: value))
      return store(word, length)
    }
    append(decimal: value / 100_000_000)
    store(Self.digits(UInt32(truncatingIfNeeded: value % 100_000_000), places: 8), 8)
  }

  /// Up to eight digits, the first one lowest, and how many they are.
  @inline(__always)
  private static func digits(_ value: UInt32) -> (word: UInt64, length: Int) {
    var word: UInt64 = 0
    var rest = value
    var length = 0
    repeat {
      word = word << 8 | UInt64(rest % 10 &+ 0x30)
      rest /= 10
      length &+= 1
    } while rest > 0
    return (word, length)
  }

  /// Just so many digits, zeros in front.
  @inline(__always)
  private static func digits(_ value: UInt32, places: Int) -> UInt64 {
    var word: UInt64 = 0
    var rest = value
    for _ in 0..<places {
      word = word << 8 | UInt64(rest % 10 &+ 0x30)
      rest /= 10
    }
    return word
  }

  /// Appends a number as JSON has it; see ``Swift/Array/append(number:)``.
  mutating func append(number value: Double) {
    if let whole = Int(exactly: value), whole.magnitude <= 1 << 53 { return append(decimal: whole) }
    append(value.description)
  }

  /// Appends a number with its point moved to the left, exact to the last digit.
  mutating func append(_ value: Double, shiftedBy places: Int) {
    guard places > 0 && value.isFinite else { return append(number: value) }
    // The digits of a whole number up to 2^53 are its shortest ones as well.
    guard let whole = Int(exactly: value), whole >= 0, whole <= 1 << 53, places <= 8 else {
      var text: Bytes = []
      text.append(value, shiftedBy: places)
      return append(contentsOf: text)
    }
    var power = 1
    for _ in 0..<places { power &*= 10 }
    append(decimal: whole / power)
    let rest = whole % power
    if rest == 0 { return }
    let word = Self.digits(UInt32(truncatingIfNeeded: rest), places: places)
    append(UInt8(ascii: "."))
    var length = places
    while word >> UInt64(8 &* (length &- 1)) & 0xFF == 0x30 { length &-= 1 }
    store(word, length)
  }

  /// Appends a number of tenths: 615 is `61.5`, 600 is `60`.
  mutating func append(tenths: Int) {
    append(decimal: tenths / 10)
    if tenths % 10 != 0 { store(UInt64(UInt8(ascii: ".")) | UInt64(0x30 &+ tenths % 10) << 8, 2) }
  }

  /// Appends what stands within the quotes of a JSON string; the bytes are well-formed UTF-8.
  mutating func append(escaped text: some Collection<UInt8>) {
    var escaped: Bytes = []
    escaped.append(escaped: text)
    append(contentsOf: escaped)
  }
}
