import BatchFixtures
import Foundation
import KepingCore
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("A file that is no table says what it is and what to do, whatever its name is")
struct ForeignFormatTests {
  /// The beginning of a compound file with the name of a stream.
  static func compound(_ stream: String) -> Bytes {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Bytes(repeating: 0, count: 68)
      + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0, 0]
  }

  /// A file, the code of its diagnostic, and what the diagnostic names.
  struct Foreign: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: Bytes
    let endings: [String]
    let code: String
    let names: String

    init(_ name: String, _ bytes: Bytes, _ endings: [String], _ code: String, _ names: String) {
      testDescription = name
      self.bytes = bytes
      self.endings = endings
      self.code = code
      self.names = names
    }

    init(_ name: String, _ text: String, _ endings: [String], _ code: String, _ names: String) {
      self.init(name, Bytes(text.utf8), endings, code, names)
    }
  }

  static let files = [
    Foreign("PDF", "%PDF-1.4\n1 0 obj\n", [".pdf", ".xlsx", ".json", ".csv", ""], "unsupported-file", "PDF"),
    Foreign("RTF", "{\\rtf1\\ansi}", [".rtf", ".doc", ".xls"], "unsupported-file", "RTF"),
    Foreign("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], [".png", ".xlsx", ""], "unsupported-file", "PNG"),
    Foreign("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], [".jpg", ".csv"], "unsupported-file", "JPEG"),
    Foreign("WebP", "RIFF\u{1}\0\0\0WEBPVP8 ", [".webp"], "unsupported-file", "WebP"),
    Foreign("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], [".gz", ".xlsx"], "unsupported-file", "gzip"),
    Foreign("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], [".7z"], "unsupported-file", "7z"),
    Foreign("RAR", "Rar!\u{1A}\u{7}\0", [".rar", ".xls"], "unsupported-file", "RAR"),
    Foreign("binary data", [1, 2, 3, 0, 4, 0, 0, 9, 9], [".dat", ""], "unsupported-file", "格式"),
    Foreign(
      "a web page", "<html><table><tr><td>申报编号</td></tr></table></html>", [".xls", ".xlsx", ".csv", ".html"],
      "unsupported-workbook", "HTML"),
    Foreign("a table in HTML", "\u{FEFF}\r\n <TABLE border=1><TR><TD>申报编号", [".xls"], "unsupported-workbook", "HTML"),
    Foreign(
      "a web page in UTF-16", [0xFF, 0xFE] + InputFormTests.utf16("<html><body><table>申报编号"), [".xls"], "unsupported-workbook",
      "HTML"),
    Foreign(
      "a web archive", "MIME-Version: 1.0\nContent-Type: multipart/related\n", [".xls", ".mht"], "unsupported-workbook", "MHTML"),
    Foreign(
      "XML of Excel 2003",
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      [".xls", ".xml"], "unsupported-workbook", "XML"),
    Foreign("a flat spreadsheet", "<?xml version=\"1.0\"?><office:document>", [".fods"], "unsupported-workbook", "fods"),
    Foreign("other XML", "<?xml version=\"1.0\"?><a/>", [".xml", ".xls"], "unsupported-workbook", "XML"),
    Foreign("an old workbook", compound("Workbook"), [".xls", ".et", ".xlsx", ".csv"], "unsupported-workbook", "xls"),
    Foreign("an older workbook", compound("Book"), [".xls"], "unsupported-workbook", "xls"),
    Foreign("an encrypted workbook", compound("EncryptedPackage"), [".xlsx"], "encrypted-workbook", "密码"),
    Foreign("an old letter", compound("WordDocument"), [".doc", ".xls"], "unsupported-workbook", "doc"),
    Foreign("an old presentation", compound("PowerPoint Document"), [".ppt"], "unsupported-workbook", "ppt"),
    Foreign("another compound file", compound("x"), [".bin"], "unsupported-workbook", "Office"),
    Foreign("a workbook of Excel 4", [9, 4, 6, 0, 0, 0, 0x10, 0], [".xls"], "unsupported-workbook", "xls"),
    Foreign("a text named as a workbook", "会议纪要", [".xlsx", ".xls"], "unsupported-workbook", "文本"),
    Foreign("JSON named as a workbook", "{\"id\":\"A\"}", [".xlsx"], "unsupported-workbook", ".json"),
  ]

  @Test("The format is named", arguments: files)
  func formats(_ foreign: Foreign) throws {
    for ending in foreign.endings {
      let file = try TemporaryFile(foreign.bytes, ending: ending)
      let programs = try programs(allOn).programs
      let error = #expect(throws: Diagnostic.self) { try Input(file.path.string, programs: programs) }
      #expect(error?.code == foreign.code)
      #expect(error?.wording.chinese.contains(foreign.names) == true)
      #expect(error?.isRemark == false)
    }
  }

  @Test(
    "An archive that is no workbook is named by its content",
    arguments: [
      ("word/document.xml", "Word"), ("ppt/presentation.xml", "演示文稿"), ("content.xml", "ods"), ("OFD.xml", "OFD"),
      ("Index/Document.iwa", "Numbers"), ("申报表.xlsx", "解压"),
    ])
  func archives(_ part: String, _ name: String) throws {
    var book = FixtureBook()
    book.parts = [(part, "<x/>")]
    let file = try TemporaryFile(try book.bytes(), ending: ".xlsx")
    let programs = try programs(allOn).programs
    let error = #expect(throws: Diagnostic.self) { try Input(file.path.string, programs: programs) }
    #expect(error?.code == "unsupported-workbook")
    #expect(error?.wording.chinese.contains(name) == true)
  }

  @Test("A record of JSON Lines may begin like a web page, and costs no other record its result")
  func records() throws {
    let bytes = Bytes("<html>\n\(application("A"))\n".utf8)
    #expect(try InputFormTests.outline(bytes, ending: ".jsonl") == ["- invalid-json", "A ok"])
    #expect(try InputFormTests.outline(bytes, ending: ".txt", form: .json) == ["- invalid-json", "A ok"])
  }
}

@Suite("Locks of open workbooks are passed over")
struct LockTests {
  @Test(
    "A lock is recognised by its name, unless it is a workbook or missing",
    arguments: [
      ("~$申报表.xlsx", "\u{5}Clerk" + String(repeating: " ", count: 159), true), ("~$a.xls", "", true), ("~$a.et", "x", true),
      (".~lock.申报表.xlsx#", ",clerk,pc,01.03.2024 10:20,file;", true), (".~lock.a.xlsx", "x", false), ("a~$.xlsx", "x", false),
      ("~$a.xlsx", "PK\u{3}\u{4}", false), ("~$a.csv", String(repeating: "申报编号,年度\n", count: 400), false),
    ])
  func names(_ name: String, _ content: String, _ isLock: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    #expect(Input.remarkOnLock(file.path) == nil)
    try Data(content.utf8).write(to: file)
    let remark = Input.remarkOnLock(file.path)
    #expect((remark != nil) == isLock)
    #expect(remark?.isRemark != false)
    #expect(remark?.path.hasSuffix(name) != false)
  }
}
