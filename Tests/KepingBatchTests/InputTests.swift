import BatchFixtures
import KepingCore
import Testing

@testable import KepingBatch

@Suite("Each valid record of an input has its result")
struct InputTests {
  static let a = application("A")
  static let b = application("B")
  /// A record over several lines, as an editor formats it.
  static let wide = a.replacing(",", with: ",\n  ").replacing("{\"id", with: "{\n  \"id")

  @Test(
    "Lines, arrays and objects are distinguished",
    arguments: [
      ("", []), (" \n\t\r\n", []), ("\u{FEFF}", []), ("[]", []), ("[ ]\n", []), ("\(a)", ["A ok"]),
      ("\(a)\n\(b)\n", ["A ok", "B ok"]),
      ("\u{FEFF}\(a)\r\n\r\n\(b)\r\n", ["A ok", "B ok"]), ("[\(a),\(b)]", ["A ok", "B ok"]),
      ("\n [\n\(a)\n,\n\(b)\n]\n", ["A ok", "B ok"]),
      ("\(wide)\n", ["A ok"]), ("[\(wide),\n\(b)]", ["A ok", "B ok"]), ("\(a)\n{\"id\":", ["A ok", "- invalid-json"]),
      ("{\"id\":\"X\"\n\(a)\n", ["- invalid-json", "A ok"]), ("{\"x\":\n\(a)\n", ["- invalid-json", "A ok"]),
      ("{\n\"id\":\"X\",\n", ["- invalid-json"]), ("nonsense\n\(a)\n", ["- invalid-json", "A ok"]),
      ("1\n\(a)\n", ["- invalid-record", "A ok"]),
      ("\(a)\n[\(b)]\n", ["A ok", "- invalid-record"]), ("\(a) \(b)\n", ["- invalid-json"]),
      ("\(a)\n\(a)\n", ["A ok", "A duplicate-id"]),
      ("[\(a),{\"id\":},\(b)]", ["A ok", "- invalid-json", "B ok"]), ("[\(a),\(b)", ["A ok", "B ok", "- invalid-json"]),
      ("[\(a),]", ["A ok", "- invalid-json"]), ("[\(a)]\n\(b)", ["A ok", "B ok"]), ("[\(a)] x", ["A ok", "- invalid-json"]),
      ("[null,\(a),\"x\"]", ["- invalid-record", "A ok", "- invalid-record"]), ("[\(a) \(b)]", ["- invalid-json"]),
      ("[\n  {\"id\":\"X\",\n  {\"y\":1\n\(a)\n]", ["- invalid-json", "- invalid-json", "A ok"]),
      ("[\n{\"id\":\"X,\n\"z\":1},\n\(a)\n]", ["- invalid-json", "A ok"]),
      ("[\n{\"id\":{\"X\":1,\n\(a)\n]", ["- invalid-json", "A ok"]),
      (String(repeating: "[", count: 100_000) + "\n\(a)\n", ["- invalid-json", "A ok"]),
    ])
  func shapes(_ input: String, _ expected: [String]) throws {
    #expect(try evaluate(Bytes(input.utf8), by: outline) == expected)
  }

  @Test(
    "Bytes that are not UTF-8 affect only their own line", arguments: [[0xFF], [0xE4, 0xB8], [0xED, 0xA0, 0x80]] as [Bytes])
  func encodings(_ wrong: Bytes) throws {
    let input = Bytes("{\"id\":\"".utf8) + wrong + Bytes("\"}\n\(Self.a)\n".utf8)
    #expect(try evaluate(input, by: outline) == ["- invalid-json", "A ok"])
  }

  @Test("An error in JSON is reported with line and column in characters")
  func positions() throws {
    let input = "\(Self.a)\n\n{\"题目\": 虚}\n[\n"
    let positions = try evaluate(Bytes(input.utf8)) { "\($0.failure?.line ?? 0):\($0.failure?.column ?? 0)" }
    #expect(positions == ["0:0", "3:8", "4:2"])
  }

  @Test("A record above the maximum size is skipped, and the next is evaluated")
  func tooLong() throws {
    let long = application("L", more: ",\"abstract\":\"\(String(repeating: "长", count: 200_000))\"")
    let input = Bytes("\(Self.a)\n\(long)\n\(Self.b)\n".utf8)
    #expect(try evaluate(input, by: outline) == ["A ok", "L ok", "B ok"])
    #expect(try evaluate(input, maximumRecord: 100_000, by: outline) == ["A ok", "- invalid-record", "B ok"])
  }

  @Test("Results do not depend on where the buffer divides records and arrays")
  func chunks() throws {
    let records = (0..<400).map { application("R\($0)", more: ",\"abstract\":\"\(String(repeating: "字", count: 700 + $0))\"") }
    let expected = (0..<400).map { "R\($0) ok" }
    #expect(try evaluate(Bytes(records.joined(separator: "\n").utf8), by: outline) == expected)
    #expect(try evaluate(Bytes("[\(records.joined(separator: ",\n"))]".utf8), by: outline) == expected)
  }
}
