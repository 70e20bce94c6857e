import Glibc

/// Writes JSON to standard output through a buffer that is written when it is full.
struct Writer {
  private static let capacity = 1 << 20
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(Self.capacity + (1 << 16)) }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  mutating func append(_ number: Int, width: Int = 1) {
    var divisor = 1
    var digits = 1
    while digits < width || number / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      bytes.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }

  /// Begins a member, with a comma unless it is the first.
  mutating func key(_ name: StaticString) {
    next()
    append("\"")
    append(name)
    append("\":")
  }

  /// Begins an element or a member, with a comma unless it is the first.
  mutating func next() {
    if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { append(",") }
  }

  mutating func member(_ name: StaticString, _ text: StaticString) {
    key(name)
    append("\"")
    append(text)
    append("\"")
  }

  mutating func member(_ name: StaticString, _ text: [UInt8]) {
    key(name)
    append("\"")
    append(text)
    append("\"")
  }

  mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    append(number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    append(flag ? "true" : "false")
  }

  /// Writes a 统一社会信用代码 with its check character (GB 32100-2015).
  ///
  /// - Parameters:
  ///   - start: the first 13 characters.
  ///   - number: the number whose last four digits follow.
  mutating func creditCode(_ start: [UInt8], _ number: Int) {
    key("creditCode")
    append("\"")
    let first = bytes.count
    append(start)
    append(number % 10_000, width: 4)
    var sum = 0
    var weight = 1
    for index in first..<(first + 17) {
      sum += Words.creditValues[Int(bytes[index])] * weight
      weight = weight * 3 % 31
    }
    bytes.append(Words.creditAlphabet[(31 - sum % 31) % 31])
    append("\"")
  }

  /// Ends a line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.capacity { flush() }
  }

  mutating func flush() {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(1, $0.baseAddress! + written, $0.count - written) }
      guard count > 0 else { exit(1) }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
