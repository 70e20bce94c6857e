import Testing

@testable import KepingCore

@Suite("A pattern matches the bytes of its key and no others")
struct KeyPatternTests {
  static func pattern(_ name: String) -> KeyPattern {
    let node = Schema.Node(Field(name, "", .count), path: name, slot: 0, tally: nil, origin: .program)
    return KeyPattern(node, node: 0)
  }

  /// Returns whether a pattern matches the beginning of a record.
  static func matches(_ pattern: KeyPattern, _ record: String) -> Bool { matches(pattern, Bytes(record.utf8)) }

  static func matches(_ pattern: KeyPattern, _ record: Bytes) -> Bool {
    let bytes = record + Bytes(repeating: 0x31, count: KeyPattern.comparedCount)
    return KeyPattern.matches(pattern, word: bytes.span.word(at: 0), second: bytes.span.word(at: 8), bytes: bytes.span)
  }

  static let names = (1...30).map { String("abcdefghijklmnopqrstuvwxyz0123456789".prefix($0)) } + ["金额", "预算总额（万元）", "é"]

  @Test("Each key is matched, whatever follows it", arguments: names)
  func accepted(_ name: String) {
    for following in ["1", " 1", "\"\"", "{\"", "null"] { #expect(Self.matches(Self.pattern(name), "\"\(name)\":\(following)")) }
  }

  @Test("A key, its quotes and its colon must match in every bit", arguments: names)
  func others(_ name: String) {
    let pattern = Self.pattern(name)
    let quoted = Bytes("\"\(name)\":".utf8)
    for index in 0..<min(quoted.count, KeyPattern.comparedCount) {
      for bit in 0..<8 {
        var other = quoted
        other[index] ^= 1 << UInt8(bit)
        #expect(!Self.matches(pattern, other))
      }
    }
  }

  @Test("A name that JSON escapes is never matched unescaped", arguments: ["a\"b", "a\\b", "\n", "a\u{7F}", "\""])
  func escaped(_ name: String) {
    #expect(!Self.matches(Self.pattern(name), "\"\(name)\":1"))
  }

  @Test("A long key is compared completely", arguments: [13, 14, 21, 22, 23, 40])
  func long(_ count: Int) {
    let name = String(repeating: "k", count: count)
    let layout = SchemaLayout(Schema([Field(name, "", .count)]))
    for other in [name, name.dropLast() + "x", name + "k", name.dropLast() + ""] {
      let bytes = Bytes("\"\(other)\":1".utf8) + Bytes(repeating: 0x31, count: KeyPattern.comparedCount)
      let isKey = layout.isKey(0, word: bytes.span.word(at: 0), second: bytes.span.word(at: 8), bytes: bytes.span)
      #expect(isKey == (String(other) == name))
    }
  }
}
