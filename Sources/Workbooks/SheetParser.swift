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
  /// Whether the workbook asks to be calculated when it is opened, so that a stored 0 may be no result.
  private let awaitsCalculation: Bool
  /// The row that is being parsed; nil between rows.
  private var row: Row?
  private var cellCapacity = 0
  private var textCapacity = 0
  private var lastRow = 0
  /// The 1-based column of the current cell; 0 before the first cell of a row.
  private var column = 0
  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  /// Whether the current cell has two values, so that it is not known which one counts.
  private var isAmbiguous = false
  /// Whether text belongs to the value.
  private var isInValue = false
  private var value: Bytes = []
  /// The inline string (`is`) of the current cell.
  private var inline = RichText()
  private var hasInline = false

  /// The maximum number of bytes of text in a row.
  private static let maximumRowText = 4 << 20

  init(_ strings: SharedStrings?, _ styles: CellStyles, awaitsCalculation: Bool) {
    self.strings = strings
    self.styles = styles
    self.awaitsCalculation = awaitsCalculation
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
      if hasValue { isAmbiguous = true }
      isInValue = true
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
    } else {
      if element.is("is"), hasInline { isAmbiguous = true }
      if element.is("is") || element.is("t") { hasInline = true }
      if hasInline { inline.begin(element, attributes) }
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
    type = CellType(attributes.value("t"))
    style = attributes.number("s") ?? 0
    hasFormula = false
    hasValue = false
    isAmbiguous = false
    value.removeAll(keepingCapacity: true)
    if hasInline {
      hasInline = false
      inline.removeAll()
    }
  }

  /// Handles the end of an element.
  ///
  /// - Returns: whether a row has been completed.
  mutating func end(_ element: LocalName) -> Bool {
    isInValue = false
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
    } else if hasInline {
      inline.end(element)
    }
    return false
  }

  /// Handles text, which may arrive in several pieces.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      if value.count <= Cell.maximumText { value.append(contentsOf: text) }
    } else if hasInline {
      inline.text(text)
    }
  }

  // MARK: Cells

  private mutating func endCell() {
    guard row != nil, column >= 1, column <= Cell.maximumColumn else { return }
    guard value.count <= Cell.maximumText, !hasInline || inline.bytes.count <= Cell.maximumText,
      (row?.readTextCount ?? 0) <= Self.maximumRowText
    else { return append(.tooLong) }
    if isAmbiguous { return append(.damaged) }
    let font = self.font
    if hasInline {
      inline.finish()
      if type == .inline, !inline.bytes.isEmpty || !hasFormula {
        row?.append(column: column, rich: inline.bytes, font: font)
        return
      }
    }
    if type != .inline, type != .formulaText { CellValue.trim(&value) }
    if value.isEmpty {
      // An empty text is a valid result of a formula. A formula without a result, or with an empty number, was never
      // calculated.
      if hasFormula {
        if !hasValue || type != .formulaText { append(.uncalculated) }
      } else if hasInline, !inline.bytes.isEmpty {
        // The type says that the string does not count, so its writer made a mistake.
        append(.damaged)
      }
      return
    }
    switch type {
    case .shared: appendShared(font)
    case .inline, .formulaText:
      unescapeCharacters(&value)
      row?.append(column: column, rich: value, font: font)
    case .isoDate: row?.append(column: column, rich: value, font: font)
    case .flag:
      guard let flag = CellValue.flag(value) else { return append(.damaged) }
      append(.flag, flag ? [0x31] : [0x30], marks: font)
    case .error: append(.error, value, marks: font)
    case .number:
      // XlsxWriter and its like store 0 for every formula, and leave the calculation to the program that opens the workbook.
      if hasFormula, awaitsCalculation, value == [UInt8(ascii: "0")] { return append(.uncalculated) }
      guard CellValue.isNumber(value), let style = styles[style] else { return append(.damaged) }
      append(style.format.isDate ? .date : .number, value, format: style.format, marks: style.font)
    case .unknown: append(.damaged)
    }
  }

  /// How the font of the current cell marks text.
  private var font: Cell.Marks { styles.hasMarkedFonts ? styles[style]?.font ?? [] : [] }

  private mutating func appendShared(_ font: Cell.Marks) {
    guard let strings, let sharedIndex = Self.sharedIndex(value) else { return append(.damaged) }
    do throws(Diagnostic) {
      if try row?.append(column: column, shared: sharedIndex, of: strings, font: font) == false { append(.damaged) }
    } catch {
      fault = fault ?? .other(error)
    }
  }

  /// Returns the index of a shared string from its decimal digits, or nil if it is malformed.
  private static func sharedIndex(_ digits: Bytes) -> Int? {
    var number = 0
    for byte in digits {
      guard byte &- 0x30 < 10, digits.count < 18 else { return nil }
      number = number * 10 + Int(byte &- 0x30)
    }
    return digits.isEmpty ? nil : number
  }

  /// Appends a cell; all of its content has one font.
  private mutating func append(
    _ kind: Cell.Kind, _ text: Bytes = [], format: NumberFormat = .plain, marks font: Cell.Marks = []
  ) {
    let marks = font.contains(.struck) ? font.union(.whollyStruck) : font
    row?.append(column: column, kind: kind, text: text, format: format, marks: marks)
  }

  private func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
