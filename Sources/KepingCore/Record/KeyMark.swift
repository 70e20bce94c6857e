/// A field's key as scanning looks for it, and where its value goes.
struct KeyMark: Sendable {
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
    let marked = [UInt8(ascii: "\"")] + field.key + [UInt8(ascii: "\""), UInt8(ascii: ":")]
    func eight(_ start: Int) -> (word: UInt64, mask: UInt64) {
      let count = max(0, min(8, marked.count - start))
      return (count == 0 ? 0 : marked.span.word(at: start, count: count), count == 8 ? ~0 : ~(~0 << UInt64(8 * count)))
    }
    // A name that JSON escapes is never met as it is: no key begins with 0.
    let isPlain = field.key.span.endOfPlainText(from: 0) == field.key.count
    (word, mask) = isPlain ? eight(0) : (0, ~0)
    (second, secondMask) = eight(8)
    (third, thirdMask) = eight(16)
    count = Int32(marked.count)
    slot = Int32(field.slot)
    self.node = node
    kind = SchemaLayout.Kind(field.field.type)
  }

  /// How many bytes are looked at to tell whether the key stands there, unless it is longer.
  static let usualCount = 24

  /// Whether the key stands at the beginning of at least ``usualCount`` bytes, or its first ones do; `word` and `second` are the
  /// first of them.
  @inline(__always)
  static func begins(_ mark: Self, _ word: UInt64, _ second: UInt64, _ bytes: Span<UInt8>) -> Bool {
    if (word ^ mark.word) & mark.mask | (second ^ mark.second) & mark.secondMask != 0 { return false }
    return mark.count <= 16 || (bytes.joined8(16) ^ mark.third) & mark.thirdMask == 0
  }
}

extension Range<Int32> {
  /// How many there are: the standard library's count asks first whether there could be too many for it.
  @inline(__always)
  var length: Int32 { upperBound &- lowerBound }
}
