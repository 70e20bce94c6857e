/// A received frame that is being read.
///
/// Its content may come from a process that is not trusted. Every length, count and tag is therefore checked before anything is
/// taken from it.
struct FrameReader {
  /// The content is not what it should be.
  struct Fault: Error {}

  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  /// Creates a reader of a range of bytes, which must exist.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    (offset, end) = (range.lowerBound, range.upperBound)
  }

  /// The number of bytes that were not read yet.
  var left: Int { end - offset }

  /// Throws unless everything was read.
  func requireEnd() throws(Fault) { if offset != end { throw Fault() } }

  mutating func byte() throws(Fault) -> UInt8 {
    guard offset < end else { throw Fault() }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// Reads the value of one byte.
  mutating func tag<Tag: RawRepresentable<UInt8>>(_: Tag.Type = Tag.self) throws(Fault) -> Tag {
    guard let tag = Tag(rawValue: try byte()) else { throw Fault() }
    return tag
  }

  mutating func truth() throws(Fault) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Fault()
    }
  }

  mutating func uint32() throws(Fault) -> UInt32 {
    guard left >= 4 else { throw Fault() }
    var number: UInt32 = 0
    for index in 0..<4 { number |= UInt32(bytes[offset + index]) << UInt32(8 * index) }
    offset += 4
    return number
  }

  mutating func integer() throws(Fault) -> Int64 {
    guard left >= 8 else { throw Fault() }
    var number: UInt64 = 0
    for index in 0..<8 { number |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    offset += 8
    return Int64(bitPattern: number)
  }

  /// Reads a number of instructions, which no limit can make larger than this.
  mutating func instructions() throws(Fault) -> Int64 {
    let number = try integer()
    guard (0...Int64.max / 4).contains(number) else { throw Fault() }
    return number
  }

  mutating func number() throws(Fault) -> Double { Double(bitPattern: UInt64(bitPattern: try integer())) }

  /// Reads the number of the elements that follow.
  ///
  /// - Parameter size: the least number of bytes of an element, so that a count that cannot be true is refused.
  mutating func count(size: Int) throws(Fault) -> Int {
    let count = Int(try uint32())
    guard count <= left / size else { throw Fault() }
    return count
  }

  mutating func slice() throws(Fault) -> ArraySlice<UInt8> {
    let count = try count(size: 1)
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  /// Reads a text, which must be UTF-8.
  mutating func text() throws(Fault) -> String {
    guard let text = String(validating: try slice(), as: UTF8.self) else { throw Fault() }
    return text
  }

  /// Reads whether there is a value, and the value.
  mutating func optional<Value>(_ read: (inout FrameReader) throws(Fault) -> Value) throws(Fault) -> Value? {
    try truth() ? try read(&self) : nil
  }
}
