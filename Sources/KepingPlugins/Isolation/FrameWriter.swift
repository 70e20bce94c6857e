/// A frame that is being written for the other process; see ``IsolationChannel``.
struct FrameWriter {
  /// The frame with its length, which is up to date only after ``finish()``.
  private(set) var frame: [UInt8] = [0, 0, 0, 0]

  /// The number of bytes of the content.
  var count: Int { frame.count - 4 }

  /// Begins another frame in the same memory.
  mutating func begin(_ message: some RawRepresentable<UInt8>) {
    frame.removeAll(keepingCapacity: true)
    append(uint32: 0)
    frame.append(message.rawValue)
  }

  /// Writes the length of the content in front of it.
  mutating func finish() { replace(at: 0, with: UInt32(count)) }

  mutating func append(byte: UInt8) { frame.append(byte) }

  mutating func append(_ truth: Bool) { frame.append(truth ? 1 : 0) }

  mutating func append(uint32 number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { frame.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends a number that is not negative and fits in 4 bytes.
  mutating func append(count number: Int) { append(uint32: UInt32(number)) }

  mutating func append(_ number: Int64) {
    let bits = UInt64(bitPattern: number)
    for shift in stride(from: UInt64(0), to: 64, by: 8) { frame.append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }

  mutating func append(_ number: Double) { append(Int64(bitPattern: number.bitPattern)) }

  mutating func append(_ text: String) { append(bytes: text.utf8) }

  mutating func append(bytes: some Collection<UInt8>) {
    append(count: bytes.count)
    frame.append(contentsOf: bytes)
  }

  /// Appends whether there is a value, and the value.
  mutating func append<Value>(_ value: Value?, _ appendValue: (inout FrameWriter, Value) -> Void) {
    append(value != nil)
    if let value { appendValue(&self, value) }
  }

  /// Replaces the 4 bytes at an offset of the frame by a number.
  mutating func replace(at offset: Int, with number: UInt32) {
    for index in 0..<4 { frame[offset + index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index)) }
  }
}
