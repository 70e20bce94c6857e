import Testing

@testable import KepingCore

@Suite("Reading strings eight bytes at a time gives the same result as reading them byte by byte")
struct JSONTextTests {
  static let lengths = Array(0...18) + [23, 24, 25, 31, 32, 33, 40]

  /// Pieces other than letters: special characters, escapes, and invalid bytes.
  static let pieces: [Bytes] =
    [
      "\"", "\\n", "\\\"", "\\\\", "\\u00e9", "\\uD83D\\uDE00", "\\x", "\\u12G4", "\\uD800", "\\uDC00", "\\uD800\\u0041", "\\",
      "\u{0}", "\u{1F}", "\n", "\u{20}", "!", "#", "[", "]", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "中",
      "\u{CFFF}", "\u{D000}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
    ].map { Bytes($0.utf8) } + [
      [0x80], [0xBF], [0xC0, 0x80], [0xC3], [0xE4], [0xE4, 0xB8], [0xE4, 0xB8, 0x22], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]

  static func read(_ tape: inout JSONTape, _ bytes: Bytes, from start: Int) -> Result<Int, JSONFault> {
    do throws(JSONFault) {
      return .success(try tape.readPrefix(bytes, start..<bytes.count))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    "Any piece at any position of a string gives the same result and the same offset", arguments: ["a", "中", "é", "😀"],
    ["", "\"", "\",\"behind it\":中中中"])
  func everyPosition(_ filling: String, _ end: String) {
    var tape = JSONTape()
    var wrong: [Bytes] = []
    for length in Self.lengths {
      let filled = Bytes(String(repeating: filling, count: length).utf8)
      // Every position is tested for ASCII and Chinese; for the other fillings, only the first and the last few positions.
      for position in 0...length where filling == "a" || filling == "中" || position < 4 || position + 3 > length {
        let before = Bytes(filled[..<(position * filling.utf8.count)])
        for piece in Self.pieces {
          let text = [UInt8(ascii: "\"")] + before + piece + filled[before.count...] + Bytes(end.utf8)
          if Self.read(&tape, text, from: 0) != TextReference.end(text, from: 0) { wrong.append(text) }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("The start of a string and the bytes before it do not change the result")
  func everyStart() {
    var tape = JSONTape()
    var wrong: [Bytes] = []
    for start in 0...17 {
      for piece in Self.pieces {
        let text = Bytes(repeating: UInt8(ascii: "\""), count: start + 1) + Bytes("中文ab".utf8) + piece + Bytes("中\"".utf8)
        if Self.read(&tape, text, from: start) != TextReference.end(text, from: start) { wrong.append(text) }
      }
    }
    #expect(wrong == [])
  }

  @Test("The text of a string without escapes is the text between the quotes")
  func texts() throws {
    var tape = JSONTape()
    for piece in Self.pieces {
      for length in Self.lengths {
        let text = Bytes((String(repeating: "中a", count: length)).utf8)
        let bytes = [UInt8(ascii: "\"")] + text + piece + [UInt8(ascii: "\"")]
        guard case .success(bytes.count) = TextReference.end(bytes, from: 0), piece.first != UInt8(ascii: "\\") else { continue }
        try tape.read(bytes, 0..<bytes.count)
        #expect(tape.text(of: tape.values[0], bytes) == text + piece)
        #expect(tape.values[0].isEscaped == false)
      }
    }
  }
}
