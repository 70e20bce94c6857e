import KepingCore

/// What a workbook's cell formats make of numbers.
final class CellStyles: XMLListener {
  private var customFormats: [Int: NumberFormat] = [:]
  private var cellFormats: [NumberFormat] = []
  private var isInCellFormats = false

  /// How many formats there may be; a spreadsheet's own limit is 65,490.
  private static let maximum = 100_000

  /// A workbook without formats.
  init() {}

  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    try XMLScanner(archive, part, listener: self).run()
    guard cellFormats.count <= Self.maximum, customFormats.count <= Self.maximum else {
      throw archive.damaged(Wording("单元格格式超过\(Self.maximum)种", "more than \(Self.maximum) cell formats"))
    }
  }

  func format(_ style: Int) -> NumberFormat { style >= 0 && style < cellFormats.count ? cellFormats[style] : .plain }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    // One more than there may be, by which it is known.
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
