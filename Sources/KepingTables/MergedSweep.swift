import Workbooks

/// A pass down a sheet that marks covered cells: merged cells look filled in, but it is unclear which rows the value
/// belongs to.
///
/// In a range within one row, all cells but the first are marked. In a range over several rows all cells are marked;
/// only the first cell of an id is not, because one id over several rows of a list belongs to all of them.
struct MergedSweep {
  /// A range that covers cells of the current row.
  private struct Active {
    let cells: MergedCells
    /// Whether the first cell of the range has a value.
    let isFilled: Bool
  }

  /// The ranges that the pass has not reached yet, ordered by their first row.
  private var upcoming: ArraySlice<MergedCells>
  private var active: [Active] = []
  /// The columns with headings.
  private let columns: [Int]
  private let idColumn: Int

  /// The maximum number of ranges that cross a row; further ones are ignored, since genuine sheets do not have more.
  private static let maximum = 1000

  /// Prepares a pass over the rows below a heading.
  ///
  /// - Parameter merged: the merged cells of the sheet; those within the heading are ignored.
  init(_ merged: [MergedCells], below headings: SheetHeadings) {
    columns = headings.columns.map(\.column)
    idColumn = headings.idColumn ?? 0
    let width = columns.last ?? 0
    upcoming =
      merged.filter { $0.rows.lowerBound > headings.lastRow && $0.columns.lowerBound <= width }
      .sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }[...]
  }

  /// Marks the covered cells of the next row.
  mutating func cover(_ row: inout Row) {
    if active.isEmpty, upcoming.isEmpty { return }
    active.removeAll { $0.cells.rows.upperBound < row.number }
    while let next = upcoming.first, next.rows.lowerBound <= row.number {
      upcoming.removeFirst()
      guard next.rows.upperBound >= row.number, active.count < Self.maximum else { continue }
      let anchor = next.rows.lowerBound == row.number ? row.cell(next.columns.lowerBound) : nil
      active.append(Active(cells: next, isFilled: anchor.map { !CellReader.trimmed(row.text($0)).isEmpty } ?? false))
    }
    var covers: [Int: String] = [:]
    for item in active where item.isFilled {
      let (columns, rows) = (item.cells.columns, item.cells.rows)
      let first = Cell.name(columns.lowerBound, rows.lowerBound)
      let name = "\(first):\(Cell.name(columns.upperBound, rows.upperBound))"
      for column in self.columns[firstColumnIndex(from: columns.lowerBound)...] {
        // Stop after the range, or at another one: ranges that overlap do not occur in genuine sheets.
        if column > columns.upperBound || covers[column] != nil { break }
        let isAnchor = column == columns.lowerBound && row.number == rows.lowerBound
        if isAnchor, rows.count == 1 || column == idColumn { continue }
        covers[column] = name
      }
    }
    row.cover(covers)
  }

  /// Returns the index of the first column with a heading at or after a column of the sheet.
  private func firstColumnIndex(from column: Int) -> Int {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
