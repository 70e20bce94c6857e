import Testing

@testable import KepingCore

@Suite("A key is known by its own bytes, and by no others")
struct KeyMarkTests {
  static func mark(_ name: String) -> KeyMark {
    let node = Schema.Node(Field(name, "", .count), path: name, slot: 0, tally: nil)
    return KeyMark(node, node: 0)
  }

  /// Whether a mark knows what a record has, as far as it looks.
  static func knows(_ mark: KeyMark, _ record: String) -> Bool { knows(mark, Bytes(record.utf8)) }

  static func knows(_ mark: KeyMark, _ record: Bytes) -> Bool {
    let bytes = record + Bytes(repeating: 0x31, count: KeyMark.usualCount)
    return KeyMark.begins(mark, bytes.span.word(at: 0), bytes.span.word(at: 8), bytes.span)
  }

  static let names = (1...30).map { String("abcdefghijklmnopqrstuvwxyz0123456789".prefix($0)) } + ["金额", "预算总额（万元）", "é"]

  @Test("Each key is known, whatever is behind it", arguments: names)
  func own(_ name: String) {
    for behind in ["1", " 1", "\"\"", "{\"", "null"] { #expect(Self.knows(Self.mark(name), "\"\(name)\":\(behind)")) }
  }

  @Test("No byte of it, its quotes and its colon may be another", arguments: names)
  func others(_ name: String) {
    let mark = Self.mark(name)
    let marked = Bytes("\"\(name)\":".utf8)
    for index in 0..<min(marked.count, KeyMark.usualCount) {
      for bit in 0..<8 {
        var other = marked
        other[index] ^= 1 << UInt8(bit)
        #expect(!Self.knows(mark, other))
      }
    }
  }

  @Test("A name that JSON escapes is not known as it is", arguments: ["a\"b", "a\\b", "\n", "a\u{7F}", "\""])
  func escaped(_ name: String) {
    #expect(!Self.knows(Self.mark(name), "\"\(name)\":1"))
  }

  @Test("Of a long key all is compared", arguments: [13, 14, 21, 22, 23, 40])
  func long(_ count: Int) {
    let name = String(repeating: "k", count: count)
    let layout = SchemaLayout(Schema([Field(name, "", .count)]))
    for other in [name, name.dropLast() + "x", name + "k", name.dropLast() + ""] {
      let bytes = Bytes("\"\(other)\":1".utf8) + Bytes(repeating: 0x31, count: KeyMark.usualCount)
      let isKnown = layout.isKey(0, bytes.span.word(at: 0), bytes.span.word(at: 8), bytes.span)
      #expect(isKnown == (String(other) == name))
    }
  }
}
