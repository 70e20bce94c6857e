import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures
import Workbooks

@Suite("CSV files are read as spreadsheets save them")
struct CSVTests {
  @Test(
    "Fields, quotes and line ends are recognised",
    arguments: [
      ("", []), ("\n\n", []), ("a", ["A1=text:a"]), ("a,b\r\nc", ["A1=text:a", "B1=text:b", "A2=text:c"]),
      ("a,,c\n", ["A1=text:a", "C1=text:c"]), ("a\rb\r", ["A1=text:a", "A2=text:b"]),
      ("\"a,b\",c", ["A1=text:a,b", "B1=text:c"]), ("\"a\"\"b\"", ["A1=text:a\"b"]),
      ("\"a\nb\",c\nd", ["A1=text:a\nb", "B1=text:c", "A2=text:d"]), ("\"\",b", ["B1=text:b"]),
      ("a;b\n1;2", ["A1=text:a", "B1=text:b", "A2=text:1", "B2=text:2"]),
      ("a\tb,c\td", ["A1=text:a", "B1=text:b,c", "C1=text:d"]),
      ("a,b;c", ["A1=text:a", "B1=text:b;c"]), ("a\n\n\nb", ["A1=text:a", "A4=text:b"]),
      ("\u{FEFF}a,b", ["A1=text:a", "B1=text:b"]), ("a,b\"c", ["A1=text:a", "B1=text:b\"c"]),
      ("a\n\"b", ["A1=text:a", "invalid-csv"]), ("=\"001\",2", ["A1=text:001", "B1=text:2"]),
      ("标题\na;b;c\n1;2,5;3", ["A1=text:标题", "A2=text:a", "B2=text:b", "C2=text:c", "A3=text:1", "B3=text:2,5", "C3=text:3"]),
    ] as [(String, [String])])
  func shapes(_ text: String, _ expected: [String]) throws {
    #expect(try cells(inCSV: Bytes(text.utf8)) == expected)
  }

  /// The text 编号,虚构 in GB 18030.
  static let gb18030: Bytes = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xE9, 0xB9, 0xB9]
  /// The same text in UTF-16, little-endian with a byte order mark.
  static let utf16: Bytes = [0xFF, 0xFE, 0x16, 0x7F, 0xF7, 0x53, 0x2C, 0x00, 0x5A, 0x86, 0x84, 0x67]
  /// The same text in UTF-16, big-endian with a byte order mark.
  static let swapped: Bytes = [0xFE, 0xFF, 0x7F, 0x16, 0x53, 0xF7, 0x00, 0x2C, 0x86, 0x5A, 0x67, 0x84]

  @Test(
    "The encoding is detected or given",
    arguments: [
      (Bytes("编号,虚构".utf8), nil), ([0xEF, 0xBB, 0xBF] + Bytes("编号,虚构".utf8), nil), (gb18030, nil), (gb18030, .gb18030),
      (utf16, nil), (swapped, nil), (Bytes("编号,虚构".utf8), .utf8),
    ] as [(Bytes, TextEncoding?)])
  func encodings(_ bytes: Bytes, _ encoding: TextEncoding?) throws {
    #expect(try cells(inCSV: bytes, encoding) == ["A1=text:编号", "B1=text:虚构"])
  }

  @Test(
    "UTF-16 without a byte order mark is recognised by its separators, digits and line ends",
    arguments: [("编号,年度\r\n甲,2024\r\n", 4), ("一,一一,一\n一,一,一\n", 6), ("编号\t年度\n", 2), ("id,year\nA,2024", 4)])
  func unmarked(_ text: String, _ count: Int) throws {
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(TextEncoding.detect(little[...]) == .utf16le)
    #expect(TextEncoding.detect(big[...]) == .utf16be)
    let expected = try cells(inCSV: Bytes(text.utf8))
    #expect(expected.count == count)
    #expect(try cells(inCSV: little) == expected)
    #expect(try cells(inCSV: big) == expected)
  }

  @Test("A NUL does not make a text UTF-16, and only its cell is damaged", arguments: ["甲,\0乙,丙\n", "a,\0b,c\n", "1,2\0,3\n"])
  func nul(_ text: String) throws {
    #expect(TextEncoding.detect(Bytes(text.utf8)[...]) == .utf8)
    let found = try cells(inCSV: Bytes(text.utf8))
    #expect(found.map { $0.prefix { $0 != ":" } } == ["A1=text", "B1=damaged", "C1=text"])
  }

  @Test(
    "An end-of-file character at the end means nothing, and elsewhere it is part of the text",
    arguments: [
      ("a,b\n\u{1A}", ["A1=text:a", "B1=text:b"]), ("a,b\u{1A}", ["A1=text:a", "B1=text:b"]), ("\u{1A}", []),
      ("a\r\n\u{1A}\u{1A}\0\0\r\n", ["A1=text:a"]), ("\"a\"\u{1A}\n", ["A1=text:a"]),
      ("a\u{1A}b,c", ["A1=text:a\u{1A}b", "B1=text:c"]),
      ("\u{1A}\na", ["A1=text:\u{1A}", "A2=text:a"]),
    ] as [(String, [String])])
  func endOfFile(_ text: String, _ expected: [String]) throws {
    #expect(try cells(inCSV: Bytes(text.utf8)) == expected)
  }

  @Test("Four-byte characters of GB 18030 are decoded across the pieces of a file")
  func fourBytes() throws {
    // U+20087 after a number of letters such that a piece of the file (64 KiB) ends within the character.
    let rare: Bytes = [0x95, 0x32, 0x90, 0x31]
    for padding in 65_532...65_536 {
      let found = try cells(inCSV: Bytes(repeating: 0x61, count: padding) + rare + [0xB1, 0xE0], .gb18030)
      #expect(found.count == 1)
      #expect(found[0].hasSuffix("a\u{20087}编"))
    }
  }

  @Test("The separator is detected, whether the encoding is given or not", arguments: [nil, .utf8] as [TextEncoding?])
  func separators(_ encoding: TextEncoding?) throws {
    #expect(try cells(inCSV: Bytes("编号一栏;年度\nA;2024".utf8), encoding).count == 4)
  }

  @Test("A title does not mislead the detection of the separator, and lines are counted as in an editor")
  func titles() throws {
    #expect(try cells(inCSV: Bytes("a;b;c;d\n甲,乙\n1,2".utf8)).suffix(2) == ["A3=text:1", "B3=text:2"])
    let file = try TemporaryFile(Bytes("a\n\"x\ny\nz\"\n\"b".utf8))
    let reader = try CSVReader(try ByteSource(file.path), encoding: nil)
    let error = #expect(throws: Diagnostic.self) { while try reader.next() != nil {} }
    #expect(error?.line == 5)
  }

  @Test("A line with more columns than a sheet is an error, and the lines before it are read")
  func wide() throws {
    let text = Bytes("a,b\n".utf8) + Bytes(repeating: UInt8(ascii: ","), count: 20_000)
    #expect(try cells(inCSV: text) == ["A1=text:a", "B1=text:b", "invalid-csv"])
  }

  @Test("Invalid bytes affect only their cell, also at the end of the file")
  func undecodable() throws {
    let broken = Bytes("甲,".utf8) + [0xFF] + Bytes(",丙\n丁,".utf8) + [0xE4, 0xB8]
    let found = try cells(inCSV: broken, .utf8)
    #expect(found.map { $0.prefix { $0 != ":" } } == ["A1=text", "B1=undecodable", "C1=text", "A2=text", "B2=undecodable"])
    #expect(try cells(inCSV: [0xB1, 0xE0, 0x2C, 0xBA], .gb18030).last?.hasPrefix("B1=undecodable") == true)
  }

  @Test("A text that is nearly all valid UTF-8 is read as UTF-8")
  func nearly() throws {
    let spoilt = Bytes("铝合金材料".utf8) + [0xE9] + Bytes(",铝合金材料的研究与开发\n".utf8)
    let found = try cells(inCSV: spoilt)
    #expect(found.map { $0.prefix { $0 != ":" } } == ["A1=undecodable", "B1=text"])
    #expect(found[1] == "B1=text:铝合金材料的研究与开发")
  }

  @Test("A cell with more than 256 KiB is too long")
  func long() throws {
    let text = Bytes(repeating: 0x61, count: Cell.maximumText + 1) + Bytes(",b".utf8)
    #expect(try cells(inCSV: text) == ["A1=tooLong:", "B1=text:b"])
    #expect(try cells(inCSV: Bytes(text.dropFirst())).first?.hasPrefix("A1=text:a") == true)
  }
}
