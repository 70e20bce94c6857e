import KepingCore

/// The number formats of a workbook, by cell style (`xl/styles.xml`).
final class CellStyles: XMLListener {
  /// The formats that the workbook defines, by their id.
  private var customFormats: [Int: NumberFormat] = [:]
  /// The formats in the order of the cell styles.
  private var cellFormats: [NumberFormat] = []
  /// Whether the parser is inside `cellXfs`.
  private var isInCellFormats = false

  /// The maximum number of formats; the limit of a spreadsheet is 65,490.
  private static let maximum = 100_000

  /// Creates the styles of a workbook that defines none.
  init() {}

  /// Reads the styles from a part of the archive.
  ///
  /// - Throws: ``Diagnostic`` if the part cannot be read or has too many formats.
  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    try XMLScanner(archive, part, listener: self).run()
    guard cellFormats.count <= Self.maximum, customFormats.count <= Self.maximum else {
      throw archive.damaged(Wording("单元格格式超过\(Self.maximum)种", "more than \(Self.maximum) cell formats"))
    }
  }

  /// Returns the number format of a style, or the plain one if there is no such style.
  func format(_ style: Int) -> NumberFormat { style >= 0 && style < cellFormats.count ? cellFormats[style] : .plain }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    // One format more than the maximum is kept, so that the initialiser notices the excess.
    if cellFormats.count > Self.maximum || customFormats.count > Self.maximum { return }
    if element.is("numFmt") {
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        customFormats[id] = NumberFormat(code: code)
      }
    } else if element.is("cellXfs") {
      isInCellFormats = true
    } else if isInCellFormats, element.is("xf") {
      let id = attributes.number("numFmtId") ?? 0
      cellFormats.append(customFormats[id] ?? NumberFormat(builtIn: id))
    }
  }

  func end(_ element: LocalName) {
    if element.is("cellXfs") { isInCellFormats = false }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
