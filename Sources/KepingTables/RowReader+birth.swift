import KepingCore
import Workbooks

/// Reads the columns of the leader's birth, of which one may give both the year and the date.
extension RowReader {
  /// Reads a cell of the year or the date of birth.
  ///
  /// A column 出生日期 gives both, because clauses may read either, unless the other has a column of its own. A column 出生年月 gives
  /// only the year: a spreadsheet makes the first day of a month of it, which nobody wrote.
  func readBirth(_ cell: Cell, _ column: ColumnPlan.Column, _ node: Int) {
    guard let birth = plan.names.birth else { return }
    let isDate = node == birth.date
    let other = isDate ? birth.year : birth.date
    let givesBoth = plan.fieldColumns[other] == 0 && (isDate || FieldNames.speaksOfBirthDate(column.heading))
    if isDate, givesBoth, plan.names.schema.nodes[node].isUnmentioned, isYearOnly(cell) {
      // The program does not read the date, so that a column of the date may just as well have years.
      return readBirthField(cell, column, birth.year, as: .year)
    }
    readBirthField(cell, column, node, as: isDate ? .date : .year)
    guard givesBoth, values.plain[node].kind != .absent else { return }
    let reading = cells.read(
      cell, of: row, as: isDate ? .year : .date, unit: nil, for: isDate ? .birthYear : .value, into: &values.texts)
    if case .value(let value) = reading { values.set(other, value, column: column.column) }
  }

  /// Reads a cell of one of the fields, and reports what cannot be read.
  private func readBirthField(_ cell: Cell, _ column: ColumnPlan.Column, _ node: Int, as type: FieldType) {
    guard let value = readValue(of: cell, type: type, unit: nil, column: column, node: node) else { return }
    values.set(node, value, column: column.column)
  }

  /// Returns whether a cell has a year of birth but no date.
  private func isYearOnly(_ cell: Cell) -> Bool {
    let start = values.texts.count
    defer { values.texts.removeLast(values.texts.count - start) }
    guard case .fault = cells.read(cell, of: row, as: .date, unit: nil, into: &values.texts),
      case .value = cells.read(cell, of: row, as: .year, unit: nil, for: .birthYear, into: &values.texts)
    else { return false }
    return true
  }
}

extension FieldNames {
  /// Returns whether a field is the year or the date of the leader's birth, one of which may be read from the column of the other.
  func isBirth(_ node: Int) -> Bool { birth.map { node == $0.year || node == $0.date } ?? false }
}
