import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import Workbooks

@Suite("Cells of a written sheet say what may be typed into them, and are formatted")
struct ValidationTests {
  /// Returns the text of a part of a workbook with one sheet.
  private func part(_ name: String, _ write: (SheetWriter) -> Void) throws -> String {
    let file = try TemporaryFile(ending: ".xlsx")
    let writer = try WorkbookWriter(try StagedFile(file.path), streams: true)
    write(writer.addSheet("表"))
    try writer.finish()
    let part = try ZipArchive(try ByteSource(file.path).randomAccess(), name: "表.xlsx").open(name)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    return String(decoding: buffer[..<(try part.read(into: buffer))], as: UTF8.self)
  }

  @Test("A list offers its texts, a range bounds numbers, and dates begin with a year")
  func rules() throws {
    let sheet = try part("xl/worksheets/sheet1.xml") { sheet in
      sheet.write("裁定结论", row: 1, column: 1)
      sheet.setChoices(["符合", "不符合"], 2...4, column: 1, message: "请从列表中选")
      sheet.setNumbers(0...30, 2...4, column: 2, message: "0至30")
      sheet.setDates(from: 2000, 2...2, column: 3, message: "请写日期")
    }
    for rule in [
      "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" error=\"请从列表中选\" "
        + "sqref=\"A2:A4\"><formula1>\"符合,不符合\"</formula1></dataValidation>",
      "<dataValidation type=\"decimal\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" error=\"0至30\" "
        + "sqref=\"B2:B4\"><formula1>0</formula1><formula2>30</formula2></dataValidation>",
      "<dataValidation type=\"date\" operator=\"greaterThanOrEqual\" allowBlank=\"1\" showInputMessage=\"1\" "
        + "showErrorMessage=\"1\" error=\"请写日期\" sqref=\"C2\"><formula1>36526</formula1></dataValidation>",
    ] {
      #expect(sheet.contains(rule), "\(sheet)")
    }
  }

  @Test("A line below a cell is thick and has its colour")
  func lineBelow() throws {
    let styles = try part("xl/styles.xml") { sheet in
      sheet.write("末位", row: 1, column: 1, Look.plain.with { $0.lineBelow = 0xC00000 })
    }
    #expect(styles.contains("<bottom style=\"thick\"><color rgb=\"FFC00000\"/></bottom>"), "\(styles)")
  }
}
