/// The bytes by which the scanner recognises a field's key, and the slot of the field's value.
///
/// The bytes are those of the key with its quotes and the colon after it, at most the first ``comparedCount``.
struct KeyPattern: Sendable {
  /// The first eight bytes, as a word.
  let word: UInt64
  /// The bits of ``word`` that belong to the key.
  let mask: UInt64
  /// The next eight bytes, and the bits of them that belong to the key.
  let second: UInt64
  let secondMask: UInt64
  /// The eight bytes after those, and the bits of them that belong to the key.
  let third: UInt64
  let thirdMask: UInt64
  /// The length in bytes of the whole key with its quotes and the colon, which may exceed ``comparedCount``.
  let count: Int32
  /// The slot of the field's value.
  let slot: Int32
  let node: Int32
  let kind: SchemaLayout.Kind

  init(_ field: Schema.Node, node: Int32) {
    let quoted = [UInt8(ascii: "\"")] + field.key + [UInt8(ascii: "\""), UInt8(ascii: ":")]
    func eight(_ start: Int) -> (word: UInt64, mask: UInt64) {
      let count = max(0, min(8, quoted.count - start))
      return (count == 0 ? 0 : quoted.span.word(at: start, count: count), count == 8 ? ~0 : ~(~0 << UInt64(8 * count)))
    }
    // A key whose name needs escapes in JSON is left to the parser: its pattern is longer than any input, so it matches nothing.
    let isPlain = field.key.span.endOfPlainText(from: 0) == field.key.count
    (word, mask) = isPlain ? eight(0) : (0, ~0)
    (second, secondMask) = eight(8)
    (third, thirdMask) = eight(16)
    count = isPlain ? Int32(quoted.count) : .max
    slot = Int32(field.slot)
    self.node = node
    kind = SchemaLayout.Kind(field.field.type)
  }

  /// The number of bytes that a pattern covers; the rest of a longer key is compared separately.
  static let comparedCount = 24

  /// Returns whether the key, or the beginning of a longer key, is at the beginning of `bytes`.
  ///
  /// - Parameters:
  ///   - word: the first eight bytes.
  ///   - second: the next eight bytes.
  ///   - bytes: at least ``comparedCount`` bytes.
  @inline(__always)
  static func matches(_ pattern: Self, word: UInt64, second: UInt64, bytes: Span<UInt8>) -> Bool {
    if (word ^ pattern.word) & pattern.mask | (second ^ pattern.second) & pattern.secondMask != 0 { return false }
    return pattern.count <= 16 || (bytes.joined8(16) ^ pattern.third) & pattern.thirdMask == 0
  }
}

extension Range<Int32> {
  /// The number of elements.
  ///
  /// Unlike this property, the standard library's `count` first checks whether the result overflows.
  @inline(__always)
  var length: Int32 { upperBound &- lowerBound }
}
