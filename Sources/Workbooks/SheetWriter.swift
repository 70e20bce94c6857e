import CXlsxWriter
import KepingCore

/// A writer of one sheet.
///
/// Rows and columns are 1-based.
public final class SheetWriter {
  // The workbook owns its sheets.
  unowned let writer: WorkbookWriter
  let sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let name: String

  /// The maximum number of rows of a sheet.
  public static let maximumRow = Cell.maximumRow
  /// The maximum number of UTF-16 units in a cell.
  static let maximumText = 32_767

  /// The number of rows that have been written.
  ///
  /// A row is counted if it is below all rows so far, so rows must be begun in ascending order.
  private(set) var rowCount = 0
  private var lastRow = 0

  private func countRow(_ row: Int) {
    guard row > lastRow else { return }
    lastRow = row
    rowCount += 1
  }

  /// Creates the writer of a sheet that has been added to a workbook.
  init(_ writer: WorkbookWriter, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, name: String) {
    self.writer = writer
    self.sheet = sheet
    self.name = name
  }

  /// Writes a text, which never becomes a formula.
  ///
  /// A text that is too long for a cell is cut and ends with `…（已截断）`.
  public func write(_ text: String, row: Int, column: Int, _ format: CellFormat? = nil) {
    countRow(row)
    var text = Self.replacingInvalidCharacters(in: text)
    if text.utf16.count > Self.maximumText {
      text = String(decoding: Array(text.utf16.prefix(Self.maximumText - 20)), as: UTF16.self) + "…（已截断）"
    }
    writer.recordError(worksheet_write_string(sheet, UInt32(row - 1), UInt16(column - 1), text, writer.format(format)))
  }

  /// Returns a text in which U+FFFD replaces control characters that XML does not allow, and the last two code points of each
  /// plane, which are noncharacters.
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

  /// Formats an empty cell.
  public func writeBlank(row: Int, column: Int, _ format: CellFormat) {
    countRow(row)
    writer.recordError(worksheet_write_blank(sheet, UInt32(row - 1), UInt16(column - 1), writer.format(format)))
  }

  /// Sets the width of columns, in characters of the default font, and the format of their empty cells.
  public func setWidth(_ width: Double, _ columns: ClosedRange<Int>, _ format: CellFormat? = nil) {
    writer.recordError(
      worksheet_set_column(
        sheet, UInt16(columns.lowerBound - 1), UInt16(columns.upperBound - 1), width, writer.format(format)))
  }

  /// Sets the height of a row in points.
  public func setHeight(_ height: Double, _ row: Int) {
    countRow(row)
    writer.recordError(worksheet_set_row(sheet, UInt32(row - 1), height, nil))
  }

  /// Keeps the rows above `row` and the columns left of `column` in view.
  public func freeze(_ row: Int, _ column: Int) {
    worksheet_freeze_panes(sheet, UInt32(row - 1), UInt16(column - 1))
  }

  /// Adds a filter to a range whose first row is the heading.
  public func setFilter(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) {
    writer.recordError(
      worksheet_autofilter(
        sheet, UInt32(rows.lowerBound - 1), UInt16(columns.lowerBound - 1), UInt32(rows.upperBound - 1),
        UInt16(columns.upperBound - 1)))
  }

  /// Sets up printing on A4 in landscape, with the heading row on each page.
  ///
  /// - Parameter pagesWide: the number of pages to which the width is fitted. If there are several, each has the first column,
  ///   unless the name of the sheet is too long for the library.
  public func setPrinting(headingRow: Int, pagesWide: Int = 1) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, UInt16(clamping: pagesWide), 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页")
    writer.recordError(worksheet_repeat_rows(sheet, UInt32(headingRow - 1), UInt32(headingRow - 1)))
    // The library has 128 bytes for `'name'!$A:$A,'name'!$1:$1`.
    if pagesWide > 1, 2 * name.utf8.count + 17 < 128 { writer.recordError(worksheet_repeat_columns(sheet, 0, 0)) }
  }

  /// Sets the colour of the tab as `0xRRGGBB`.
  public func setTabColor(_ color: UInt32) { worksheet_set_tab_color(sheet, color) }

  /// Hides the sheet.
  public func hide() { worksheet_hide(sheet) }

  /// Adds a comment to a cell, in a box with a height for `lines` lines.
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
