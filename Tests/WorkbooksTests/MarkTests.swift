import KepingCore
import Testing
import WorkbookFixtures

@Suite("What is struck out, raised or lowered in a cell is told apart from what counts")
struct MarkTests {
  /// A run that is bold; it has a font of its own.
  static func bold(_ text: String) -> String { FixtureCell.run(text, font: "<b/>") }
  static func struck(_ text: String) -> String { FixtureCell.run(text, font: "<b/><strike/><sz val=\"9\"/>") }
  static func raised(_ text: String) -> String { FixtureCell.run(text, font: FixtureCell.raised) }
  static func lowered(_ text: String) -> String { FixtureCell.run(text, font: FixtureCell.lowered) }
  /// A run without a font of its own.
  static func plain(_ text: String) -> String { FixtureCell.run(text, font: nil) }

  /// Strings with the texts and marks of cells whose fonts are plain, struck out and raised.
  static let strings: [(string: String, plain: String, inStruck: String, inRaised: String)] = [
    ("<t>甲</t>", "甲", "甲 wholly struck", "甲 raised"),
    (plain("甲"), "甲", "甲 wholly struck", "甲 raised"),
    (bold("甲"), "甲", "甲", "甲"),
    (bold("3") + plain("18"), "318", "3 struck", "318 raised"),
    (plain("3") + bold("18"), "318", "18 struck", "318 raised"),
    ("<t>3</t>" + bold("18"), "318", "18 struck", "318 raised"),
    (struck("50") + plain("80"), "80 struck", "5080 wholly struck", "80 struck raised"),
    (struck("50") + bold("80"), "80 struck", "80 struck", "80 struck"),
    (bold("8") + struck("5") + bold("0"), "80 struck", "80 struck", "80 struck"),
    (struck("甲") + struck("乙"), "甲乙 wholly struck", "甲乙 wholly struck", "甲乙 wholly struck"),
    (struck("甲") + bold(" \u{3000}"), "甲 \u{3000} wholly struck", "甲 \u{3000} wholly struck", "甲 \u{3000} wholly struck"),
    (bold("甲") + struck(" \u{200B}") + bold("乙"), "甲 \u{200B}乙", "甲 \u{200B}乙", "甲 \u{200B}乙"),
    (bold("80") + raised("1"), "801 raised", "801 raised", "801 raised"),
    (bold("80") + lowered("1"), "801 raised", "801 raised", "801 raised"),
    (bold("80") + raised(" "), "80 ", "80 ", "80 "),
    (bold("80") + FixtureCell.run("1", font: FixtureCell.raised + FixtureCell.struck), "80 struck", "80 struck", "80 struck"),
    (
      plain("8") + FixtureCell.run("1", font: FixtureCell.raised + FixtureCell.struck), "8 struck", "81 wholly struck raised",
      "8 struck raised"
    ),
    (
      bold("東京") + "<rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>", "東京", "東京", "東京"
    ),
    (struck("a_x000D_") + bold("_x005F_b"), "_b struck", "_b struck", "_b struck"),
    (FixtureCell.run("", font: FixtureCell.struck) + bold("80"), "80", "80", "80"),
  ]

  @Test(
    "Struck parts are left out unless nothing else is there; a run with properties has none of its cell's font",
    arguments: strings)
  func runs(_ string: String, _ plain: String, _ inStruck: String, _ inRaised: String) throws {
    let styles = [0, FixtureBook.struckStyle, FixtureBook.raisedStyle]
    let expected = zip(["A1", "B1", "C1"], [plain, inStruck, inRaised]).map { "\($0)=text:\($1)" }
    let inline: [FixtureCell] = styles.map { .xml("<c r=\"%\" s=\"\($0)\" t=\"inlineStr\"><is>\(string)</is></c>") }
    #expect(try cells(of: FixtureBook(FixtureBook.Sheet("一", [inline]))) == expected)
    let shared: [FixtureCell] = styles.map { .xml("<c r=\"%\" s=\"\($0)\" t=\"s\"><v>1</v></c>") }
    let strings = "<si><t>首</t></si><si>\(string)</si><si><t>尾</t></si>"
    #expect(try cells(of: FixtureBook(FixtureBook.Sheet("一", [shared]), sharedStrings: strings)) == expected)
  }

  @Test(
    "A property that is off marks nothing",
    arguments: [
      ("<strike/>", " wholly struck"), ("<strike val=\"1\"/>", " wholly struck"), ("<strike val=\"true\"/>", " wholly struck"),
      ("<strike val=\"0\"/>", ""), ("<strike val=\"false\"/>", ""), ("<strike val=\"off\"/>", ""),
      ("<x:strike xmlns:x=\"m\"/>", " wholly struck"), ("<vertAlign val=\"superscript\"/>", " raised"),
      ("<vertAlign val=\"subscript\"/>", " raised"), ("<vertAlign val=\"baseline\"/>", ""), ("<vertAlign/>", ""),
      ("<u/><i/><color rgb=\"FFFF0000\"/>", ""),
    ])
  func properties(_ property: String, _ marks: String) throws {
    let row: [FixtureCell] = [.runs([("甲", property)])]
    #expect(try cells(of: FixtureBook(FixtureBook.Sheet("一", [row]))) == ["A1=text:甲\(marks)"])
    var book = FixtureBook(FixtureBook.Sheet("一", [[.styled("3", 1)]]))
    book.set(
      "xl/styles.xml",
      "<styleSheet><fonts><font/><font>\(property)</font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs></styleSheet>")
    #expect(try cells(of: book) == ["A1=number:3\(marks)"])
  }

  @Test("The font of a cell marks content of every kind, and white space of none")
  func kinds() throws {
    let style = FixtureBook.struckStyle
    let row: [FixtureCell] = [
      .styled("318", style), .xml("<c r=\"%\" s=\"\(style)\" t=\"b\"><v>1</v></c>"),
      .xml("<c r=\"%\" s=\"\(style)\" t=\"str\"><f>A1</f><v>果</v></c>"),
      .xml("<c r=\"%\" s=\"\(style)\" t=\"d\"><v>2024-03-01</v></c>"),
      .runs([("  ", nil)], style: style), .xml("<c r=\"%\" s=\"\(style)\"/>"), .styled("318", FixtureBook.raisedStyle),
      .styled("318", FixtureBook.loweredStyle), .xml("<c r=\"%\" s=\"\(style)\"><f>A1</f></c>"),
    ]
    #expect(
      try cells(of: FixtureBook(FixtureBook.Sheet("一", [row]))) == [
        "A1=number:318 wholly struck", "B1=flag:1 wholly struck", "C1=text:果 wholly struck", "D1=text:2024-03-01 wholly struck",
        "E1=text:  ", "G1=number:318 raised", "H1=number:318 raised", "I1=uncalculated:",
      ])
  }

  @Test("Only fonts and formats of cells count, whatever else the styles list and in whatever order")
  func lists() throws {
    var book = FixtureBook(FixtureBook.Sheet("一", [[.styled("3", 0), .styled("45352", 1), .styled("3", 2), .styled("3", 3)]]))
    book.set(
      "xl/styles.xml",
      """
      <styleSheet><dxfs><dxf><font><strike/></font><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs>\
      <cellStyleXfs><xf numFmtId="164" fontId="1"/></cellStyleXfs>\
      <cellXfs><xf fontId="0"/><xf numFmtId="164" fontId="0"/><xf fontId="1"/><xf fontId="7"/></cellXfs>\
      <fonts><font/><font><strike/></font></fonts><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts></styleSheet>
      """)
    #expect(try cells(of: book) == ["A1=number:3", "B1=date:45352", "C1=number:3 wholly struck", "D1=number:3"])
  }

  @Test("Many shared strings keep their marks, in memory and in the scratch file")
  func manyStrings() throws {
    let filler = String(repeating: "x", count: 200_000)
    let strings =
      "<si>\(Self.struck("旧") + Self.bold("新"))</si>" + String(repeating: "<si><t>\(filler)</t></si>", count: 90)
      + "<si>\(Self.struck("旧") + Self.bold("末"))</si><si><t>甲</t></si>"
    let row: [FixtureCell] = [0, 91, 92].map { .xml("<c r=\"%\" t=\"s\"><v>\($0)</v></c>") }
    let book = FixtureBook(FixtureBook.Sheet("一", [row]), sharedStrings: strings)
    #expect(try cells(of: book) == ["A1=text:新 struck", "B1=text:末 struck", "C1=text:甲"])
  }
}
