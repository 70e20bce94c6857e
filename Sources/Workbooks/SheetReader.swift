import KepingCore

/// The rows of a sheet of a workbook, a piece of the file at a time.
public final class SheetReader: RowSource, XMLListener {
  private let sheet: WorkbookReader.Sheet
  private let archive: ZipArchive
  private var scanner: XMLScanner?
  /// In one piece: each access to a class's variable is checked, and a cell needs dozens.
  private var parser: SheetParser
  private var nextRow = 0
  /// How many rows are read at once at most.
  private let maximumRows: Int

  /// How much text is read at once, about.
  private static let maximumTextAtOnce = 1 << 20

  init(
    _ archive: ZipArchive, _ sheet: WorkbookReader.Sheet, strings: SharedStrings?, styles: CellStyles, maximumRows: Int
  ) throws(Diagnostic) {
    self.archive = archive
    self.sheet = sheet
    self.maximumRows = maximumRows
    parser = SheetParser(strings, styles)
    scanner = try XMLScanner(archive, sheet.part, displayName: sheet.name, listener: self)
  }

  /// The next row that holds something; nil at the end.
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`, `unsafe-xml` or `zip-bomb`; the rows before were read.
  public func next() throws(Diagnostic) -> Row? {
    while nextRow == parser.rows.count {
      if let fault = parser.fault { throw diagnostic(fault) }
      guard let scanner, !scanner.isAtEnd else { return nil }
      parser.removeRows()
      nextRow = 0
      do throws(Diagnostic) {
        try scanner.step()
      } catch {
        // What the piece held before the fault is handed out first.
        parser.fault = parser.fault ?? .other(error)
      }
    }
    nextRow += 1
    return parser.rows[nextRow - 1]
  }

  private func diagnostic(_ fault: SheetParser.Fault) -> Diagnostic {
    let name = sheet.name
    return switch fault {
    case .other(let error): error
    case .rowNumber(let number):
      archive.damaged(Wording("工作表“\(name)”的行号\(number)有误", "the sheet '\(name)' has a wrong row number, \(number)"))
    case .cellOrder(let row):
      archive.damaged(Wording("工作表“\(name)”第\(row)行的单元格次序有误", "the sheet '\(name)' has cells out of order in row \(row)"))
    }
  }

  // MARK: What the XML says

  func begin(_ element: LocalName, _ attributes: XMLAttributes) { parser.begin(element, attributes) }

  func end(_ element: LocalName) {
    guard parser.end(element) else { return }
    // One text of a workbook may stand in thousands of cells: what is read at once is bounded by what it comes to.
    if parser.textCount > Self.maximumTextAtOnce || parser.rows.count >= maximumRows { scanner?.pause() }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) { parser.text(text) }
}
