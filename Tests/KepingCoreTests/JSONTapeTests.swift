import Testing

@testable import KepingCore

@Suite("The JSON decoder accepts RFC 8259 and nothing more")
struct JSONTapeTests {
  static func fault(_ text: String) -> JSONFault? { fault(Bytes(text.utf8)) }

  static func fault(_ bytes: Bytes) -> JSONFault? {
    var tape = JSONTape()
    do throws(JSONFault) {
      try tape.read(bytes, 0..<bytes.count)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "The decoder accepts valid JSON",
    arguments: [
      "{}", "[]", " [ ] ", "0", "-0", "-0.0e-0", "1E+9", "1e400", "\"\"", "null", "true", "false", "[1,2,[3]]",
      "{\"a\":{\"b\":[]}}", "\"\\u0000\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\uD83D\\uDE00\"", "\"\u{7F}\u{2028}\"",
      "\r\n\t[\n1 , 2]\r\n",
      "{\"a\":1,\"a\":2}", String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
    ])
  func accepts(_ text: String) {
    #expect(Self.fault(text) == nil)
  }

  @Test(
    "The decoder refuses invalid JSON with the kind and offset of the error",
    arguments: [
      ("", JSONFault.Kind.unexpectedEnd, 0), ("{", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2),
      ("[1,]", .unexpectedByte(0x5D), 3),
      ("[,1]", .unexpectedByte(0x2C), 1), ("{\"a\":1,}", .unexpectedByte(0x7D), 7), ("{a:1}", .unexpectedByte(0x61), 1),
      ("{\"a\" 1}", .unexpectedByte(0x31), 5), ("[1 2]", .unexpectedByte(0x32), 3), ("[1}", .unexpectedByte(0x7D), 2),
      ("01", .invalidNumber, 0), ("-", .unexpectedEnd, 1), ("1.", .unexpectedEnd, 2), ("1.e1", .invalidNumber, 2),
      (".5", .unexpectedByte(0x2E), 0), ("+1", .unexpectedByte(0x2B), 0), ("1e", .unexpectedEnd, 2), ("0x1", .trailing, 1),
      ("NaN", .unexpectedByte(0x4E), 0), ("nul", .unexpectedEnd, 3), ("nulL", .invalidLiteral, 0), ("truE", .invalidLiteral, 0),
      ("'a'", .unexpectedByte(0x27), 0), ("\"a", .unexpectedEnd, 2), ("\"\\x\"", .invalidEscape, 1),
      ("\"\\u12G4\"", .invalidEscape, 1), ("\"\\uD800\"", .loneSurrogate, 1), ("\"\\uDC00\"", .loneSurrogate, 1),
      ("\"\\uD800\\u0041\"", .loneSurrogate, 1), ("\"\n\"", .controlCharacter, 1), ("\"\u{1F}\"", .controlCharacter, 1),
      ("{} {}", .trailing, 3), ("[1]x", .trailing, 3), ("/**/1", .unexpectedByte(0x2F), 0),
      ("\u{FEFF}1", .unexpectedByte(0xEF), 0),
      (String(repeating: "[", count: 65), .tooDeep, 64),
    ])
  func refuses(_ text: String, _ kind: JSONFault.Kind, _ offset: Int) {
    #expect(Self.fault(text) == JSONFault(kind: kind, offset: offset))
  }

  @Test(
    "The decoder refuses ill-formed UTF-8",
    arguments: [
      [0xFF], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8, 0x22],
    ] as [Bytes])
  func refusesOtherEncodings(_ bytes: Bytes) {
    let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
    #expect(Self.fault(text) == JSONFault(kind: .invalidUTF8, offset: 1))
  }

  @Test(
    "The decoder reports duplicate keys, however they are escaped",
    arguments: [
      ("{\"a\":1,\"a\":2}", ["a"]), ("{\"id\":1,\"\\u0069d\":2}", ["id"]),
      ("{\"x\":[{\"b\":1,\"b\":1,\"b\":1}]}", ["x[0].b", "x[0].b"]),
      ("{\"a\":{\"a\":1},\"b\":{\"a\":1}}", []), ("{\"\u{E9}\":1,\"e\u{301}\":2}", []),
    ])
  func duplicates(_ text: String, _ paths: [String]) throws {
    var tape = JSONTape()
    let bytes = Bytes(text.utf8)
    try tape.read(bytes, 0..<bytes.count)
    #expect(tape.hasDuplicateKeys == !paths.isEmpty)
    #expect(tape.duplicateKeys(bytes).map(\.path) == paths)
  }

  @Test("The decoder reports a duplicate key among many keys")
  func duplicateAmongMany() throws {
    var tape = JSONTape()
    let members = (0..<100).map { "\"k\($0)\":0" } + ["\"k50\":1"]
    let bytes = Bytes("{\(members.joined(separator: ","))}".utf8)
    try tape.read(bytes, 0..<bytes.count)
    #expect(tape.duplicateKeys(bytes).map(\.path) == ["k50"])
    #expect(tape.hasDuplicateKeys)
  }

  @Test(
    "A count is an integer from 0 to 2^53 in any notation",
    arguments: [
      ("0", true), ("-0", true), ("2", true), ("2.0", true), ("2e0", true), ("20e-1", true), ("0.2e1", true), ("1.5", false),
      ("-1", false), ("9007199254740992", true), ("9007199254740993", false), ("9007199254740992.5", false), ("1e16", false),
      ("1e400", false), ("1e-400", false), ("0e999999999999999999999", true), ("2.0000000000000000001", false), ("0.1e1", true),
      ("1e-9223372036854775808", false), ("1e9223372036854775807", false),
    ])
  func counts(_ text: String, _ isCount: Bool) {
    let bytes = Bytes(text.utf8)
    let isPlain = bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    #expect(JSONNumber(bytes, 0..<bytes.count, isPlain: isPlain).isCount == isCount)
  }
}
