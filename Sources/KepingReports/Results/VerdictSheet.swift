import KepingCore
import Workbooks

/// The sheet of one verdict; a full sheet is continued on another sheet.
final class VerdictSheet {
  /// The value of a cell with its style.
  enum Value {
    case text(String?)
    /// A text from a small set, such as an outcome or a unit.
    case mark(String?)
    case number(Double?)
    /// A score in tenths.
    case score(Int?)
  }

  private let writer: WorkbookWriter
  private let verdict: Verdict
  private let headings: [(title: String, width: Double)]
  private var sheet: SheetWriter
  /// The 1-based row that is written next.
  private var row = 2
  private var sheetNumber = 1

  init(_ writer: WorkbookWriter, _ verdict: Verdict, headings: [(title: String, width: Double)]) {
    self.writer = writer
    self.verdict = verdict
    self.headings = headings
    sheet = writer.addSheet(verdict.title)
    begin()
  }

  private func begin() {
    let colors: [Verdict: UInt32] = [.pass: 0x548235, .supplement: 0xBF8F00, .fail: 0xC00000, .error: 0x7F7F7F]
    sheet.setTabColor(colors[verdict] ?? 0)
    for (index, heading) in headings.enumerated() {
      sheet.setWidth(heading.width, (index + 1)...(index + 1))
      sheet.write(heading.title, row: 1, column: index + 1, Look.heading)
    }
    sheet.setHeight(Look.headingHeight, 1)
    // The heading and the project, which is the first three columns.
    sheet.freeze(2, 4)
    sheet.setPrinting(headingRow: 1)
    row = 2
  }

  /// Finishes the sheet by adding its filter.
  func finish() { sheet.setFilter(1...max(1, row - 1), 1...headings.count) }

  /// Appends a row; columns without a value stay empty.
  func append(_ values: [Value]) {
    if row > SheetWriter.maximumRow {
      finish()
      sheetNumber += 1
      sheet = writer.addSheet("\(verdict.title)（\(sheetNumber)）")
      begin()
    }
    var lines = 1
    for (index, value) in values.enumerated() {
      if case .text(let text?) = value { lines = max(lines, Columns.lines(text, width: headings[index].width)) }
    }
    sheet.setHeight(Look.height(lines: lines), row)
    for index in headings.indices {
      let column = index + 1
      switch index < values.count ? values[index] : .text(nil) {
      case .text(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, Look.text)
      case .mark(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, Look.mark)
      case .number(let number?): sheet.write(number, row: row, column: column, Look.number(number))
      case .score(let tenths?): sheet.write(Double(tenths) / 10, row: row, column: column, Look.score)
      default: sheet.writeBlank(row: row, column: column, Look.wrapped)
      }
    }
    row += 1
  }
}
