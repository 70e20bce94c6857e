import KepingCore

/// A row of a sheet with the cells that have content.
public struct Row: Sendable {
  /// The 1-based number of the row.
  public let number: Int
  /// The cells in ascending order of their columns.
  public internal(set) var cells: [Cell] = []
  /// The number of fields in the line of a CSV file, including empty ones; 0 for workbooks.
  public internal(set) var fieldCount = 0
  /// The UTF-8 texts of all cells; ``Cell/range`` is a range of them.
  public internal(set) var textBytes: Bytes = []
  /// The number of bytes of text that were read for the row, including what is struck out and left out.
  private(set) var readTextCount = 0

  /// Creates a row without cells.
  public init(number: Int) { self.number = number }

  /// Creates a row with reserved capacity for cells and bytes of text.
  init(number: Int, cellCapacity: Int, textCapacity: Int) {
    self.number = number
    cells.reserveCapacity(cellCapacity)
    textBytes.reserveCapacity(textCapacity)
  }

  /// Returns the text of a cell.
  public func text(_ cell: Cell) -> String { String(decoding: textBytes[cell.range], as: UTF8.self) }

  /// Returns the cell of a column, or nil if it has no content.
  public func cell(_ column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }

  /// Appends a cell; its column must be greater than that of the last cell.
  public mutating func append(
    column: Int, kind: Cell.Kind, text: some Collection<UInt8>, format: NumberFormat = .plain, marks: Cell.Marks = []
  ) {
    let start = textBytes.count
    textBytes.append(contentsOf: text)
    readTextCount += textBytes.count - start
    cells.append(Cell(column: column, kind: kind, range: start..<textBytes.count, format: format, marks: marks))
  }

  /// Appends a cell with a shared string of the workbook, or nothing if the string is empty.
  ///
  /// - Parameter font: how the font of the cell marks text.
  /// - Returns: whether the workbook has a shared string with this index.
  /// - Throws: ``Diagnostic`` if the scratch file cannot be read.
  mutating func append(
    column: Int, shared index: Int, of strings: SharedStrings, font: Cell.Marks
  ) throws(Diagnostic) -> Bool {
    let start = textBytes.count
    guard try strings.append(index, to: &textBytes) else { return false }
    endText(from: start, column: column, font: font)
    return true
  }

  /// Appends a cell with a text that may have bytes of fonts (``RichText``), or nothing if the text is empty.
  ///
  /// - Parameter font: how the font of the cell marks text.
  mutating func append(column: Int, rich text: Bytes, font: Cell.Marks) {
    let start = textBytes.count
    textBytes.append(contentsOf: text)
    endText(from: start, column: column, font: font)
  }

  /// Appends a cell with the text from an offset of ``textBytes``, or nothing if there is none.
  private mutating func endText(from start: Int, column: Int, font: Cell.Marks) {
    guard textBytes.count > start else { return }
    readTextCount += textBytes.count - start
    let isTooLong = textBytes.count - start > Cell.maximumText
    var marks: Cell.Marks = []
    if isTooLong {
      textBytes.removeLast(textBytes.count - start)
    } else if !font.isEmpty || RunFont.isFont(textBytes[start]) {
      marks = applyFonts(from: start, cellFont: font)
      guard textBytes.count > start else { return }
    }
    cells.append(
      Cell(column: column, kind: isTooLong ? .tooLong : .text, range: start..<textBytes.count, format: .plain, marks: marks))
  }

  /// Removes the bytes of fonts, and the parts that are struck out unless there are no others, from the last text.
  ///
  /// - Returns: the marks of the cell.
  private mutating func applyFonts(from start: Int, cellFont: Cell.Marks) -> Cell.Marks {
    let text = Bytes(textBytes[start...])
    textBytes.removeLast(text.count)
    let parts = RunFont.parts(of: text, inCellWith: cellFont)
    var marks: Cell.Marks = []
    if parts.contains(where: \.isStruck) {
      marks = parts.contains { $0.isVisible && !$0.isStruck } ? .struck : [.struck, .whollyStruck]
    }
    for part in parts where !part.isStruck || marks.contains(.whollyStruck) {
      if part.isVisible, part.marks.contains(.raised) { marks.insert(.raised) }
      textBytes.append(contentsOf: text[part.range])
    }
    return marks
  }

  /// Puts cells of kind ``Cell/Kind/covered`` into some columns, in place of any cells that are there.
  ///
  /// - Parameter namesByColumn: the name of the merged range that covers each column, such as `G2:G3`.
  public mutating func cover(_ namesByColumn: [Int: String]) {
    guard !namesByColumn.isEmpty else { return }
    cells.removeAll { namesByColumn[$0.column] != nil }
    for (column, name) in namesByColumn {
      let start = textBytes.count
      textBytes.append(contentsOf: name.utf8)
      cells.append(Cell(column: column, kind: .covered, range: start..<textBytes.count, format: .plain))
    }
    cells.sort { $0.column < $1.column }
  }
}

/// A cell of a row.
public struct Cell: Sendable {
  /// The kind of content of a cell.
  public enum Kind: Int, Sendable {
    /// A text.
    case text
    /// A number; its text is as the file writes it.
    case number
    /// A number that is shown as a date: days since the epoch of the workbook.
    case date
    /// A Boolean; its text is `1` or `0`.
    case flag
    /// An error of a formula, such as `#REF!`.
    case error
    /// A formula without a stored result.
    case uncalculated
    /// Text with bytes that are invalid in the encoding of the file.
    case undecodable
    /// A text that exceeds the limit of a cell or of its row; the text is dropped.
    case tooLong
    /// A value that is malformed, such as the number `0x10`, or that needs a shared string or a style that the workbook
    /// does not have.
    case damaged
    /// A cell that a merged range covers; its text is the name of the range, such as `G2:G3`.
    case covered
  }

  /// The 1-based column.
  public let column: Int
  /// The kind of content.
  public let kind: Kind
  /// The range of the text in ``Row/textBytes``.
  public let range: Range<Int>
  /// The format of a number.
  public let format: NumberFormat
  /// The ways in which the font shows content so that its meaning changes; empty if the kind has no content of its own.
  public internal(set) var marks: Marks = []

  /// Ways of showing content that change its meaning; white space alone has no marks.
  public struct Marks: OptionSet, Sendable {
    /// The bits of the ways in the set.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Some of the content, or all of it, is struck out.
    ///
    /// The text of the cell is what remains. If all of the content is struck out, the text is that content, and
    /// ``whollyStruck`` is set, too.
    public static let struck = Marks(rawValue: 1)
    /// All of the content is struck out.
    public static let whollyStruck = Marks(rawValue: 2)
    /// Some of the text of the cell, or all of it, is raised or lowered, like the number of a footnote.
    public static let raised = Marks(rawValue: 4)
  }

  /// The maximum number of bytes of text in a cell; the limit of a spreadsheet is 32,767 characters.
  public static let maximumText = 256 << 10

  /// Returns the name of a 1-based column: `A` for 1, `AA` for 27.
  public static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column
    while rest > 0 {
      name = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// Returns the name of a cell, such as `F12`.
  public static func name(_ column: Int, _ row: Int) -> String { columnName(column) + String(row) }

  /// Returns the column and row of a name such as `F12` or `$F$12`, or nil if the name is malformed or outside of a
  /// sheet.
  static func position(_ name: some Sequence<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in name where byte != UInt8(ascii: "$") {
      switch byte {
      case 0x41...0x5A where row == 0, 0x61...0x7A where row == 0: column = column * 26 + Int(byte & 0x1F)
      case 0x30...0x39 where column > 0: row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard column <= maximumColumn, row <= maximumRow else { return nil }
    }
    return column > 0 && row > 0 ? (column, row) : nil
  }

  /// The maximum number of columns of a sheet.
  static let maximumColumn = 16_384
  /// The maximum number of rows of a sheet.
  static let maximumRow = 1_048_576
}

/// A sequence of the rows of a sheet, in ascending order.
public protocol RowSource: AnyObject {
  /// Returns the next row that has a cell, or nil at the end.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read any further.
  func next() throws(Diagnostic) -> Row?

  /// The number of bytes that have been read: of the file, or of the unpacked part of a sheet.
  var bytesRead: Int64 { get }
}
