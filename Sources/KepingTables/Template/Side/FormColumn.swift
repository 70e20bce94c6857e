import KepingCore
import Workbooks

/// A column of a sheet that people fill in beside the applications.
struct FormColumn {
  /// The heading.
  let heading: String
  /// The width in characters.
  let width: Double
  /// The type of the values, which decides the format of the cells.
  var type = FieldType.text
  /// Whether the heading is marked as one that must be filled in.
  var isRequired = false
  /// The check of what is typed into a cell; nil if any input is allowed without a hint.
  var rule: InputCheck.Rule?
  /// Whether another input can be kept after a warning.
  var isAdvisory = false
  /// What to fill in, shown beside the cell.
  var hint = ""
  /// The comment of the heading.
  var comment = ""
}

/// A value that a template fills in.
enum FormValue {
  case none
  case text(String)
  case number(Double)
}

/// A sheet with headings, checks and comments, and with rows that are filled in as far as they are known.
struct FormSheet {
  /// The number of rows below the heading whose input is checked, and the largest number of rows that a sheet is given.
  static let maximumRows = 100_000

  let columns: [FormColumn]
  let rows: [[FormValue]]

  /// Writes the sheet.
  func write(_ sheet: SheetWriter) {
    for (index, column) in columns.enumerated() {
      let number = index + 1
      sheet.write(column.heading, row: 1, column: number, column.isRequired ? Look.requiredHeading : Look.heading)
      sheet.setWidth(column.width, number...number, Look.input(column.type))
      if let rule = column.rule {
        let check = InputCheck(rule, isAdvisory: column.isAdvisory, title: String(column.heading.prefix(20)), hint: column.hint)
        sheet.setCheck(check, rows: 2...(Self.maximumRows + 1), column: number)
      }
      if !column.comment.isEmpty {
        let lines = column.comment.split(separator: "\n").reduce(0) { $0 + 1 + Columns.width(String($1)) / 46 }
        sheet.addComment(column.comment, row: 1, column: number, lines: lines)
      }
    }
    sheet.setHeight(45, 1)
    for (index, row) in rows.enumerated() {
      for (column, value) in zip(columns.indices, row) {
        let format = Look.input(columns[column].type)
        switch value {
        case .none: break
        case .text(let text): sheet.write(text, row: index + 2, column: column + 1, format)
        case .number(let number): sheet.write(number, row: index + 2, column: column + 1, format)
        }
      }
    }
    sheet.freeze(2, 2)
    sheet.setPrinting(headingRow: 1)
  }
}
