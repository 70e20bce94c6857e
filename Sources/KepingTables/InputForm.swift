import KepingCore
import KepingFiles
import Workbooks

/// The form of a file, which is detected from its name and its beginning.
public enum InputForm: String, Sendable, CaseIterable {
  case json, csv, xlsx

  /// Returns the form of a source.
  ///
  /// - Throws: ``Diagnostic`` if the source cannot be read.
  package static func detect(_ source: ByteSource) throws(Diagnostic) -> InputForm {
    if try isArchive(source) { return .xlsx }
    let first = try source.peek(8)
    // JSON is UTF-8, so a byte order mark of UTF-16 means a text that a spreadsheet program exported.
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      if let byte = first.dropFirst(2).first(where: { $0 != 0 && $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }), isOpening(byte) {
        throw Diagnostic(path: source.name, line: 1, column: 1, code: "invalid-encoding", ForeignEncoding.utf16.wording)
      }
      return .csv
    }
    let name = source.name.lowercased()
    if name == "-" || name.hasSuffix(".txt") {
      // Does not wait for more bytes than detection needs: the first line of a pipe is evaluated at once.
      if let byte = firstByte(first), isOpening(byte) { return .json }
      return looksLikeTable(try source.peek(4096)) ? .csv : .json
    }
    if [".csv", ".tsv", ".tab"].contains(where: name.hasSuffix) { return .csv }
    if isWorkbookName(name) { return looksLikeTable(try source.peek(4096)) ? .csv : .xlsx }
    return .json
  }

  /// Returns whether a source is a ZIP archive, also one that is empty or divided.
  package static func isArchive(_ source: ByteSource) throws(Diagnostic) -> Bool {
    let first = try source.peek(4)
    return [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]].contains { first.elementsEqual($0) }
  }

  /// Returns whether a source that is no archive holds a text.
  package static func isText(_ source: ByteSource) throws(Diagnostic) -> Bool {
    let beginning = try source.peek(4096)
    return !beginning.isEmpty && beginning.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
  }

  /// Returns whether a file that nothing shows to be JSON is no text either.
  package static func isUnknown(_ source: ByteSource) throws(Diagnostic) -> Bool {
    // A pipe may not have that many bytes yet.
    guard mayBeDocument(source.name), source.size != nil else { return false }
    let beginning = try source.peek(4096)
    return beginning.contains(0) && firstByte(beginning).map(isOpening) != true
  }

  /// Returns whether a name ends like that of a workbook.
  package static func isWorkbookName(_ name: String) -> Bool {
    [".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".et", ".ett"].contains(where: name.lowercased().hasSuffix)
  }

  /// Returns whether a file may be a web page or XML by its name: a record of JSON Lines, and what comes through a pipe, may
  /// begin like one of them and is evaluated.
  package static func mayBeDocument(_ name: String) -> Bool {
    name != "-" && ![".json", ".jsonl", ".ndjson"].contains(where: name.lowercased().hasSuffix)
  }

  /// Returns whether a text looks like a table: it does not begin like JSON, and has a heading of ids.
  private static func looksLikeTable(_ beginning: ArraySlice<UInt8>) -> Bool {
    guard let first = firstByte(beginning), !isOpening(first) else { return false }
    return idHeadings.contains { beginning.contains($0) }
  }

  /// The usual headings of ids in each encoding of a table: 申报编号, 项目编号 and 申报书编号.
  private static let idHeadings: [Bytes] =
    ["申报编号", "项目编号", "申报书编号"].flatMap { name in
      [
        Bytes(name.utf8), name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      ]
    } + [
      [0xC9, 0xEA, 0xB1, 0xA8, 0xB1, 0xE0, 0xBA, 0xC5], [0xCF, 0xEE, 0xC4, 0xBF, 0xB1, 0xE0, 0xBA, 0xC5],
      [0xC9, 0xEA, 0xB1, 0xA8, 0xCA, 0xE9, 0xB1, 0xE0, 0xBA, 0xC5],
    ]

  /// Returns the first byte that is neither white space nor part of a UTF-8 byte order mark.
  private static func firstByte(_ beginning: ArraySlice<UInt8>) -> UInt8? {
    beginning.first { !" \n\r\t\u{FEFF}".utf8.contains($0) }
  }

  private static func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }
}
