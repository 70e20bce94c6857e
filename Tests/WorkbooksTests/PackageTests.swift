import KepingCore
import Testing
import WorkbookFixtures

@Suite("Parts of a workbook are found as other programs name them, and only those that are needed must be there")
struct PackageTests {
  /// A workbook with a text from the shared strings and a number with the style of a percentage.
  static let book = FixtureBook(
    FixtureBook.Sheet("一", [[.xml("<c r=\"%\" t=\"s\"><v>0</v></c>"), .styled("0.5", 2)]]),
    FixtureBook.Sheet("二", [["乙", 2]]), sharedStrings: "<si><t>甲</t></si>")
  static let content = ["A1=text:甲", "B1=number:0.5", "A1=text:乙", "B1=number:2"]

  /// Spellings of the names of parts, by what they are like.
  static let spellings: [String: @Sendable (String) -> String] = [
    "backslashes": { $0.replacing("/", with: "\\") }, "a leading slash": { "/" + $0 }, "a leading backslash": { "\\" + $0 },
    "a leading dot": { "./" + $0 }, "doubled slashes": { $0.replacing("/", with: "//") }, "capitals": { $0.uppercased() },
  ]

  @Test("Names of parts may be written in other ways", arguments: spellings.keys.sorted())
  func names(_ spelling: String) throws {
    let spell = try #require(Self.spellings[spelling])
    var book = Self.book
    book.parts = book.parts.map { (spell($0.name), $0.content) }
    #expect(try cells(of: book) == Self.content)
  }

  @Test(
    "A target is relative to its folder or to the root, with either slash",
    arguments: [
      "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
      "worksheets\\sheet1.xml", "\\xl\\worksheets\\sheet1.xml", "/xl/./styles/../worksheets/sheet1.xml", "Worksheets/Sheet1.XML",
    ])
  func targets(_ target: String) throws {
    var book = Self.book
    book.replace("\"worksheets/sheet1.xml\"", in: "xl/_rels/workbook.xml.rels", with: "\"\(target)\"")
    #expect(try cells(of: book) == Self.content)
  }

  @Test(
    "Two parts of one name are refused, whichever part of the workbook they are",
    arguments: [
      "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
      "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl\\worksheets\\sheet2.xml", "XL/Worksheets/Sheet2.xml",
      "/xl/worksheets/sheet2.xml", "./xl/worksheets/sheet2.xml",
    ])
  func duplicates(_ name: String) throws {
    var book = Self.book
    let original = name.replacing("\\", with: "/").lowercased().drop { $0 == "/" || $0 == "." }
    let part = try #require(book.parts.first { $0.name.lowercased().drop { $0 == "." } == original })
    book.parts.append((name, part.content))
    #expect(try cells(of: book) == ["damaged-workbook"])
  }

  @Test("Two content types are refused, and two parts that nobody reads are not")
  func otherDuplicates() throws {
    var book = Self.book
    book.parts.append(("xl/media/image1.png", "1"))
    book.parts.append(("xl/media/image1.png", "2"))
    book.parts.append(("xl/media/", ""))
    #expect(try cells(of: book) == Self.content)
    for content in ["<Types/>", "<Types></Types>"] { book.parts.append(("[Content_Types].xml", content)) }
    #expect(try cells(of: book) == ["damaged-workbook"])
  }

  @Test("A part that is named, missing and not needed changes nothing")
  func unneeded() throws {
    var book = FixtureBook(FixtureBook.Sheet("一", [["甲", 1]]), sharedStrings: "<si><t>乙</t></si>")
    for part in ["xl/styles.xml", "xl/sharedStrings.xml"] { book.remove(part) }
    book.replace(
      "</Relationships>", in: "xl/_rels/workbook.xml.rels",
      with: """
        <Relationship Id="t" Type="o/theme" Target="theme/theme1.xml"/><Relationship Id="c" Type="o/calcChain" Target="calcChain.xml"/>\
        <Relationship Id="e" Type="o/externalLink" Target="externalLinks/externalLink1.xml"/>\
        <Relationship Id="x" Type="o/styles" Target="http://example.org/styles.xml" TargetMode="External"/></Relationships>
        """)
    #expect(try cells(of: book) == ["A1=text:甲", "B1=number:1"])
  }

  @Test("Only the cells that need a missing part are damaged")
  func needed() throws {
    var book = Self.book
    book.remove("xl/sharedStrings.xml")
    #expect(try cells(of: book) == ["A1=damaged:"] + Self.content.dropFirst())
    book.remove("xl/styles.xml")
    #expect(try cells(of: book) == ["A1=damaged:", "B1=damaged:"] + Self.content.dropFirst(2))
  }

  @Test("Of several relationships to a kind of part, the first whose part is there counts")
  func severalRelations() throws {
    var book = Self.book
    book.replace(
      "<Relationship Id=\"strings\"", in: "xl/_rels/workbook.xml.rels",
      with: "<Relationship Id=\"none\" Type=\"o/sharedStrings\" Target=\"none.xml\"/><Relationship Id=\"strings\"")
    #expect(try cells(of: book) == Self.content)
  }

  @Test(
    "A sheet without a relationship, and one that is no worksheet, is passed over",
    arguments: [
      "<sheet name=\"宏\" sheetId=\"9\" state=\"veryHidden\" r:id=\"\"/>", "<sheet name=\"宏\" sheetId=\"9\"/>",
      "<sheet name=\"图\" sheetId=\"9\" r:id=\"c\"/>", "<sheet name=\"框\" sheetId=\"9\" r:id=\"d\"/>",
      "<sheet name=\"宏\" sheetId=\"9\" r:id=\"m\"/>",
    ])
  func otherSheets(_ sheet: String) throws {
    var book = Self.book
    book.replace("<sheets>", in: "xl/workbook.xml", with: "<sheets>\(sheet)")
    book.replace(
      "</Relationships>", in: "xl/_rels/workbook.xml.rels",
      with: """
        <Relationship Id="c" Type="o/chartsheet" Target="chartsheets/sheet1.xml"/>\
        <Relationship Id="d" Type="o/dialogsheet" Target="dialogsheets/sheet1.xml"/>\
        <Relationship Id="m" Type="o/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>
        """)
    #expect(try cells(of: book) == Self.content)
  }

  @Test("A sheet that is missing is an error of that sheet, and the others are read")
  func missingSheet() throws {
    var book = Self.book
    book.remove("xl/worksheets/sheet1.xml")
    #expect(try cells(of: book) == ["damaged-workbook"] + Self.content.suffix(2))
    book = Self.book
    book.replace("r:id=\"r1\"", in: "xl/workbook.xml", with: "r:id=\"r9\"")
    #expect(try cells(of: book) == ["damaged-workbook"] + Self.content.suffix(2))
    book = Self.book
    book.replace(
      "/worksheet\" Target=\"worksheets/sheet1.xml", in: "xl/_rels/workbook.xml.rels",
      with: "/other\" Target=\"worksheets/sheet1.xml")
    #expect(try cells(of: book) == ["damaged-workbook"] + Self.content.suffix(2))
    book = Self.book
    book.replace("Id=\"styles\"", in: "xl/_rels/workbook.xml.rels", with: "Id=\"r1\"")
    #expect(try cells(of: book) == ["damaged-workbook"] + Self.content.suffix(2))
  }
}
