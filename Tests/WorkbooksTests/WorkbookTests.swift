import KepingCore
import Testing
import WorkbookFixtures

@Suite("A workbook is read as far as it is valid and safe")
struct WorkbookTests {
  static func sheet(_ rows: String) -> FixtureBook {
    FixtureBook(FixtureBook.Sheet("一", xml: "<worksheet xmlns=\"m\"><sheetData>\(rows)</sheetData></worksheet>"))
  }

  @Test("Cells of every type are read")
  func types() throws {
    let row: [FixtureCell] = [
      "文", 1.5, .date("45352"), true, .error("#N/A"), .formula("1+1", value: "2"), .formula("1+1", value: nil), nil, "",
      .xml("<c r=\"%\" t=\"str\"><f>A1</f><v>果</v></c>"), .xml("<c r=\"%\" t=\"str\"><f>A1</f><v></v></c>"),
    ]
    #expect(
      try cells(of: FixtureBook(FixtureBook.Sheet("一", [row]))) == [
        "A1=text:文", "B1=number:1.5", "C1=date:45352", "D1=flag:1", "E1=error:#N/A", "F1=number:2", "G1=uncalculated:",
        "J1=text:果",
      ])
  }

  @Test(
    "Shared strings are read with rich text, escapes and prefixes, and without phonetic guides",
    arguments: [
      ("<si><t>甲</t></si>", "甲"), ("<si><r><t>甲</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 乙</t></r></si>", "甲 乙"),
      ("<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>", "東京"), ("<si><t>a_x000D_b_x005F_x</t></si>", "a\rb_x"),
      ("<x:si xmlns:x=\"m\"><x:t>甲</x:t></x:si>", "甲"), ("<si><t>&lt;&#x4E00;&amp;</t></si>", "<一&"),
    ])
  func texts(_ item: String, _ text: String) throws {
    let book = FixtureBook(
      FixtureBook.Sheet("一", [[.xml("<c r=\"%\" t=\"s\"><v>0</v></c>")]]), sharedStrings: item)
    #expect(try cells(of: book) == ["A1=text:\(text)"])
  }

  @Test(
    "Missing positions are inferred by counting; wrong positions end the sheet with an error after the valid rows",
    arguments: [
      ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", ["A1=number:1", "B1=number:2", "A2=number:3"]),
      ("<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row>", ["C3=number:1", "D3=number:2"]),
      ("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>", ["A2=number:1", "damaged-workbook"]),
      ("<row r=\"9999999\"><c><v>1</v></c></row>", ["damaged-workbook"]),
      ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", ["damaged-workbook"]),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", ["damaged-workbook"]),
      ("<row r=\"1\"><c t=\"s\"><v>7</v></c><c><v>1</v></c></row>", ["A1=damaged:", "B1=number:1"]),
      ("<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>", ["damaged-workbook"]),
      ("<row r=\"1\"><row r=\"2\"><c><v>1</v></c></row></row>", ["damaged-workbook"]),
      ("<row r=\"1\"><c><v>1</v></c></row><row", ["A1=number:1", "damaged-workbook"]),
    ] as [(String, [String])])
  func positions(_ rows: String, _ expected: [String]) throws {
    #expect(try cells(of: Self.sheet(rows)) == expected)
  }

  @Test("Any number of rows without content is skipped")
  func empty() throws {
    let rows = (1...200_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"1\"/></row>" }.joined()
    #expect(try cells(of: Self.sheet(rows)) == [])
  }

  @Test("A long shared string in many cells is read in pieces, and the text of a row is limited")
  func amplified() throws {
    let cell = FixtureCell.xml("<c r=\"%\" t=\"s\"><v>0</v></c>")
    let text = String(repeating: "x", count: 200_000)
    let book = FixtureBook(
      FixtureBook.Sheet("一", Array(repeating: Array(repeating: cell, count: 30), count: 20)),
      sharedStrings: "<si><t>\(text)</t></si>")
    let kinds = try cells(of: book).map { $0.drop { $0 != "=" }.prefix { $0 != ":" } }
    // The 21st text of 200,000 bytes is the first to exceed the 4 MiB of a row; the cells after it are too long.
    let row = Array(repeating: Substring("=text"), count: 21) + Array(repeating: "=tooLong", count: 9)
    #expect(kinds == Array(repeating: row, count: 20).flatMap { $0 })
  }

  /// The attacks by name, because a failing test prints its arguments and some attacks are large.
  static let attacks: [String: (xml: String, code: String)] = [
    "entities": ("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>", "unsafe-xml"),
    "files": ("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>", "unsafe-xml"),
    "nesting": (String(repeating: "<a>", count: 10_000), "unsafe-xml"),
    "a token without end": ("<worksheet a=\"" + String(repeating: "x", count: 8 << 20), "damaged-workbook"),
    "no XML": ("{}", "damaged-workbook"),
    "a bomb": ("<worksheet>" + String(repeating: " ", count: 66 << 20) + "</worksheet>", "zip-bomb"),
  ]

  @Test("Every attack ends with an error", arguments: attacks.keys.sorted())
  func attack(_ name: String) throws {
    let attack = try #require(Self.attacks[name])
    let found = try cells(of: FixtureBook(FixtureBook.Sheet("一", xml: attack.xml)))
    #expect(found == [attack.code])
  }

  @Test(
    "A file that is not an archive is a damaged workbook",
    arguments: [
      ("", "damaged-workbook"), ("PK\u{3}\u{4}", "damaged-workbook"), ("申报编号,年度", "damaged-workbook"),
    ])
  func noWorkbook(_ text: String, _ code: String) throws {
    #expect(try cells(inWorkbook: Bytes(text.utf8)) == [code])
  }

  @Test(
    "An archive of another kind is not supported",
    arguments: [("content.xml", "ods"), ("word/document.xml", "docx"), ("x", "ZIP")])
  func otherArchives(_ part: String, _ kind: String) throws {
    var book = FixtureBook()
    book.parts = [(part, "<x/>")]
    #expect(try cells(of: book) == ["unsupported-workbook"])
  }

  @Test("A workbook cut short anywhere ends with an error")
  func truncated() throws {
    let bytes = try FixtureBook(FixtureBook.Sheet("一", [["文", 1]])).bytes()
    for length in stride(from: 0, to: bytes.count - 1, by: 37) {
      #expect(try cells(inWorkbook: Bytes(bytes[..<length])) == ["damaged-workbook"])
    }
  }
}
