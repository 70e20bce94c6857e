import KepingCore
import Workbooks

/// The heading of a sheet: the row that names the application's id, with the rows above and below that belong to it.
struct SheetHeadings {
  struct Column {
    /// From 1.
    let column: Int
    /// As the sheet shows it.
    let text: String
    /// Ways to read it, the fullest first: the groups that it stands under may belong to its name, or not.
    let variants: [String]
  }

  /// The column of the ids; nil where no heading names them.
  private(set) var idColumn: Int?
  /// The row of the id's heading.
  private(set) var row = 0
  /// The last row of the heading.
  private(set) var lastRow = 0
  private(set) var columns: [Column] = []

  /// How far from the top a heading may stand.
  static let depth = 30
  /// How many rows of groups may stand above it.
  private static let groupRows = 3

  /// Finds the heading among the first rows of a sheet.
  ///
  /// - Parameter merged: the merged cells; asked for only where they can matter.
  init(_ rows: [Row], idNames: Set<String>, merged: () throws(Diagnostic) -> [MergedCells]) throws(Diagnostic) {
    func isID(_ row: Row, _ cell: Cell) -> Bool { cell.kind == .text && idNames.contains(Heading(row.text(cell)).key) }
    guard let place = rows.firstIndex(where: { row in row.cells.contains { isID(row, $0) } }) else {
      // Without ids the fullest of the first rows stands in, to say what else the sheet has.
      if let fullest = rows.prefix(Self.depth).max(by: { $0.cells.count < $1.cells.count }) {
        row = fullest.number
        lastRow = row
        columns = fullest.cells.map { cell in
          let text = fullest.text(cell)
          return Column(column: cell.column, text: text, variants: [text])
        }
      }
      return
    }
    row = rows[place].number
    lastRow = row
    let id = rows[place].cells.first { isID(rows[place], $0) }?.column ?? 1
    idColumn = id
    let below = place + 1 < rows.count ? rows[place + 1] : nil
    // Only a heading over several rows has anything to merge.
    let mayBeTall = place > 0 || below.map { $0.cell(id) == nil } ?? false
    let merged = mayBeTall ? try merged() : []
    if let tall = merged.first(where: { $0.columns.contains(id) && $0.rows.contains(row) }) { lastRow = tall.rows.upperBound }
    let last = lastRow
    let heads = rows.filter { $0.number <= last && $0.number > row - 1 - Self.groupRows }
    let width = heads.filter { $0.number >= row }.flatMap(\.cells).map(\.column).max() ?? 0
    for column in 1...max(1, max(width, merged.filter { $0.rows.overlaps(row...last) }.map(\.columns.upperBound).max() ?? 0)) {
      let texts = Self.texts(column, heads, merged)
      guard let own = texts.last else { continue }
      let variants = texts.indices.map { texts[$0...].joined() }
      columns.append(Column(column: column, text: own, variants: variants))
    }
  }

  /// The texts over a column from the top down, each merged cell once.
  private static func texts(_ column: Int, _ heads: [Row], _ merged: [MergedCells]) -> [String] {
    var texts: [String] = []
    for row in heads {
      var place = (row: row.number, column: column)
      if let cover = merged.first(where: { $0.columns.contains(column) && $0.rows.contains(row.number) }) {
        if cover.rows.lowerBound != row.number { continue }
        place = (cover.rows.lowerBound, cover.columns.lowerBound)
      }
      guard let cell = row.cell(place.column), cell.kind == .text || cell.kind == .number else { continue }
      let text = row.text(cell).split(whereSeparator: \.isWhitespace).joined()
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }
}
