import KepingCore

/// The rows of a sheet of a workbook, a piece of the file at a time.
public final class SheetReader: RowSource, XMLListener {
  private enum Content { case none, value, inline }

  private let sheet: WorkbookReader.Sheet
  private let archive: ZipArchive
  private let strings: SharedStrings?
  private let styles: CellStyles
  private var scanner: XMLScanner?
  private var rows: [Row] = []
  private var place = 0
  private var fault: Diagnostic?
  /// How much text the rows have that were read and not handed out.
  private var waiting = 0

  /// How much text is read at once, about, and how much a row may have.
  private static let enough = 1 << 20
  private static let maximumText = 4 << 20

  private var row: Row?
  private var lastRow = 0
  private var column = 0
  private var type: Bytes = []
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var content = Content.none
  private var phonetic = 0
  private var value: Bytes = []

  init(
    _ archive: ZipArchive, _ sheet: WorkbookReader.Sheet, _ strings: SharedStrings?, _ styles: CellStyles
  ) throws(Diagnostic) {
    self.archive = archive
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
    scanner = try XMLScanner(archive, sheet.part, place: sheet.name, listener: self)
  }

  /// The next row that holds something; nil at the end.
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`, `unsafe-xml` or `zip-bomb`; the rows before were read.
  public func next() throws(Diagnostic) -> Row? {
    while place == rows.count {
      if let fault { throw fault }
      guard let scanner, !scanner.isAtEnd else { return nil }
      rows.removeAll(keepingCapacity: true)
      place = 0
      waiting = 0
      do throws(Diagnostic) {
        try scanner.step()
      } catch {
        // What the piece held before the fault is handed out first.
        fault = fault ?? error
      }
    }
    place += 1
    return rows[place - 1]
  }

  // MARK: What the XML says

  func begin(_ element: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if localName(element, is: "c") {
      beginCell(attributes)
    } else if localName(element, is: "v") {
      content = .value
      hasValue = true
    } else if localName(element, is: "row") {
      let number = attributes.number("r") ?? lastRow + 1
      guard number > lastRow, number <= Cell.maximumRow, row == nil else {
        return note(
          Wording("工作表“\(sheet.name)”的行号\(number)有误", "the sheet '\(sheet.name)' has a wrong row number, \(number)"))
      }
      lastRow = number
      row = Row(number: number)
      column = 0
    } else if localName(element, is: "f") {
      hasFormula = true
    } else if localName(element, is: "t") {
      content = phonetic == 0 && type == Bytes("inlineStr".utf8) ? .inline : .none
    } else if localName(element, is: "rPh") {
      phonetic += 1
    }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    if let name = attributes.value("r") {
      let place = Cell.place(bytes(name))
      if let place, place.column > column {
        column = place.column
      } else {
        note(
          Wording("工作表“\(sheet.name)”第\(lastRow)行的单元格次序有误", "the sheet '\(sheet.name)' has cells out of order in row \(lastRow)"))
      }
    } else {
      column += 1
    }
    type.removeAll(keepingCapacity: true)
    if let name = attributes.value("t") { type.append(contentsOf: bytes(name)) }
    style = attributes.number("s") ?? 0
    hasFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
  }

  func end(_ element: UnsafePointer<CChar>) {
    content = .none
    if localName(element, is: "c") {
      endCell()
    } else if localName(element, is: "row") {
      // Behind a fault nothing can be relied on, not even what column a value is of.
      if let row, !row.cells.isEmpty, fault == nil {
        rows.append(row)
        waiting += row.text.count
        // One text of a workbook may stand in thousands of cells: what is read at once is bounded by what it comes to.
        if waiting > Self.enough { scanner?.pause() }
      }
      row = nil
    } else if localName(element, is: "rPh") {
      phonetic -= 1
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if content != .none, value.count <= Cell.maximumText { value.append(contentsOf: text) }
  }

  private func endCell() {
    guard row != nil, column >= 1, column <= Cell.maximumColumn else { return }
    if value.count > Cell.maximumText || (row?.text.count ?? 0) > Self.maximumText { return add(.tooLong, []) }
    if value.isEmpty {
      // A formula's empty text is a value; a formula without any, or with an empty number, was never calculated.
      if hasFormula && !(hasValue && type == Bytes("str".utf8)) { add(.uncalculated, []) }
      return
    }
    switch type.first {
    case UInt8(ascii: "s") where type.count == 1: addShared()
    case UInt8(ascii: "s"), UInt8(ascii: "i"):  // str, inlineStr
      unescapeCharacters(&value)
      add(.text, value)
    case UInt8(ascii: "b"): add(.flag, value)
    case UInt8(ascii: "e"): add(.error, value)
    case UInt8(ascii: "d"): add(.text, value)  // a date as ISO 8601 writes it
    default:
      let format = styles.format(style)
      row?.append(column, format == .date ? .date : .number, value, format)
    }
  }

  private func addShared() {
    var text: Bytes = []
    do throws(Diagnostic) {
      let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
      guard try strings?.append(index, to: &text) == true else { return add(.damaged, []) }
    } catch {
      fault = fault ?? error
    }
    if text.count > Cell.maximumText { return add(.tooLong, []) }
    if !text.isEmpty { add(.text, text) }
  }

  private func add(_ kind: Cell.Kind, _ bytes: Bytes) { row?.append(column, kind, bytes) }

  private func note(_ wording: Wording) { fault = fault ?? archive.damaged(wording) }

  private func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
