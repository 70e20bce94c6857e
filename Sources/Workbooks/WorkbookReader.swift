import KepingCore
import KepingFiles

/// A reader of xlsx workbooks (ECMA-376, Office Open XML) as Excel, WPS, LibreOffice and others write them.
public final class WorkbookReader {
  /// A sheet of the workbook.
  public struct Sheet: Sendable {
    /// The name on the tab.
    public let name: String
    /// Whether the sheet is hidden from the user.
    public let isHidden: Bool
    /// The name of the part in the archive, or nil if the workbook does not say it.
    let part: String?
  }

  private let archive: ZipArchive
  private let strings: SharedStrings?
  private let styles: CellStyles
  /// The sheets in the order of their tabs, without charts and dialogs.
  public let sheets: [Sheet]
  /// Whether dates are days since 1904 instead of 1900, as in workbooks of old Macintoshes.
  public let countsFrom1904: Bool
  /// Whether the workbook asks to be calculated when it is opened.
  private let awaitsCalculation: Bool

  /// The maximum number of sheets.
  static let maximumSheets = 1000

  /// Opens a workbook and reads everything but its sheets.
  ///
  /// - Parameter name: the name of the file in messages.
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`, `encrypted-workbook`, `unsupported-workbook`, `unsafe-xml`
  ///   or `zip-bomb`.
  public init(_ file: RandomAccessFile, name: String) throws(Diagnostic) {
    let archive = try ZipArchive(file, name: name)
    self.archive = archive
    let root = archive.contains("_rels/.rels") ? try PartRelations(archive, "_rels/.rels", folder: "") : nil
    let books = root?.targets(ofType: "/officeDocument") ?? []
    guard let book = books.first(where: archive.contains) ?? books.first, !book.hasPrefix("word/"), !book.hasPrefix("ppt/")
    else {
      throw ForeignFormat(of: archive).diagnostic(for: name)
    }
    guard !book.hasSuffix(".bin") else { throw ForeignFormat.binaryWorkbook.diagnostic(for: name) }
    // The content types are not read here, but they say to other programs which parts are sheets.
    try archive.requireUnique("[Content_Types].xml")
    let folder = String(book.prefix(upTo: book.lastIndex(of: "/").map { book.index(after: $0) } ?? book.startIndex))
    let relations = try PartRelations(archive, "\(folder)_rels/\(book.dropFirst(folder.count)).rels", folder: folder)
    let outline = WorkbookOutline()
    let scanner = try XMLScanner(archive, book, listener: outline)
    try scanner.run()
    countsFrom1904 = outline.countsFrom1904
    awaitsCalculation = outline.awaitsCalculation
    guard outline.sheets.count <= Self.maximumSheets else {
      throw archive.damaged(Wording("工作表超过\(Self.maximumSheets)张", "more than \(Self.maximumSheets) sheets"))
    }
    var sheets: [Sheet] = []
    for sheet in outline.sheets {
      let relation = relations.byID[sheet.relation]
      // A sheet that is a chart, a dialog or a macro has no rows; any other kind of sheet is not known and cannot be read.
      let kind = relation?.type.lowercased() ?? ""
      if ["chartsheet", "dialogsheet", "macrosheet"].contains(where: kind.hasSuffix) { continue }
      let part = kind.hasSuffix("/worksheet") ? relation?.target : nil
      sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: part))
    }
    self.sheets = sheets
    for sheet in sheets { if let part = sheet.part { try archive.requireUnique(part) } }
    // Cells that need a part that is missing are damaged; the others are read.
    if let part = relations.targets(ofType: "/sharedStrings").first(where: archive.contains) {
      strings = try SharedStrings(archive, part)
    } else {
      strings = nil
    }
    if let part = relations.targets(ofType: "/styles").first(where: archive.contains) {
      styles = try CellStyles(archive, part)
    } else {
      styles = CellStyles()
    }
  }

  /// Returns a source of the rows of a sheet.
  ///
  /// - Parameter maximumRows: the maximum number of rows that are parsed ahead. With a small number, a caller that needs
  ///   only the first rows does not wait until a whole piece of the file is parsed.
  /// - Throws: ``Diagnostic`` if the part of the sheet cannot be opened.
  public func rows(of sheet: Sheet, atOnce maximumRows: Int = .max) throws(Diagnostic) -> SheetReader {
    try SheetReader(
      archive, sheet.name, part: try part(of: sheet),
      parser: SheetParser(strings, styles, awaitsCalculation: awaitsCalculation), maximumRows: maximumRows)
  }

  /// Returns the number of bytes that the rows of a sheet take, unpacked; nil if the sheet has no part.
  public func size(of sheet: Sheet) -> Int64? { sheet.part.flatMap(archive.unpackedSize) }

  /// Returns the merged cells of a sheet.
  ///
  /// - Throws: ``Diagnostic`` if the sheet cannot be read to its end.
  public func mergedCells(of sheet: Sheet) throws(Diagnostic) -> [MergedCells] {
    try MergedCellsScanner(archive, try part(of: sheet)).found
  }

  /// Counts the rows of a sheet, including empty ones.
  func countRows(of sheet: Sheet) throws(Diagnostic) -> Int {
    let counter = RowCounter()
    try XMLScanner(archive, try part(of: sheet), listener: counter).run()
    return counter.count
  }

  /// Returns the name of the part of a sheet.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook` if the archive does not have the part.
  private func part(of sheet: Sheet) throws(Diagnostic) -> String {
    guard let part = sheet.part, archive.contains(part) else {
      throw archive.damaged(Wording("找不到工作表“\(sheet.name)”的内容", "the content of sheet '\(sheet.name)' is missing"))
    }
    return part
  }
}

/// The sheets of a workbook in the order of their tabs (`xl/workbook.xml`).
private final class WorkbookOutline: XMLListener {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false
  private(set) var awaitsCalculation = false

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("sheet") {
      // The id of the relationship is the only attribute `id`, with a prefix; `sheetId` is a different name.
      // A sheet without a relationship, such as one of a macro, has no rows.
      guard sheets.count <= WorkbookReader.maximumSheets, let name = attributes.text("name"),
        let relation = attributes.text("id"), !relation.isEmpty
      else { return }
      let state = attributes.text("state")
      sheets.append((name, relation, state == "hidden" || state == "veryHidden"))
    } else if element.is("workbookPr") {
      countsFrom1904 = ["1", "true", "on"].contains(attributes.text("date1904"))
    } else if element.is("calcPr") {
      awaitsCalculation = ["1", "true", "on"].contains(attributes.text("fullCalcOnLoad"))
    }
  }

  func end(_ element: LocalName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// A listener that counts the rows of a sheet.
private final class RowCounter: XMLListener {
  private(set) var count = 0

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("row") { count += 1 }
  }

  func end(_ element: LocalName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
