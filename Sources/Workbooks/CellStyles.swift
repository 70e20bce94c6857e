import KepingCore

/// Which of a workbook's cell formats show a number as a date.
final class CellStyles: XMLListener {
  private var dateFormats: Set<Int> = []
  private var isDateStyle: [Bool] = []
  private var isInCells = false

  /// A workbook without formats.
  init() {}

  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    try XMLScanner(archive, part, listener: self).run()
  }

  func isDate(_ style: Int) -> Bool { style >= 0 && style < isDateStyle.count && isDateStyle[style] }

  func begin(_ element: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if localName(element, is: "numFmt") {
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode"), Self.showsDate(code) {
        dateFormats.insert(id)
      }
    } else if localName(element, is: "cellXfs") {
      isInCells = true
    } else if isInCells, localName(element, is: "xf") {
      let id = attributes.number("numFmtId") ?? 0
      isDateStyle.append(Self.isBuiltInDate(id) || dateFormats.contains(id))
    }
  }

  func end(_ element: UnsafePointer<CChar>) {
    if localName(element, is: "cellXfs") { isInCells = false }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The formats that have no code in the file, by ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format's code has parts of a date, apart from quoted texts and bracketed colours and conditions.
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased().unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case "y", "d", "h", "年", "月", "日": return true
        case ";": return false
        default: break
        }
      }
    }
    return false
  }
}
