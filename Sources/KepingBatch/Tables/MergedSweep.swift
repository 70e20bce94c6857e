import Workbooks

/// Goes down a sheet and marks the cells that a merged one covers: they look filled, and have no value of their own.
struct MergedSweep {
  private struct Active {
    let cells: MergedCells
    /// Whether the cell that has the value has one.
    let isFilled: Bool
  }

  /// In the order of their first rows.
  private var upcoming: ArraySlice<MergedCells>
  private var active: [Active] = []
  private let width: Int

  /// - Parameters:
  ///   - heading: the last row of the heading; what is merged there is no concern of the rows below.
  ///   - width: the last column that matters.
  init(_ merged: [MergedCells], below heading: Int, width: Int) {
    upcoming =
      merged.filter { $0.rows.lowerBound > heading && $0.columns.lowerBound <= width }
      .sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }[...]
    self.width = width
  }

  /// Marks the covered cells of the next row.
  mutating func cover(_ row: inout Row) {
    if active.isEmpty, upcoming.isEmpty { return }
    active.removeAll { $0.cells.rows.upperBound < row.number }
    while let next = upcoming.first, next.rows.lowerBound <= row.number {
      upcoming.removeFirst()
      guard next.rows.upperBound >= row.number else { continue }
      let anchor = next.rows.lowerBound == row.number ? row.cell(next.columns.lowerBound) : nil
      active.append(Active(cells: next, isFilled: anchor.map { !CellReader.trimmed(row.text($0)).isEmpty } ?? false))
    }
    for item in active where item.isFilled {
      let (columns, rows) = (item.cells.columns, item.cells.rows)
      let anchor = Cell.name(columns.lowerBound, rows.lowerBound)
      for column in columns.lowerBound...min(columns.upperBound, width)
      where column != columns.lowerBound || row.number != rows.lowerBound {
        row.cover(column, by: anchor)
      }
    }
  }
}
