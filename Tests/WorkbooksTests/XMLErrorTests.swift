import CExpat
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import Workbooks

@Suite("Errors in the XML of a workbook are told in both languages")
struct XMLErrorTests {
  @Test(
    "The error has its Chinese message, and in English that of expat",
    arguments: [
      ("<worksheet><sheetData></worksheet>", "开始标记与结束标记不成对", "mismatched tag"),
      ("<worksheet><a b=\"1\" b=\"2\"/></worksheet>", "属性重复", "duplicate attribute"),
      ("<worksheet>&x;</worksheet>", "引用了没有定义的实体", "undefined entity"), ("", "没有内容，或者没有结束", "no element found"),
      ("<worksheet><", "标记没有写完", "unclosed token"),
    ])
  func messages(_ xml: String, _ chinese: String, _ english: String) throws {
    let file = try TemporaryFile(try FixtureBook(FixtureBook.Sheet("一", xml: xml)).bytes())
    let book = try WorkbookReader(try ByteSource(file.path).randomAccess(), name: "表.xlsx")
    let rows = try book.rows(of: book.sheets[0])
    let error = #expect(throws: Diagnostic.self) { while try rows.next() != nil {} }
    #expect(error?.code == "damaged-workbook")
    #expect(error?.wording.chinese.contains("（\(chinese)）") == true)
    #expect(error?.wording.english.hasSuffix(english) == true)
  }

  @Test("Every error of expat has a Chinese message", arguments: UInt32(1)...43)
  func complete(_ code: UInt32) {
    let wording = Wording(xmlError: XML_Error(code))
    #expect(wording.chinese.unicodeScalars.contains { $0.value >= 0x4E00 })
    #expect(wording.english.utf8.allSatisfy { $0 < 0x80 })
  }
}
