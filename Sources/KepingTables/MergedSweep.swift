import Workbooks

/// Goes down a sheet and marks the cells of merged ones: they look filled, and whose value it is cannot be told.
///
/// Of cells merged along one row, only those that have no value of their own are marked; of cells merged over several
/// rows all are, save the ids: one id over several rows is of all of them.
struct MergedSweep {
  private struct Active {
    let cells: MergedCells
    /// Whether the cell that has the value has one.
    let isFilled: Bool
  }

  /// In the order of their first rows.
  private var upcoming: ArraySlice<MergedCells>
  private var active: [Active] = []
  private let columns: [Int]
  private let idColumn: Int

  /// How many merged cells may cross a row: no sheet has more that do not overlap and matter.
  private static let maximum = 1000

  /// - Parameter merged: the merged cells; those of the heading are no concern of the rows below.
  init(_ merged: [MergedCells], below headings: SheetHeadings) {
    columns = headings.columns.map(\.column)
    idColumn = headings.idColumn ?? 0
    let width = columns.last ?? 0
    upcoming =
      merged.filter { $0.rows.lowerBound > headings.lastRow && $0.columns.lowerBound <= width }
      .sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }[...]
  }

  /// Marks the cells of the next row.
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
        // Behind the merged cell, or in another: cells that overlap are of no spreadsheet.
        if column > columns.upperBound || covers[column] != nil { break }
        let isAnchor = column == columns.lowerBound && row.number == rows.lowerBound
        if isAnchor, rows.count == 1 || column == idColumn { continue }
        covers[column] = name
      }
    }
    row.cover(covers)
  }

  /// The place of the first column with a heading that is not before a column.
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
