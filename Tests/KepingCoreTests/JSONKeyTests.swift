import Testing

@testable import KepingCore

@Suite("Exactly the duplicate keys are reported, regardless of their hashes")
struct JSONKeyTests {
  static func paths(_ keys: [String]) throws -> [String]? {
    let bytes = Bytes("{\(keys.map { "\"\($0)\":[{}]" }.joined(separator: ", "))}".utf8)
    var tape = JSONTape()
    try tape.read(bytes, 0..<bytes.count)
    let paths = tape.duplicateKeys(bytes).map(\.path)
    return tape.hasDuplicateKeys == !paths.isEmpty ? paths : nil
  }

  static let many = (0..<200).map { "k\($0)" }

  /// Keys whose hashes have the same lowest six bits, so that an open object has the same bit for all of them.
  static let alike: [String] = {
    let groups = Dictionary(grouping: (0..<5000).map { "字段\($0)" }) { JSONTape.keyHash(Bytes($0.utf8)) & 63 }
    return Array(groups.values.max { $0.count < $1.count }?.prefix(70) ?? [])
  }()

  /// Keys that differ only in the middle, which the hash does not include.
  static let same = (0..<80).map { "beginning-\($0 + 10)-the-end-of-it" }

  @Test("The keys for the other tests have the intended hashes")
  func hashes() {
    #expect(Self.alike.count == 70)
    #expect(Set(Self.same.map { JSONTape.keyHash(Bytes($0.utf8)) }).count == 1)
  }

  @Test(
    "Different keys are not duplicates, however many or similar they are",
    arguments: [
      many, alike, same, Array(same.prefix(3)), Array(alike.prefix(64)),
      ["", "\u{0}a", "a"].map { $0.replacing("\u{0}", with: "\\u0000") },
    ])
  func different(_ keys: [String]) throws {
    #expect(try Self.paths(keys) == [])
    #expect(try Self.paths(keys.reversed()) == [])
  }

  @Test("A duplicate key is found at any index", arguments: [many, alike, same, Array(alike.prefix(5))])
  func again(_ keys: [String]) throws {
    for index in [0, 1, keys.count / 2, keys.count - 1] {
      #expect(try Self.paths(keys + [keys[index]]) == [keys[index]])
      #expect(try Self.paths([keys[index]] + keys) == [keys[index]])
      // The same key with its first letter escaped.
      let first = String(keys[index].utf16.first ?? 0, radix: 16)
      let escaped = "\\u" + String(repeating: "0", count: 4 - first.count) + first + keys[index].dropFirst()
      #expect(try Self.paths(keys + [escaped]) == [keys[index]])
      #expect(try Self.paths([escaped] + keys) == [keys[index]])
    }
  }

  @Test("A key of an inner object is not a key of the outer object")
  func nested() throws {
    let bytes = Bytes("{\"a\":{\"b\":{\"a\":1},\"c\":[{\"b\":1},{\"b\":2}]},\"b\":{},\"c\":[]}".utf8)
    var tape = JSONTape()
    try tape.read(bytes, 0..<bytes.count)
    #expect(!tape.hasDuplicateKeys)
  }
}
