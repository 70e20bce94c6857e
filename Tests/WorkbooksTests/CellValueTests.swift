import KepingCore
import Testing
import WorkbookFixtures
import Workbooks

@Suite("A value that is not in the notation of a sheet is a damaged cell")
struct CellValueTests {
  static func cell(_ attributes: String, _ content: String) throws -> [String] {
    try cells(of: FixtureBook(FixtureBook.Sheet("一", [[.xml("<c r=\"%\" \(attributes)>\(content)</c>")]])))
  }

  @Test(
    "A number has decimal or exponent notation",
    arguments: [
      "0", "5", "-5", "+5", "318.25", "0.1", ".5", "5.", "1e5", "1E5", "1.5E-7", "1e+05", "9007199254740993",
      "4.0999999999999996",
    ])
  func numbers(_ value: String) throws {
    #expect(try Self.cell("", "<v>\(value)</v>") == ["A1=number:\(value)"])
    #expect(try Self.cell("t=\"n\"", "<v>\(value)</v>") == ["A1=number:\(value)"])
    #expect(try Self.cell("", "<v>\n \(value)\t</v>") == ["A1=number:\(value)"])
    #expect(try Self.cell("s=\"1\"", "<v>\(value)</v>") == ["A1=date:\(value)"])
  }

  @Test(
    "A formula's 0 is no result in a workbook that has yet to be calculated; any other value is",
    arguments: [
      ("0", "1", "A1=uncalculated:"), ("720", "1", "A1=number:720"), ("0", "0", "A1=number:0"), ("720", "true", "A1=number:720"),
      ("0", "true", "A1=uncalculated:"),
    ])
  func pendingCalculation(_ value: String, _ isPending: String, _ cell: String) throws {
    var book = FixtureBook(FixtureBook.Sheet("一", [[.formula("A2+A3", value: value), 0]]))
    book.replace("</sheets>", in: "xl/workbook.xml", with: "</sheets><calcPr calcId=\"124519\" fullCalcOnLoad=\"\(isPending)\"/>")
    #expect(try cells(of: book) == [cell, "B1=number:0"])
  }

  @Test(
    "Nothing else is a number",
    arguments: [
      "0x10", "0X1p3", "1_000", "1,000", "nan", "NaN", "inf", "-INF", "infinity", "1 2", "1e", "e5", "1e+", ".", "-", "--5",
      "1.2.3",
      "５", "5万", "1f", "0b1", "0o7", "½", "true", "_x0035_",
    ])
  func otherNumbers(_ value: String) throws {
    #expect(try Self.cell("", "<v>\(value)</v>") == ["A1=damaged:"])
    #expect(try Self.cell("t=\"n\"", "<v>\(value)</v>") == ["A1=damaged:"])
    #expect(try Self.cell("s=\"1\"", "<v>\(value)</v>") == ["A1=damaged:"])
  }

  @Test(
    "The type of a cell says how its value is read",
    arguments: [
      ("t=\"b\"", "<v>1</v>", "flag:1"), ("t=\"b\"", "<v> false </v>", "flag:0"), ("t=\"b\"", "<v>TRUE</v>", "flag:1"),
      ("t=\"b\"", "<v>2</v>", "damaged:"), ("t=\"b\"", "<v>是</v>", "damaged:"), ("t=\"x\"", "<v>1</v>", "damaged:"),
      ("t=\"strings\"", "<v>1</v>", "damaged:"), ("t=\"e\"", "<v>#REF!</v>", "error:#REF!"),
      ("t=\"str\"", "<v> 5 </v>", "text: 5 "),
      ("t=\"str\"", "<v>0x10</v>", "text:0x10"), ("t=\"s\"", "<v>0x0</v>", "damaged:"), ("t=\"s\"", "<v>+0</v>", "damaged:"),
      ("", "<v>1</v><v>2</v>", "damaged:"), ("t=\"inlineStr\"", "<is><t>甲</t></is><is><t>乙</t></is>", "damaged:"),
      ("s=\"99\"", "<v>45352</v>", "damaged:"), ("s=\"99\" t=\"str\"", "<v>甲</v>", "text:甲"),
    ] as [(String, String, String)])
  func types(_ attributes: String, _ content: String, _ expected: String) throws {
    #expect(try Self.cell(attributes, content) == ["A1=\(expected)"])
  }

  @Test(
    "An inline string counts where the type says so, whatever value stands beside it",
    arguments: [
      ("t=\"inlineStr\"", "<is><t>甲</t></is><v>乙</v>", ["A1=text:甲"]),
      ("t=\"inlineStr\"", "<v>乙</v><is><t>甲</t></is>", ["A1=text:甲"]),
      ("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>甲</t></r></is><v>乙</v>", ["A1=text:甲"]),
      ("t=\"inlineStr\"", "<is><t/></is><v>乙</v>", []), ("t=\"inlineStr\"", "<v>乙</v>", ["A1=text:乙"]),
      ("t=\"inlineStr\"", "<is><t>甲</t></is>", ["A1=text:甲"]), ("t=\"n\"", "<is><t>甲</t></is><v>5</v>", ["A1=number:5"]),
      ("t=\"str\"", "<is><t>甲</t></is><v>乙</v>", ["A1=text:乙"]), ("", "<is><t>甲</t></is>", ["A1=damaged:"]), ("", "<is/>", []),
    ] as [(String, String, [String])])
  func inlineStrings(_ attributes: String, _ content: String, _ expected: [String]) throws {
    #expect(try Self.cell(attributes, content) == expected)
  }

  @Test(
    "An escape has exactly four hexadecimal digits",
    arguments: [
      ("甲_x-000_乙", "甲_x-000_乙"), ("_x+041_", "_x+041_"), ("_x 041_", "_x 041_"), ("_x041_", "_x041_"), ("_x00041_", "_x00041_"),
      ("_X0041_", "_X0041_"), ("_x004G_", "_x004G_"), ("_x0041", "_x0041"), ("_x0041_", "A"), ("_x4e00_", "一"),
      ("_x005F_x0041_", "_x0041_"),
      ("__x0041__", "_A_"), ("_xD800_", "_xD800_"), ("_x0041_x0042_", "Ax0042_"),
    ])
  func escapes(_ written: String, _ text: String) throws {
    #expect(try Self.cell("t=\"inlineStr\"", "<is><t>\(written)</t></is>") == ["A1=text:\(text)"])
    #expect(try Self.cell("t=\"str\"", "<v>\(written)</v>") == ["A1=text:\(text)"])
  }

  @Test(
    "A text above the limit of a cell is too long, even if its escapes stand for fewer characters",
    arguments: [
      ("a", Cell.maximumText, false), ("a", Cell.maximumText + 1, true), ("_x0041_", Cell.maximumText / 7, false),
      ("_x0041_", Cell.maximumText / 7 + 1, true),
    ])
  func limit(_ piece: String, _ count: Int, _ isTooLong: Bool) throws {
    let text = String(repeating: piece, count: count)
    let rows: [[FixtureCell]] = [
      [.xml("<c r=\"%\" t=\"inlineStr\"><is><t>\(text)</t></is></c>")], [.xml("<c r=\"%\" t=\"str\"><v>\(text)</v></c>")],
      [.xml("<c r=\"%\" t=\"s\"><v>0</v></c>")],
    ]
    let book = FixtureBook(FixtureBook.Sheet("一", rows), sharedStrings: "<si><t>\(text)</t></si>")
    let kinds = try cells(of: book).map { $0.drop { $0 != "=" }.prefix { $0 != ":" } }
    #expect(kinds == Array(repeating: isTooLong ? "=tooLong" : "=text", count: 3))
  }
}
