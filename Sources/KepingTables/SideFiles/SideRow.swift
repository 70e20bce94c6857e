import KepingCore
import KepingSelection
import Workbooks

/// A row of a file beside the applications: its cells by field, from which values are read with their places.
struct SideRow {
  /// The columns of a sheet, or of the objects of a JSON file.
  struct Columns {
    let layout: SideLayout
    /// The column of the sheet for each column of the layout; 0 if there is none.
    var numbers: [Int]
    /// The unit that the heading or a note above it states, by column of the layout.
    var units: [Unit?]
    /// The path of the file as the user wrote it.
    let path: String
    /// The name of the sheet; nil for CSV and JSON.
    let sheet: String?
    /// Whether the rows are objects of JSON, which have no columns.
    let isJSON: Bool
  }

  let columns: Columns
  let row: Row
  let reader: CellReader
  /// The row and text of the id, if its cell is merged with those above it.
  var mergedID: (row: Int, id: String)?
  let faults: SideFaults

  /// The place of the row as a whole.
  var place: SourceCell { SourceCell(file: columns.path, sheet: columns.sheet, row: row.number) }

  /// Returns the place of a field; that of the row if its sheet has no column for it.
  func place(_ field: String) -> SourceCell {
    guard let number = number(field), !columns.isJSON else { return place }
    return SourceCell(file: columns.path, sheet: columns.sheet, row: row.number, column: Cell.columnName(number))
  }

  /// Returns the column of a field; nil if there is none.
  private func number(_ field: String) -> Int? {
    columns.layout.index(of: field).map { columns.numbers[$0] }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Returns the cell of a field that has content; nil if it is empty.
  func cell(_ field: String) -> Cell? {
    guard let cell = number(field).flatMap(row.cell), cell.kind != .text || !trimmed(cell).isEmpty else { return nil }
    return cell
  }

  /// Returns the text of a cell without white space at its ends.
  func trimmed(_ cell: Cell) -> String { CellReader.trimmed(row.text(cell)) }

  /// Returns the column of a field.
  func column(_ field: String) -> SideColumn? { columns.layout.columns.first { $0.field == field } }

  // MARK: Faults

  /// Adds an error about a field.
  func fail(_ field: String, _ code: String, _ wording: Wording) { faults.add(place(field).fault(code, wording)) }

  /// Adds the error of a cell that cannot be read.
  ///
  /// - Parameters:
  ///   - reason: the reason in Chinese.
  ///   - expected: what the cell should hold, in English.
  func fail(unreadable field: String, _ reason: String, _ expected: String) {
    guard let column = column(field) else { return }
    let shown = cell(field).map { reader.shown($0, trimmed($0)) } ?? ""
    let wording =
      column.isPrivate
      ? Wording("\(column.label)读不出来，请把单元格设为文本后重新填写", "'\(field)' cannot be read; format the cell as text and enter it again")
      : Wording("\(column.label)\(reason)", "'\(field)' must be \(expected), and '\(shown)' cannot be read")
    fail(field, "unreadable-cell", wording)
  }

  /// Adds the error of a field that must not be empty.
  func fail(missing field: String) {
    guard let column = column(field) else { return }
    fail(field, "missing-value", Wording("没有填写\(column.label)", "'\(field)' is missing"))
  }
}
