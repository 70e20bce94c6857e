import KepingCore

/// The styles of the cells of a workbook (`xl/styles.xml`), as far as they change the meaning of a cell.
struct CellStyles {
  /// The style of a cell.
  struct Style {
    let format: NumberFormat
    /// How the font marks text: ``Cell/Marks/struck`` and ``Cell/Marks/raised``.
    let font: Cell.Marks
  }

  private let styles: [Style]
  /// Whether a style has a font that marks text.
  let hasMarkedFonts: Bool

  /// The style of cells in a workbook that defines none.
  private static let general = Style(format: .plain, font: [])

  /// Creates the styles of a workbook that defines none.
  init() {
    styles = []
    hasMarkedFonts = false
  }

  /// Reads the styles from a part of the archive.
  ///
  /// - Throws: ``Diagnostic`` if the part cannot be read or has too many formats.
  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    let scanner = CellStylesScanner()
    try XMLScanner(archive, part, listener: scanner).run()
    guard !scanner.exceedsMaximum else {
      let maximum = CellStylesScanner.maximum
      throw archive.damaged(Wording("单元格格式超过\(maximum)种", "more than \(maximum) cell formats"))
    }
    styles = scanner.cellFormats.map { cell in
      Style(
        format: scanner.formats[cell.format] ?? NumberFormat(builtIn: cell.format),
        font: scanner.fonts.indices.contains(cell.font) ? scanner.fonts[cell.font] : [])
    }
    hasMarkedFonts = styles.contains { !$0.font.isEmpty }
  }

  /// Returns the style with an index, or nil if there is none.
  ///
  /// Cells without a style have the index 0, which therefore always exists.
  subscript(_ index: Int) -> Style? {
    if index >= 0, index < styles.count { return styles[index] }
    return index == 0 ? Self.general : nil
  }
}

/// Collects the number formats, fonts and cell formats of a workbook.
private final class CellStylesScanner: XMLListener {
  /// The lists of the part that are read; other lists have elements of the same names.
  private enum List { case formats, fonts, cellFormats }

  /// The number formats that the workbook defines, by their id.
  private(set) var formats: [Int: NumberFormat] = [:]
  /// The marks of the fonts.
  private(set) var fonts: [Cell.Marks] = []
  /// The id of the number format and the index of the font of each style.
  private(set) var cellFormats: [(format: Int, font: Int)] = []
  private var list: List?

  /// The maximum number of elements of a list; the limit of a spreadsheet is 65,490 styles.
  static let maximum = 100_000

  /// Whether a list has too many elements; one more than the maximum is kept of each list.
  var exceedsMaximum: Bool {
    formats.count > Self.maximum || fonts.count > Self.maximum || cellFormats.count > Self.maximum
  }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if exceedsMaximum { return }
    switch list {
    case .formats:
      if element.is("numFmt"), let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        formats[id] = NumberFormat(code: code)
      }
    case .fonts:
      if element.is("font") {
        fonts.append([])
      } else if !fonts.isEmpty {
        fonts[fonts.count - 1].formUnion(attributes.fontMarks(of: element))
      }
    case .cellFormats:
      if element.is("xf") { cellFormats.append((attributes.number("numFmtId") ?? 0, attributes.number("fontId") ?? 0)) }
    case nil:
      if element.is("numFmts") {
        list = .formats
      } else if element.is("fonts") {
        list = .fonts
      } else if element.is("cellXfs") {
        list = .cellFormats
      }
    }
  }

  func end(_ element: LocalName) {
    if element.is("numFmts") || element.is("fonts") || element.is("cellXfs") { list = nil }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
