import KepingCore
import Workbooks

/// A sheet of a report with one table, whose rows are written from top to bottom; a full sheet is continued on another sheet.
final class ReportSheet {
  /// The value of a cell with its style.
  enum Value {
    case text(String?)
    /// A text from a small set, such as an outcome or a unit.
    case mark(String?)
    /// A mark on a background colour, `0xRRGGBB`.
    case badge(String, UInt32?)
    case number(Double?)
    /// A score in tenths.
    case score(Int?)
    /// A figure that is always shown with a number of decimals.
    case figure(Double?, decimals: Int)
    /// An empty cell in which a person types a text.
    case input
    /// An empty cell in which a person chooses from a list.
    case choiceInput
    /// An empty cell in which a person types a date.
    case dateInput
  }

  /// What a sheet is called and what stands above its table.
  struct Layout {
    /// The name of the sheet.
    let name: String
    /// The headings of the columns, with their widths in characters.
    let headings: [(title: String, width: Double)]
    /// The colour of the tab as `0xRRGGBB`; nil for none.
    var tabColor: UInt32?
    /// The title above the table; nil for none.
    var title: String?
    /// The remarks above the table, each in a row of its own.
    var notes: [String] = []
    /// The number of columns that stay in view.
    var frozenColumns = 0
    /// Whether the table can be filtered.
    var hasFilter = true
    /// Whether the heading is the line below which nothing is selected.
    var hasLineBelowHeading = false
  }

  /// The colour of the line below the last one selected.
  static let lineColor: UInt32 = 0xC00000

  private let writer: WorkbookWriter
  private let layout: Layout
  private(set) var sheet: SheetWriter
  /// The 1-based row of the headings.
  let headingRow: Int
  /// The 1-based row that is written next.
  private(set) var row = 0
  private var sheetNumber = 1
  /// Called with each sheet when all its rows are written.
  var willFinish: ((SheetWriter, _ rows: ClosedRange<Int>) -> Void)?

  init(_ writer: WorkbookWriter, _ layout: Layout) {
    self.writer = writer
    self.layout = layout
    headingRow = 1 + (layout.title == nil ? 0 : 1) + layout.notes.count
    sheet = writer.addSheet(layout.name)
    begin()
  }

  private func begin() {
    if let color = layout.tabColor { sheet.setTabColor(color) }
    row = 1
    if let title = layout.title {
      sheet.write(title.printable(), row: row, column: 1, Look.title)
      sheet.setHeight(Look.titleHeight, row)
      row += 1
    }
    for note in layout.notes {
      sheet.write(note.printable(), row: row, column: 1, Look.note)
      row += 1
    }
    for (index, heading) in layout.headings.enumerated() {
      sheet.setWidth(heading.width, (index + 1)...(index + 1))
      let look = layout.hasLineBelowHeading ? Look.heading.with { $0.lineBelow = Self.lineColor } : Look.heading
      sheet.write(heading.title, row: row, column: index + 1, look)
    }
    sheet.setHeight(Look.headingHeight, row)
    row += 1
    sheet.freeze(row, layout.frozenColumns + 1)
    sheet.setPrinting(headingRow: headingRow)
  }

  /// Finishes the sheet by adding its filter.
  func finish() {
    if layout.hasFilter { sheet.setFilter(headingRow...max(headingRow, row - 1), 1...layout.headings.count) }
    if row - 1 > headingRow { willFinish?(sheet, (headingRow + 1)...(row - 1)) }
  }

  /// Appends a row; columns without a value stay empty.
  ///
  /// - Parameter hasLineBelow: whether those selected end with this row.
  func append(_ values: [Value], isBold: Bool = false, hasLineBelow: Bool = false) {
    if row > SheetWriter.maximumRow {
      finish()
      sheetNumber += 1
      let suffix = "（\(sheetNumber)）"
      sheet = writer.addSheet(WorkbookWriter.sheetName(layout.name, before: suffix) + suffix)
      begin()
    }
    var lines = 1
    for (index, value) in values.enumerated() {
      if case .text(let text?) = value { lines = max(lines, Columns.lines(text, width: layout.headings[index].width)) }
    }
    sheet.setHeight(Look.height(lines: lines), row)
    for index in layout.headings.indices {
      let value = index < values.count ? values[index] : .text(nil)
      write(value, column: index + 1, isBold: isBold, hasLineBelow: hasLineBelow)
    }
    row += 1
  }

  private func write(_ value: Value, column: Int, isBold: Bool, hasLineBelow: Bool) {
    func look(_ base: CellFormat, _ background: UInt32? = nil) -> CellFormat {
      guard isBold || hasLineBelow || background != nil else { return base }
      return base.with { look in
        if isBold { look.isBold = true }
        if hasLineBelow { look.lineBelow = Self.lineColor }
        if let background { look.background = background }
      }
    }
    switch value {
    case .text(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, look(Look.text))
    case .mark(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, look(Look.mark))
    case .badge(let text, let background): sheet.write(text, row: row, column: column, look(Look.mark, background))
    case .number(let number?): sheet.write(number, row: row, column: column, look(Look.number(number)))
    case .score(let tenths?): sheet.write(Double(tenths) / 10, row: row, column: column, look(Look.score))
    case .figure(let number?, let decimals):
      sheet.write(number, row: row, column: column, look(Look.figure(decimals: decimals)))
    case .input: sheet.writeBlank(row: row, column: column, look(Look.input))
    case .choiceInput: sheet.writeBlank(row: row, column: column, look(Look.choiceInput))
    case .dateInput: sheet.writeBlank(row: row, column: column, look(Look.dateInput))
    default: sheet.writeBlank(row: row, column: column, look(Look.wrapped))
    }
  }
}

extension ReportSheet {
  /// Writes a whole sheet with a table of texts.
  static func write(_ title: String, _ headings: [(title: String, width: Double)], _ rows: [[String]], to writer: WorkbookWriter)
  {
    var layout = Layout(name: title, headings: headings)
    layout.hasFilter = false
    let sheet = ReportSheet(writer, layout)
    for row in rows { sheet.append(row.map { .text($0) }) }
    sheet.finish()
  }

  /// Writes the sheets with what was not read and with what the report is based on, each only if there is something.
  static func writeEnd(unreadParts: [UnreadPart], provenance: Provenance?, to writer: WorkbookWriter) {
    if !unreadParts.isEmpty {
      write(UnreadPart.title, Array(zip(UnreadPart.headings, [30, 30, 80])), unreadParts.map(\.cells), to: writer)
    }
    if let provenance {
      let rows = ProvenanceTable.rows(provenance).map(\.cells)
      write(ProvenanceTable.title, Array(zip(ProvenanceTable.headings, [12, 60, 90, 20])), rows, to: writer)
    }
  }
}
