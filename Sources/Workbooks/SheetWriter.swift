import CXlsxWriter
import KepingCore

/// Writes a sheet. Rows and columns count from 1.
public final class SheetWriter {
  // It holds the sheets.
  unowned let writer: WorkbookWriter
  let sheet: UnsafeMutablePointer<lxw_worksheet>?

  /// The last row that a sheet can have.
  public static let maximumRow = Cell.maximumRow
  /// The most UTF-16 units that a cell can hold.
  static let maximumText = 32_767

  /// How many rows something was written to. Rows above the last one are none but those that were written before.
  private(set) var rowCount = 0
  private var lastRow = 0

  private func countRow(_ row: Int) {
    guard row > lastRow else { return }
    lastRow = row
    rowCount += 1
  }

  init(_ writer: WorkbookWriter, _ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    self.writer = writer
    self.sheet = sheet
  }

  /// Writes a text: never a formula, whatever it begins with. One too long for a cell ends with `…（已截断）`.
  public func write(_ text: String, row: Int, column: Int, _ format: CellFormat? = nil) {
    countRow(row)
    var text = Self.replacingInvalidCharacters(in: text)
    if text.utf16.count > Self.maximumText {
      text = String(decoding: Array(text.utf16.prefix(Self.maximumText - 20)), as: UTF16.self) + "…（已截断）"
    }
    writer.recordError(worksheet_write_string(sheet, UInt32(row - 1), UInt16(column - 1), text, writer.format(format)))
  }

  /// A text without characters that XML cannot have: where one stood, U+FFFD says so.
  private static func replacingInvalidCharacters(in text: String) -> String {
    func isInvalid(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r" || scalar.value & 0xFFFE == 0xFFFE
    }
    guard text.unicodeScalars.contains(where: isInvalid) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isInvalid(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Writes a number.
  public func write(_ number: Double, row: Int, column: Int, _ format: CellFormat? = nil) {
    countRow(row)
    writer.recordError(worksheet_write_number(sheet, UInt32(row - 1), UInt16(column - 1), number, writer.format(format)))
  }

  /// Gives an empty cell its look.
  public func writeBlank(row: Int, column: Int, _ format: CellFormat) {
    countRow(row)
    writer.recordError(worksheet_write_blank(sheet, UInt32(row - 1), UInt16(column - 1), writer.format(format)))
  }

  /// Sets the width of columns, in characters of the usual font, and how their cells look where they are empty.
  public func setWidth(_ width: Double, _ columns: ClosedRange<Int>, _ format: CellFormat? = nil) {
    writer.recordError(
      worksheet_set_column(
        sheet, UInt16(columns.lowerBound - 1), UInt16(columns.upperBound - 1), width, writer.format(format)))
  }

  /// Sets the height of a row, in points.
  public func setHeight(_ height: Double, _ row: Int) {
    countRow(row)
    writer.recordError(worksheet_set_row(sheet, UInt32(row - 1), height, nil))
  }

  /// Keeps the rows above a row, and the columns before a column, in view.
  public func freeze(_ row: Int, _ column: Int) {
    worksheet_freeze_panes(sheet, UInt32(row - 1), UInt16(column - 1))
  }

  /// Lets the reader filter a range whose first row is the heading.
  public func setFilter(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) {
    writer.recordError(
      worksheet_autofilter(
        sheet, UInt32(rows.lowerBound - 1), UInt16(columns.lowerBound - 1), UInt32(rows.upperBound - 1),
        UInt16(columns.upperBound - 1)))
  }

  /// Prints landscape on A4, as wide as the page, with the heading on each page.
  public func setPrinting(headingRow: Int) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页")
    writer.recordError(worksheet_repeat_rows(sheet, UInt32(headingRow - 1), UInt32(headingRow - 1)))
  }

  /// Colours the sheet's tab, as `0xRRGGBB`.
  public func setTabColor(_ color: UInt32) { worksheet_set_tab_color(sheet, color) }

  /// Hides the sheet.
  public func hide() { worksheet_hide(sheet) }

  /// Puts a note beside a cell.
  public func addComment(_ text: String, row: Int, column: Int, lines: Int) {
    "科评".withCString { author in
      var options = lxw_comment_options()
      options.author = UnsafeMutablePointer(mutating: author)
      options.width = 320
      options.height = UInt16(clamping: 24 + 17 * lines)
      options.font_size = 9
      writer.recordError(worksheet_write_comment_opt(sheet, UInt32(row - 1), UInt16(column - 1), text, &options))
    }
  }
}
