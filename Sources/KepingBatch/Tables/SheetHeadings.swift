import KepingCore
import Workbooks

/// The heading of a sheet: the row that names the application's id, with the rows above and below that belong to it.
struct SheetHeadings {
  struct Column {
    /// From 1.
    let column: Int
    /// As the sheet shows it.
    let text: String
    /// The groups that it stands under, the widest first; they may belong to its name, or not.
    var groups: [String] = []
    /// Whether it only counts the rows.
    var isSerial: Bool { Heading.isSerial(Heading(text).key) }
  }

  /// The column of the ids; nil where no heading names them.
  private(set) var idColumn: Int?
  /// The row of the id's heading.
  private(set) var row = 0
  /// The last row of the heading.
  private(set) var lastRow = 0
  private(set) var columns: [Column] = []
  private var serials: Set<Int> = []

  /// How far from the top a heading may stand.
  static let depth = 30
  /// How many rows of groups may stand above it.
  private static let groupRows = 3

  /// Finds the heading among the first rows of a sheet.
  init(_ rows: [Row], _ merged: [MergedCells], idNames: Set<String>) {
    func isID(_ row: Row, _ cell: Cell) -> Bool { cell.kind == .text && idNames.contains(Heading(row.text(cell)).key) }
    guard let place = rows.firstIndex(where: { row in row.cells.contains { isID(row, $0) } }) else {
      // Without ids the fullest of the first rows stands in, to say what else the sheet has.
      if let fullest = rows.prefix(Self.depth).max(by: { $0.cells.count < $1.cells.count }) {
        row = fullest.number
        lastRow = row
        columns = fullest.cells.map { Column(column: $0.column, text: fullest.text($0)) }
      }
      return
    }
    row = rows[place].number
    lastRow = row
    let id = rows[place].cells.first { isID(rows[place], $0) }?.column ?? 1
    idColumn = id
    // A heading that is merged further down than any is swallows no applications.
    if let tall = merged.first(where: { $0.columns.contains(id) && $0.rows.contains(row) }),
      tall.rows.upperBound <= row + Self.groupRows
    {
      lastRow = tall.rows.upperBound
    }
    let last = lastRow
    let heads = rows.filter { $0.number <= last && $0.number > row - 1 - Self.groupRows }
    let covers = heads.map { Self.covers(of: $0.number, merged) }
    let width = max(
      heads.filter { $0.number >= row }.flatMap(\.cells).map(\.column).max() ?? 0,
      zip(heads, covers).filter { $0.0.number >= row }.flatMap(\.1.keys).max() ?? 0)
    for column in 1...max(1, width) {
      var texts: [String] = []
      // What stands only above is a title, not a column's heading.
      var hasOwn = false
      for (head, covers) in zip(heads, covers) {
        let isAbove = head.number < row
        guard let text = Self.text(column, head, covers[column], idColumn: id, isAbove: isAbove) else { continue }
        texts.append(text)
        hasOwn = hasOwn || !isAbove
      }
      if hasOwn { columns.append(Column(column: column, text: texts.removeLast(), groups: texts)) }
    }
    serials = Set(columns.filter { $0.isSerial && $0.column != id }.map(\.column))
  }

  /// What a row of the heading says over a column, a merged cell in its first row only; nil for nothing.
  ///
  /// Of the rows above the id's, titles and notes such as 填报日期：… are passed over: what is merged over the ids, what
  /// stands alone in its row, what has a colon.
  private static func text(_ column: Int, _ row: Row, _ cover: MergedCells?, idColumn: Int, isAbove: Bool) -> String? {
    var place = column
    if let cover {
      if cover.rows.lowerBound != row.number { return nil }
      place = cover.columns.lowerBound
    }
    guard let cell = row.cell(place), cell.kind == .text || cell.kind == .number else { return nil }
    let text = row.text(cell).split(whereSeparator: \.isWhitespace).joined()
    if text.isEmpty { return nil }
    if isAbove {
      if cover?.columns.contains(idColumn) == true || text.contains(where: { ":：".contains($0) }) { return nil }
      if cover == nil, row.cells.count == 1 { return nil }
    }
    return text
  }

  /// Whether a row without an id adds up the others.
  func isTotal(_ row: Row) -> Bool {
    if let idColumn, let id = row.cell(idColumn), id.kind != .covered {
      return id.kind == .text && Self.totals.contains(Heading.key(row.text(id)))
    }
    return row.cells.contains { $0.kind == .text && Self.totals.contains(Heading.key(row.text($0))) }
  }

  private static let totals: Set = ["合计", "总计", "小计", "合计:", "总计:", "小计:"]

  /// The merged cells of a row, by the columns that they cover; of overlapping ones, which no spreadsheet makes, the first.
  private static func covers(of row: Int, _ merged: [MergedCells]) -> [Int: MergedCells] {
    var covers: [Int: MergedCells] = [:]
    for cells in merged where cells.rows.contains(row) {
      for column in cells.columns {
        if covers[column] != nil { break }
        covers[column] = cells
      }
    }
    return covers
  }

  /// Whether a row has anything but white space, serial numbers, what merged cells cover, and a column left out.
  func hasContent(_ row: Row, besides leftOut: Int? = nil) -> Bool {
    row.cells.contains { cell in
      if cell.column == leftOut || cell.kind == .covered || serials.contains(cell.column) { return false }
      return cell.kind != .text || !CellReader.trimmed(row.text(cell)).isEmpty
    }
  }
}
