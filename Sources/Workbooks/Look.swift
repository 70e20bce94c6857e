/// How the cells of keping's workbooks look.
package enum Look {
  package static let plain = CellFormat().with { $0.hasBorder = true }
  package static let wrapped = plain.with { $0.isWrapped = true }
  /// A text from outside: it stays a text, whatever it begins with.
  package static let text = wrapped.with { $0.numberFormat = "@" }
  package static let number = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0.######"
  }
  package static let whole = plain.with {
    $0.alignment = .right
    $0.numberFormat = "#,##0"
  }
  package static let score = plain.with {
    $0.alignment = .right
    $0.numberFormat = "0.0"
  }
  /// A short text of one of a few kinds.
  package static let mark = text.with { $0.alignment = .center }
  package static let heading = CellFormat().with {
    $0.isBold = true
    $0.isWrapped = true
    $0.hasBorder = true
    $0.alignment = .center
    $0.background = 0xD9E2F3
  }
  /// The height of a heading of one line, in points.
  package static let headingHeight = 24.0
  package static let requiredHeading = heading.with { $0.background = 0xFCE4D6 }
  package static let title = CellFormat().with {
    $0.isBold = true
    $0.size = 14
  }
  /// The height of a row with so many lines, in points; a row is at most 409 high. Not every program finds it out itself.
  package static func height(lines: Int) -> Double { min(409, 4 + 14 * Double(lines)) }

  package static let note = CellFormat().with {
    $0.color = 0x7F7F7F
    $0.isItalic = true
  }
}
