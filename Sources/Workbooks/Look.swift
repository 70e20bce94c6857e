/// How the cells of keping's workbooks look.
package enum Look {
  /// A cell with a border.
  package static let plain = CellFormat().with { $0.hasBorder = true }
  /// A longer text.
  package static let wrapped = plain.with { $0.isWrapped = true }
  /// A text from outside: it stays a text, whatever it begins with.
  package static let text = wrapped.with { $0.numberFormat = "@" }
  /// A number with the decimals that it has.
  package static let number = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0.######"
  }
  /// A whole number.
  package static let whole = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0"
  }
  /// A score, with its decimal.
  package static let score = plain.with {
    $0.alignment = .right
    $0.numberFormat = "0.0"
  }
  /// A short text of one of a few kinds.
  package static let mark = text.with { $0.alignment = .center }
  /// The heading of a column.
  package static let heading = CellFormat().with {
    $0.isBold = true
    $0.isWrapped = true
    $0.hasBorder = true
    $0.alignment = .center
    $0.background = 0xD9E2F3
  }
  /// The height of a heading of one line, in points.
  package static let headingHeight = 24.0
  /// The heading of a column that may not be left empty.
  package static let requiredHeading = heading.with { $0.background = 0xFCE4D6 }
  /// The title of a sheet.
  package static let title = CellFormat().with {
    $0.isBold = true
    $0.size = 14
  }
  /// The height of a row with so many lines, in points; a row is at most 409 high. Not every program finds it out itself.
  package static func height(lines: Int) -> Double { min(409, 4 + 14 * Double(lines)) }

  /// What is said beside the matter.
  package static let note = CellFormat().with {
    $0.color = 0x7F7F7F
    $0.isItalic = true
  }
}
