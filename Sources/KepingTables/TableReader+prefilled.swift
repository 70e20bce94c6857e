import Workbooks

extension TableReader {
  /// Returns whether only the year and the direction are filled in, as in the empty rows of a template: such a row has no
  /// application.
  func isPrefilled(_ row: Row) -> Bool {
    let headings = sheets[currentSheet].headings
    let columns = row.cells.lazy.filter { !headings.serials.contains($0.column) && !SheetHeadings.isBlank($0, of: row) }
      .map(\.column)
    // Nearly all rows have more cells.
    guard columns.prefix(3).count < 3 else { return false }
    let prefilled = plan("", hostLookup).hostColumns.values
    return columns.allSatisfy { prefilled.contains($0) }
  }
}
