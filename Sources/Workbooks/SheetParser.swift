import KepingCore

/// Builds rows from the XML elements of a sheet.
struct SheetParser {
  /// An error in a sheet.
  enum Fault {
    /// A row number that is out of range or not greater than the one before.
    case rowNumber(Int)
    /// Cells that are not in ascending order of their columns.
    case cellOrder(row: Int)
    /// An error of the XML or of a scratch file.
    case other(Diagnostic)
  }

  private enum Content { case none, value, inline }

  /// The complete rows since the last call of ``removeRows()``.
  private(set) var rows: [Row] = []
  /// The number of bytes of text in ``rows``.
  private(set) var textCount = 0
  /// The first error.
  ///
  /// The row with the error and all rows after it are dropped, because the columns of their values are unreliable.
  var fault: Fault?

  private let strings: SharedStrings?
  private let styles: CellStyles
  /// The row that is being parsed; nil between rows.
  private var row: Row?
  private var cellCapacity = 0
  private var textCapacity = 0
  private var lastRow = 0
  /// The 1-based column of the current cell; 0 before the first cell of a row.
  private var column = 0
  /// The `t` attribute of the current cell.
  private var type: Bytes = []
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  /// The kind of text that is being collected.
  private var content = Content.none
  /// The nesting depth of phonetic runs (`rPh`), whose text is left out.
  private var phoneticDepth = 0
  private var value: Bytes = []

  /// The maximum number of bytes of text in a row.
  private static let maximumRowText = 4 << 20

  init(_ strings: SharedStrings?, _ styles: CellStyles) {
    self.strings = strings
    self.styles = styles
  }

  /// Removes the rows that the reader has taken.
  mutating func removeRows() {
    rows.removeAll(keepingCapacity: true)
    textCount = 0
  }

  // MARK: Elements

  /// Handles the start of an element.
  mutating func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("c") {
      beginCell(attributes)
    } else if element.is("v") {
      content = .value
      hasValue = true
    } else if element.is("row") {
      let number = attributes.number("r") ?? lastRow + 1
      guard number > lastRow, number <= Cell.maximumRow, row == nil else {
        fault = fault ?? .rowNumber(number)
        return
      }
      lastRow = number
      row = Row(number: number, cellCapacity: cellCapacity, textCapacity: textCapacity)
      column = 0
    } else if element.is("f") {
      hasFormula = true
    } else if element.is("t") {
      content = phoneticDepth == 0 && type == Bytes("inlineStr".utf8) ? .inline : .none
    } else if element.is("rPh") {
      phoneticDepth += 1
    }
  }

  private mutating func beginCell(_ attributes: XMLAttributes) {
    if let name = attributes.value("r") {
      let position = Cell.position(bytes(name))
      if let position, position.column > column {
        column = position.column
      } else {
        fault = fault ?? .cellOrder(row: lastRow)
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

  /// Handles the end of an element.
  ///
  /// - Returns: whether a row has been completed.
  mutating func end(_ element: LocalName) -> Bool {
    content = .none
    if element.is("c") {
      endCell()
    } else if element.is("row") {
      defer { row = nil }
      // After an error, not even the column of a value is certain.
      guard let row, !row.cells.isEmpty, fault == nil else { return false }
      rows.append(row)
      textCount += row.textBytes.count
      // The next row is likely to have the same size.
      cellCapacity = row.cells.count
      textCapacity = min(row.textBytes.count, 4096)
      return true
    } else if element.is("rPh") {
      phoneticDepth -= 1
    }
    return false
  }

  /// Handles text, which may arrive in several pieces.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if content != .none, value.count <= Cell.maximumText { value.append(contentsOf: text) }
  }

  // MARK: Cells

  private mutating func endCell() {
    guard row != nil, column >= 1, column <= Cell.maximumColumn else { return }
    if value.count > Cell.maximumText || (row?.textBytes.count ?? 0) > Self.maximumRowText { return append(.tooLong, []) }
    if value.isEmpty {
      // An empty text is a valid result of a formula. A formula without a result, or with an empty number, was never
      // calculated.
      if hasFormula && !(hasValue && type == Bytes("str".utf8)) { append(.uncalculated, []) }
      return
    }
    switch type.first {
    case UInt8(ascii: "s") where type.count == 1: appendShared()
    case UInt8(ascii: "s"), UInt8(ascii: "i"):  // str, inlineStr
      unescapeCharacters(&value)
      append(.text, value)
    case UInt8(ascii: "b"): append(.flag, value)
    case UInt8(ascii: "e"): append(.error, value)
    case UInt8(ascii: "d"): append(.text, value)  // a date as ISO 8601 writes it
    default:
      let format = styles.format(style)
      row?.append(column: column, kind: format == .date ? .date : .number, text: value, format: format)
    }
  }

  private mutating func appendShared() {
    guard let strings, let sharedIndex = Self.sharedIndex(value) else { return append(.damaged, []) }
    do throws(Diagnostic) {
      if try row?.append(column: column, shared: sharedIndex, of: strings) == false { append(.damaged, []) }
    } catch {
      fault = fault ?? .other(error)
    }
  }

  /// Returns the index of a shared string from its decimal digits, or nil if it is malformed.
  private static func sharedIndex(_ digits: Bytes) -> Int? {
    var number = 0
    for byte in digits {
      guard byte &- 0x30 < 10, digits.count < 18 else { return Int(String(decoding: digits, as: UTF8.self)) }
      number = number * 10 + Int(byte &- 0x30)
    }
    return digits.isEmpty ? nil : number
  }

  private mutating func append(_ kind: Cell.Kind, _ bytes: Bytes) { row?.append(column: column, kind: kind, text: bytes) }

  private func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
