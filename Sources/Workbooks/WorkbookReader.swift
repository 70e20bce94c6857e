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
    /// The name of the part in the archive.
    let part: String
  }

  private let archive: ZipArchive
  private let strings: SharedStrings?
  private let styles: CellStyles
  /// The sheets in the order of their tabs, without charts and dialogs.
  public let sheets: [Sheet]
  /// Whether dates are days since 1904 instead of 1900, as in workbooks of old Macintoshes.
  public let countsFrom1904: Bool

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
    let root = archive.contains("_rels/.rels") ? try Relations(archive, "_rels/.rels", folder: "") : nil
    guard let book = root?.target(ofType: "/officeDocument"), !book.hasPrefix("word/"), !book.hasPrefix("ppt/") else {
      throw Self.notAWorkbook(name, archive)
    }
    guard !book.hasSuffix(".bin") else { throw Self.unsupported(name, "xlsb") }
    let folder = String(book.prefix(upTo: book.lastIndex(of: "/").map { book.index(after: $0) } ?? book.startIndex))
    let relations = try Relations(archive, "\(folder)_rels/\(book.dropFirst(folder.count)).rels", folder: folder)
    let outline = WorkbookOutline()
    let scanner = try XMLScanner(archive, book, listener: outline)
    try scanner.run()
    countsFrom1904 = outline.countsFrom1904
    guard outline.sheets.count <= Self.maximumSheets else {
      throw archive.damaged(Wording("工作表超过\(Self.maximumSheets)张", "more than \(Self.maximumSheets) sheets"))
    }
    var sheets: [Sheet] = []
    for sheet in outline.sheets {
      guard let relation = relations.byID[sheet.relation] else {
        throw archive.damaged(Wording("找不到工作表“\(sheet.name)”", "the sheet '\(sheet.name)' is missing"))
      }
      // A sheet that is a chart or a dialog has no rows.
      guard relation.type.hasSuffix("/worksheet") else { continue }
      sheets.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: relation.target))
    }
    self.sheets = sheets
    strings = try relations.target(ofType: "/sharedStrings").map { part throws(Diagnostic) in
      try SharedStrings(archive, part)
    }
    styles =
      try relations.target(ofType: "/styles").map { part throws(Diagnostic) in try CellStyles(archive, part) } ?? CellStyles()
  }

  /// Returns a source of the rows of a sheet.
  ///
  /// - Parameter maximumRows: the maximum number of rows that are parsed ahead. With a small number, a caller that needs
  ///   only the first rows does not wait until a whole piece of the file is parsed.
  /// - Throws: ``Diagnostic`` if the part of the sheet cannot be opened.
  public func rows(of sheet: Sheet, atOnce maximumRows: Int = .max) throws(Diagnostic) -> SheetReader {
    try SheetReader(archive, sheet, strings: strings, styles: styles, maximumRows: maximumRows)
  }

  /// Returns the merged cells of a sheet.
  ///
  /// - Throws: ``Diagnostic`` if the sheet cannot be read to its end.
  public func mergedCells(of sheet: Sheet) throws(Diagnostic) -> [MergedCells] {
    try MergedCellsScanner(archive, sheet.part).found
  }

  /// Counts the rows of a sheet, including empty ones.
  func countRows(of sheet: Sheet) throws(Diagnostic) -> Int {
    let counter = RowCounter()
    try XMLScanner(archive, sheet.part, listener: counter).run()
    return counter.count
  }

  /// Returns the diagnostic of an archive that is not an xlsx workbook, with the format that it seems to have.
  private static func notAWorkbook(_ name: String, _ archive: ZipArchive) -> Diagnostic {
    if archive.contains("content.xml") { return unsupported(name, "ods") }
    if archive.contains("word/document.xml") { return unsupported(name, "docx") }
    if archive.contains("ppt/presentation.xml") { return unsupported(name, "pptx") }
    return Diagnostic(
      path: name, code: "unsupported-workbook",
      Wording("是ZIP压缩包，但不是xlsx工作簿", "the file is a ZIP archive but not an xlsx workbook"))
  }

  private static func unsupported(_ name: String, _ kind: String) -> Diagnostic {
    Diagnostic(
      path: name, code: "unsupported-workbook",
      Wording("是\(kind)格式，请另存为xlsx后再交", "the file is in \(kind) format; save it as xlsx"))
  }
}

/// The relationships of a part to other parts.
private final class Relations: XMLListener {
  /// The relationships by id.
  private(set) var byID: [String: (type: String, target: String)] = [:]
  /// The ids in the order of the file.
  private var ids: [String] = []

  /// The maximum number of relationships, which exceeds ``WorkbookReader/maximumSheets``.
  private static let maximum = 10_000
  private let folder: String

  init(_ archive: ZipArchive, _ part: String, folder: String) throws(Diagnostic) {
    self.folder = folder
    try XMLScanner(archive, part, listener: self).run()
    guard ids.count <= Self.maximum else {
      throw archive.damaged(Wording("部件的关系超过\(Self.maximum)项", "more than \(Self.maximum) relationships of a part"))
    }
  }

  /// Returns the first target whose type has a suffix.
  ///
  /// The beginning of the types differs between the two editions of the standard.
  func target(ofType suffix: String) -> String? {
    ids.lazy.compactMap { self.byID[$0] }.first { $0.type.hasSuffix(suffix) }?.target
  }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    guard ids.count <= Self.maximum, element.is("Relationship"), let id = attributes.text("Id"),
      let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    ids.append(id)
    byID[id] = (type, resolved(target))
  }

  func end(_ element: LocalName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// Returns the name of the part for a target: relative to the root if it begins with `/`, otherwise to the folder.
  private func resolved(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets of a workbook in the order of their tabs (`xl/workbook.xml`).
private final class WorkbookOutline: XMLListener {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("sheet") {
      // The id of the relationship is the only attribute `id`, with a prefix; `sheetId` is a different name.
      guard sheets.count <= WorkbookReader.maximumSheets, let name = attributes.text("name"),
        let relation = attributes.text("id")
      else { return }
      let state = attributes.text("state")
      sheets.append((name, relation, state == "hidden" || state == "veryHidden"))
    } else if element.is("workbookPr") {
      countsFrom1904 = ["1", "true", "on"].contains(attributes.text("date1904"))
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
