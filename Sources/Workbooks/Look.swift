/// The formats of the cells in workbooks that keping writes.
package enum Look {
  /// A cell with a border.
  package static let plain = CellFormat().with { $0.hasBorder = true }
  /// A text that may need several lines.
  package static let wrapped = plain.with { $0.isWrapped = true }
  /// A text from an input: it stays text even if it begins like a formula.
  package static let text = wrapped.with { $0.numberFormat = "@" }
  /// A number with as many decimals as it has, up to six.
  package static let number = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0.######"
  }
  /// Returns the format for a number; spreadsheets would show a whole number with a point at its end as ``number``.
  package static func number(_ value: Double) -> CellFormat { value == value.rounded() ? whole : number }
  /// A whole number.
  package static let whole = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0"
  }
  /// A score with one decimal.
  package static let score = plain.with {
    $0.alignment = .right
    $0.numberFormat = "0.0"
  }
  /// Returns the format for a figure that is always shown with a number of decimals.
  package static func figure(decimals: Int) -> CellFormat {
    plain.with {
      $0.alignment = .right
      $0.numberFormat = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    }
  }
  /// An empty cell in which a person types a text.
  package static let input = text.with { $0.background = 0xFFFBE6 }
  /// An empty cell in which a person chooses from a list.
  package static let choiceInput = wrapped.with {
    $0.background = 0xFFFBE6
    $0.alignment = .center
  }
  /// An empty cell in which a person types a date.
  package static let dateInput = input.with {
    $0.alignment = .center
    $0.numberFormat = "yyyy-mm-dd"
  }
  /// A centred short text, such as a verdict.
  package static let mark = text.with { $0.alignment = .center }
  /// The heading of a column.
  package static let heading = CellFormat().with {
    $0.isBold = true
    $0.isWrapped = true
    $0.hasBorder = true
    $0.alignment = .center
    $0.background = 0xD9E2F3
  }
  /// The height of a heading with one line, in points.
  package static let headingHeight = 24.0
  /// The heading of a required column.
  package static let requiredHeading = heading.with { $0.background = 0xFCE4D6 }
  /// The title of a sheet.
  package static let title = CellFormat().with {
    $0.isBold = true
    $0.size = 14
  }
  /// The height of a row with a title, in points.
  package static let titleHeight = 24.0
  /// Returns the height in points of a row with a number of lines; a row is at most 409 points high.
  ///
  /// Heights are set because not every spreadsheet program fits a row to its wrapped text. LibreOffice needs 1.4 and 14.2 points
  /// a line; programs round to quarters.
  package static func height(lines: Int) -> Double { min(409, 3 + 14.25 * Double(lines)) }

  /// A remark in grey italics.
  package static let note = CellFormat().with {
    $0.color = 0x7F7F7F
    $0.isItalic = true
  }
}
