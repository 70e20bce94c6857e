import KepingCore

/// A source of the rows of a sheet, which is unpacked and parsed in pieces.
public final class SheetReader: RowSource, XMLListener {
  /// The name of the sheet.
  private let name: String
  private let archive: ZipArchive
  private var scanner: XMLScanner?
  /// The parser, which is a struct for speed.
  ///
  /// Each access to a property of a class checks for exclusive access, and a cell needs dozens of accesses.
  private var parser: SheetParser
  /// The index of the next row in the parser.
  private var nextRow = 0
  /// The maximum number of rows that are parsed ahead.
  private let maximumRows: Int

  /// The number of bytes of text after which parsing pauses.
  private static let maximumTextAtOnce = 1 << 20

  init(
    _ archive: ZipArchive, _ name: String, part: String, parser: SheetParser, maximumRows: Int
  ) throws(Diagnostic) {
    self.archive = archive
    self.name = name
    self.parser = parser
    self.maximumRows = maximumRows
    scanner = try XMLScanner(archive, part, displayName: name, listener: self)
  }

  /// The number of unpacked bytes that have been parsed.
  public var bytesRead: Int64 { Int64(scanner?.bytesFed ?? 0) }

  /// Returns the next row that has a cell, or nil at the end.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`, `unsafe-xml` or `zip-bomb`. All rows before the error have
  ///   been returned.
  public func next() throws(Diagnostic) -> Row? {
    while nextRow == parser.rows.count {
      if let fault = parser.fault { throw diagnostic(fault) }
      guard let scanner, !scanner.isAtEnd else { return nil }
      parser.removeRows()
      nextRow = 0
      do throws(Diagnostic) {
        try scanner.step()
      } catch {
        // Rows that were complete before the error are returned first.
        parser.fault = parser.fault ?? .other(error)
      }
    }
    nextRow += 1
    return parser.rows[nextRow - 1]
  }

  /// Returns the diagnostic of an error in the sheet.
  private func diagnostic(_ fault: SheetParser.Fault) -> Diagnostic {
    switch fault {
    case .other(let error): error
    case .rowNumber(let number):
      archive.damaged(Wording("工作表“\(name)”的行号\(number)有误", "invalid row number \(number) in sheet '\(name)'"))
    case .cellOrder(let row):
      archive.damaged(Wording("工作表“\(name)”第\(row)行的单元格次序有误", "cells are out of order in row \(row) of sheet '\(name)'"))
    }
  }

  // MARK: XMLListener

  func begin(_ element: LocalName, _ attributes: XMLAttributes) { parser.begin(element, attributes) }

  func end(_ element: LocalName) {
    guard parser.end(element) else { return }
    // Thousands of cells may refer to one shared string, so the resulting text is limited, not the XML.
    if parser.textCount > Self.maximumTextAtOnce || parser.rows.count >= maximumRows { scanner?.pause() }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { parser.text(text) }
}
