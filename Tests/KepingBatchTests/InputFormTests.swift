import BatchFixtures
import KepingCore
import KepingPrograms
import Testing
import WorkbookFixtures

@testable import KepingBatch

@Suite("The form of an input is detected from its content and name")
struct InputFormTests {
  static let table = "申报编号,指南年度,申报方向,项目名称,申报单位名称,申报单位类型\nA,2024,4.1,虚构,示例（虚构）,企业\n"

  /// Returns a text in UTF-16 without a byte order mark.
  static func utf16(_ text: String) -> Bytes { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  /// Returns the outlines of the applications in an input, and the codes of its diagnostics.
  static func outline(_ bytes: Bytes, ending: String, form: Input.Form? = nil) throws -> [String] {
    let file = try TemporaryFile(bytes, ending: ending)
    let programs = try programs(allOn).programs
    var results: [String] = []
    func report(_ diagnostic: Diagnostic) { results.append(diagnostic.code) }
    do throws(Diagnostic) {
      let input = try Input(file.path.string, form: form, programs: programs)
      _ = try Batch(programs).assess(input, report: report) { assessment throws(Diagnostic) in
        results.append(BatchFixtures.outline(assessment))
      }
    } catch {
      results.append(error.code)
    }
    return results
  }

  @Test(
    "JSON, CSV and workbooks are distinguished",
    arguments: [
      (Bytes(table.utf8), ".csv", ["A ok"]), (Bytes(table.utf8), ".CSV", ["A ok"]),
      (Bytes(table.replacing(",", with: "\t").utf8), ".tsv", ["A ok"]), (Bytes(application("A").utf8), ".json", ["A ok"]),
      (Bytes(application("A").utf8), "", ["A ok"]), (Bytes(), ".csv", []), (Bytes("\r\n ,\r\n".utf8), ".csv", []),
      (Bytes(table.utf8), ".txt", ["A ok"]),
      ([0xFF, 0xFE] + table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, ".txt", ["A ok"]),
      (Bytes(table.utf8), ".xlsx", ["A ok", "csv-named-workbook"]), (Bytes(), ".xlsx", ["damaged-workbook"]),
      (utf16(table), ".xls", ["A ok", "csv-named-workbook"]), (utf16(table), ".csv", ["A ok"]), (utf16(table), ".txt", ["A ok"]),
      (Bytes("某年某月".utf8), ".xlsx", ["unsupported-workbook"]),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ".xls", ["unsupported-workbook"]),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] }, ".xlsx",
        ["encrypted-workbook"]
      ),
    ] as [(Bytes, String, [String])])
  func forms(_ bytes: Bytes, _ ending: String, _ expected: [String]) throws {
    #expect(try Self.outline(bytes, ending: ending) == expected)
  }

  @Test("A workbook is recognised under any name, and the caller can request CSV")
  func named() throws {
    let book = FixtureBook(FixtureBook.Sheet("申报表", [hostHeadings, hostCells("A")]))
    #expect(try Self.outline(try book.bytes(), ending: ".txt") == ["A ok"])
    #expect(try Self.outline(Bytes(Self.table.utf8), ending: ".txt", form: .csv) == ["A ok"])
  }

  @Test("Records of several files are one batch, in which an id may occur once")
  func batch() throws {
    let programs = try programs(allOn).programs
    let batch = Batch(programs)
    let table = try TemporaryFile(Array(Self.table.utf8), ending: ".csv")
    let json = try TemporaryFile(Array(application("A").utf8))
    var results: [String] = []
    func ignore(_ diagnostic: Diagnostic) {}
    for file in [table, json] {
      _ = try batch.assess(try Input(file.path.string, programs: programs), report: ignore) {
        assessment throws(Diagnostic) in results.append(BatchFixtures.outline(assessment))
      }
    }
    #expect(results == ["A ok", "A duplicate-id"])
  }
}
