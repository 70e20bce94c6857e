import KepingCore

/// A row of a sheet: the cells that hold something.
public struct Row: Sendable {
  /// From 1.
  public let number: Int
  public internal(set) var cells: [Cell] = []
  /// How many fields its line has, empty ones included; of CSV only.
  public internal(set) var fieldCount = 0
  /// What the cells' texts are ranges of.
  public internal(set) var textBytes: Bytes = []

  public init(number: Int) { self.number = number }

  /// A row with room for so many cells, and bytes of text.
  init(number: Int, cellCapacity: Int, textCapacity: Int) {
    self.number = number
    cells.reserveCapacity(cellCapacity)
    textBytes.reserveCapacity(textCapacity)
  }

  /// The text of a cell.
  public func text(_ cell: Cell) -> String { String(decoding: textBytes[cell.range], as: UTF8.self) }

  /// The cell of a column; nil where it holds nothing. Cells are in the order of their columns.
  public func cell(_ column: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }

  /// Adds a cell behind the others.
  public mutating func append(
    column: Int, kind: Cell.Kind, text: some Collection<UInt8>, format: NumberFormat = .plain
  ) {
    let start = textBytes.count
    textBytes.append(contentsOf: text)
    cells.append(Cell(column: column, kind: kind, range: start..<textBytes.count, format: format))
  }

  /// Adds a cell behind the others with one of the texts that the workbook keeps apart; nothing where that is empty.
  /// - Returns: whether there is a text of that number.
  mutating func append(column: Int, shared index: Int, of strings: SharedStrings) throws(Diagnostic) -> Bool {
    let start = textBytes.count
    guard try strings.append(index, to: &textBytes) else { return false }
    let isTooLong = textBytes.count - start > Cell.maximumText
    if isTooLong { textBytes.removeLast(textBytes.count - start) }
    if isTooLong || textBytes.count > start {
      cells.append(Cell(column: column, kind: isTooLong ? .tooLong : .text, range: start..<textBytes.count, format: .plain))
    }
    return true
  }

  /// Puts cells that merged ones cover in their places among the others; what stands there goes.
  /// - Parameter namesByColumn: the names of the merged cells, by the columns that they cover.
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
  /// What a cell holds.
  public enum Kind: Int, Sendable {
    case text
    /// As the file writes it.
    case number
    /// A number that is shown as a date: days, from the workbook's own beginning of time.
    case date
    /// `1` or `0`.
    case flag
    /// A formula's error, such as `#REF!`.
    case error
    /// A formula whose value was never calculated.
    case uncalculated
    /// Text that is not encoded as the file is.
    case undecodable
    /// More text than a cell, or a row, may have.
    case tooLong
    /// A reference to a text that the workbook does not have.
    case damaged
    /// Part of a merged cell; its text is that one's name, such as `G2:G3`.
    case covered
  }

  /// From 1.
  public let column: Int
  public let kind: Kind
  public let range: Range<Int>
  /// What is shown of a number.
  public let format: NumberFormat

  /// The most bytes of text that a cell may have; a spreadsheet's own limit is 32,767 characters.
  public static let maximumText = 256 << 10

  /// How a spreadsheet names a column: 1 is `A`, 27 is `AA`.
  public static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column
    while rest > 0 {
      name = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// How a spreadsheet names a place: `F12`.
  public static func name(_ column: Int, _ row: Int) -> String { columnName(column) + String(row) }

  /// Column and row of a name such as `F12` or `$F$12`; nil where it is none.
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

  /// How many columns and rows a sheet has at most.
  static let maximumColumn = 16_384
  static let maximumRow = 1_048_576
}

/// The rows of a sheet, one after the other.
public protocol RowSource: AnyObject {
  /// The next row that holds something; nil at the end.
  /// - Throws: ``Diagnostic`` where the file cannot be read on.
  func next() throws(Diagnostic) -> Row?
}
