/// A field's key as scanning looks for it, and where its value goes.
struct KeyPattern: Sendable {
  /// The first eight bytes of the key with its quotes and the colon behind, and the bits that count; then the next eight, and
  /// the eight behind them.
  let word: UInt64
  let mask: UInt64
  let second: UInt64
  let secondMask: UInt64
  let third: UInt64
  let thirdMask: UInt64
  /// How many bytes the key has with its quotes and the colon.
  let count: Int32
  let slot: Int32
  let node: Int32
  let kind: SchemaLayout.Kind

  init(_ field: Schema.Node, node: Int32) {
    let quoted = [UInt8(ascii: "\"")] + field.key + [UInt8(ascii: "\""), UInt8(ascii: ":")]
    func eight(_ start: Int) -> (word: UInt64, mask: UInt64) {
      let count = max(0, min(8, quoted.count - start))
      return (count == 0 ? 0 : quoted.span.word(at: start, count: count), count == 8 ? ~0 : ~(~0 << UInt64(8 * count)))
    }
    // A name that JSON escapes is never met as it is: no key begins with 0.
    let isPlain = field.key.span.endOfPlainText(from: 0) == field.key.count
    (word, mask) = isPlain ? eight(0) : (0, ~0)
    (second, secondMask) = eight(8)
    (third, thirdMask) = eight(16)
    count = Int32(quoted.count)
    slot = Int32(field.slot)
    self.node = node
    kind = SchemaLayout.Kind(field.field.type)
  }

  /// How many bytes are looked at to tell whether the key stands there, unless it is longer.
  static let comparedCount = 24

  /// Whether the key stands at the beginning of at least ``comparedCount`` bytes, or its first ones do; `word` and `second` are the
  /// first of them.
  @inline(__always)
  static func matches(_ pattern: Self, word: UInt64, second: UInt64, bytes: Span<UInt8>) -> Bool {
    if (word ^ pattern.word) & pattern.mask | (second ^ pattern.second) & pattern.secondMask != 0 { return false }
    return pattern.count <= 16 || (bytes.joined8(16) ^ pattern.third) & pattern.thirdMask == 0
  }
}

extension Range<Int32> {
  /// How many there are: the standard library's count asks first whether there could be too many for it.
  @inline(__always)
  var length: Int32 { upperBound &- lowerBound }
}
