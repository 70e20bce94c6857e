import KepingCore
import KepingSelection
import Workbooks

extension SideRow {
  /// Returns the text of a field; nil if it is empty or cannot be read, which is told.
  ///
  /// A number becomes its digits, as in a column of an application sheet; in JSON a text must be a string.
  func text(_ field: String, isRequired: Bool = false) -> String? {
    guard let cell = cell(field) else {
      if isRequired { fail(missing: field) }
      return nil
    }
    if columns.isJSON, cell.kind != .text, cell.kind != .damaged {
      fail(unreadable: field, "“\(reader.shown(cell, trimmed(cell)))”应为文本，请加双引号", "a string")
      return nil
    }
    var texts: Bytes = []
    switch reader.read(cell, of: row, as: .text, unit: nil, for: .key, into: &texts) {
    case .value: return texts.text
    case .absent:
      if isRequired { fail(missing: field) }
    case .fault(let reason): fail(unreadable: field, reason, "a text")
    }
    return nil
  }

  /// Returns the id in the first column; nil if it is empty or cannot be read, which is told.
  func id() -> Given<String>? {
    let field = columns.layout.columns[0].field
    if let mergedID {
      return Given(
        mergedID.id, SourceCell(file: columns.path, sheet: columns.sheet, row: mergedID.row, column: place(field).column))
    }
    guard let text = text(field, isRequired: true) else { return nil }
    // An id in JSON is compared as it stands.
    if columns.isJSON, let cell = cell(field) { return Given(row.text(cell), place(field)) }
    return Given(text, place(field))
  }

  /// Returns a number that is not rounded; nil if it is empty or cannot be read, which is told.
  ///
  /// - Parameters:
  ///   - chinese: what the cell should hold, in Chinese.
  ///   - english: the same in English.
  func number(_ field: String, isMoney: Bool = false, _ expected: Wording) -> ExactDecimal? {
    guard let cell = cell(field) else { return nil }
    let unit = columns.layout.index(of: field).flatMap { columns.units[$0] }
    if columns.isJSON, cell.kind == .number {
      // The digits of JSON count as they are written, and not as a spreadsheet keeps them.
      if let unit, let value = ExactDecimal(row.text(cell)) { return value.shifted(by: unit.exponent) }
      if !isMoney, let value = ExactDecimal(row.text(cell)) { return value }
    }
    switch reader.readExact(cell, of: row, isMoney: isMoney, unit: unit) {
    case .absent: return nil
    case .value(let value): return value
    case .fault(let reason):
      fail(unreadable: field, reason, expected.english)
      return nil
    }
  }

  /// Returns a truth; nil if it is empty or cannot be read, which is told.
  func flag(_ field: String) -> Bool? {
    guard let cell = cell(field) else { return nil }
    var texts: Bytes = []
    switch reader.read(cell, of: row, as: .flag, unit: nil, for: .key, into: &texts) {
    case .absent: return nil
    case .value(let value): return value.number == 1
    case .fault(let reason):
      fail(unreadable: field, reason, "是 or 否, or true or false")
      return nil
    }
  }

  /// Returns a day; nil if it is empty or cannot be read, which is told.
  func date(_ field: String, isRequired: Bool = false) -> CalendarDate? {
    guard let cell = cell(field) else {
      if isRequired { fail(missing: field) }
      return nil
    }
    var texts: Bytes = []
    switch reader.read(cell, of: row, as: .date, unit: nil, for: .key, into: &texts) {
    case .value: return CalendarDate(rfc3339: texts)
    case .absent:
      if isRequired { fail(missing: field) }
    case .fault(let reason): fail(unreadable: field, reason, "a day such as 2024-05-01")
    }
    return nil
  }

  /// Returns a credit code in capital letters; nil if it is empty or cannot be read, which is told.
  func creditCode(_ field: String) -> String? {
    guard let cell = cell(field) else { return nil }
    var texts: Bytes = []
    switch reader.read(cell, of: row, as: .creditCode, unit: nil, for: .key, into: &texts) {
    case .absent: return nil
    case .value: return texts.text
    case .fault(let reason):
      fail(unreadable: field, reason, "a credit code of 18 characters")
      return nil
    }
  }
}
