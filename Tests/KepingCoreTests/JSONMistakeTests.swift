import KepingCore
import Testing

@Suite("The diagnosis of JSON text never fails and depends on the text alone")
struct JSONMistakeTests {
  static let text = #"[{"id": "示例\"\n", "n": [1, -2.5e3, true, null], "空": {}}, {"x": "y"}]"#

  static func mistake(_ bytes: Bytes, _ range: Range<Int>) -> (fault: JSONFault, mistake: JSONMistake)? {
    var tape = JSONTape()
    do throws(JSONFault) {
      try tape.read(bytes, range)
      return nil
    } catch {
      return (error, JSONMistake(error, in: bytes, range) { (1, $0 - range.lowerBound + 1) })
    }
  }

  @Test(
    "A text with a byte left out, or with another mark inserted, is diagnosed within the text, whatever is around it",
    arguments: ["", ",", "\"", "}", "]", "{", "[", ":", "：", "，", "“", "'", "/", "0", "x", "\n", "\\", "\u{3000}"])
  func changed(_ mark: String) {
    let bytes = Bytes(Self.text.utf8)
    for index in bytes.indices {
      let changed = bytes[..<index] + Bytes(mark.utf8) + bytes[(mark.isEmpty ? index + 1 : index)...]
      guard let (fault, alone) = Self.mistake(Bytes(changed), 0..<changed.count) else { continue }
      #expect((0...changed.count).contains(alone.offset) && alone.offset <= fault.offset, "\(mark) at \(index)")
      #expect(!alone.wording.chinese.isEmpty && !alone.wording.english.isEmpty)
      // A record of a batch lies between others.
      let surrounded = Bytes("{\"a\": [".utf8) + changed + Bytes("\", “x”: }".utf8)
      let inside = Self.mistake(surrounded, 7..<(7 + changed.count))
      #expect(inside?.mistake.offset == alone.offset + 7 && inside?.mistake.wording == alone.wording, "\(mark) at \(index)")
    }
  }

  @Test(
    "The mistake is where a person made it",
    arguments: [
      ("[1,]", 2, "no comma may follow"), ("[1 2]", 2, "a comma is missing after '1'"),
      ("{\"a\" 1}", 4, "the colon after the key 'a'"),
      ("{a: 1}", 1, "a key needs double quotes"), ("[.5]", 1, "'.5' is no number"), ("[nan]", 1, "write null"),
      ("{\"a\": 1}}", 8, "one '}' too many"), ("[{\"a\": 1]", 8, "the '{' of line 1, column 2"),
      ("{\"a\": 1", 7, "'{' of line 1, column 1"),
      ("[\"a", 1, "add the closing quote"), ("[1,000]", 2, "no commas"), ("{\"a\" = 1}", 5, "write ':' for '='"),
    ])
  func places(_ text: String, _ offset: Int, _ advice: String) throws {
    let bytes = Bytes(text.utf8)
    let mistake = try #require(Self.mistake(bytes, 0..<bytes.count)).mistake
    #expect(mistake.offset == offset && mistake.wording.english.contains(advice), "\(mistake)")
  }
}

@Suite("The encoding of a text that is not UTF-8 is told from its bytes")
struct ForeignEncodingTests {
  @Test(
    "The encoding and the offset of the first byte that is wrong",
    arguments: [
      (Bytes("科评\u{FEFF}\0".utf8), nil, 0), ([0xFF, 0xFE, 0x41, 0], .utf16, 0),
      (Bytes("[ { \" i d \"".utf8.map { $0 == 0x20 ? 0 : $0 }), .utf16, 1),
      (Bytes("id: ".utf8) + [0xBF, 0xC6, 0xC6, 0xC0], .gb18030, 4), (Bytes("科评".utf8) + [0xFF], .unknown, 6),
      (Bytes("管理办法，管理办法".utf8.dropLast()), .unknown, 24),
    ] as [(Bytes, ForeignEncoding?, Int)])
  func detect(_ bytes: Bytes, _ encoding: ForeignEncoding?, _ offset: Int) {
    let found = ForeignEncoding.detect(bytes)
    #expect(found?.encoding == encoding && (found?.offset ?? 0) == offset, "\(String(describing: found))")
  }
}
