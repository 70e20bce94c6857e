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
  /// The unit of all amounts, where a note above the heading says so: 单位：万元.
  private(set) var moneyUnit: Unit?
  private(set) var serials: Set<Int> = []
  /// The id's heading as the sheet has it, by which it is known where a sheet repeats it.
  private(set) var idText: Bytes = []
  /// The texts of the id's row, by column.
  private(set) var idRowTexts: [Int: String] = [:]
  /// How many fields its line has, of CSV.
  private(set) var fieldCount = 0
  let idNames: Set<String>

  /// How far from the top a heading may stand.
  static let searchDepth = 30
  /// How many rows of groups may stand above it.
  private static let groupRows = 3

  /// Finds the heading among the first rows of a sheet.
  init(_ rows: [Row], _ merged: [MergedCells], idNames: Set<String>) {
    self.idNames = idNames
    guard let index = rows.firstIndex(where: { row in row.cells.contains { isIDHeading(row, $0) } }) else {
      // Without ids the fullest of the first rows stands in, to say what else the sheet has.
      if let fullest = rows.prefix(Self.searchDepth).max(by: { $0.cells.count < $1.cells.count }) {
        row = fullest.number
        lastRow = row
        columns = fullest.cells.map { Column(column: $0.column, text: fullest.text($0)) }
      }
      return
    }
    let idRow = rows[index]
    row = idRow.number
    let cell = idRow.cells.first { isIDHeading(idRow, $0) }
    let id = cell?.column ?? 1
    idColumn = id
    fieldCount = idRow.fieldCount
    idRowTexts = Self.texts(idRow)
    idText = cell.map { Bytes(idRow.textBytes[$0.range]) } ?? []
    lastRow = lastRow(idRow, rows.dropFirst(index + 1).first, merged)
    readColumns(rows, merged, id)
    moneyUnit = rows[..<index].lazy.flatMap { row in row.cells.map { Self.moneyUnit(row.text($0)) } }.compactMap { $0 }.first
    serials = Set(columns.filter { $0.isSerial && $0.column != id }.map(\.column))
  }

  /// Whether a cell is the heading of the ids.
  func isIDHeading(_ row: Row, _ cell: Cell) -> Bool { cell.kind == .text && idNames.contains(Heading(row.text(cell)).key) }

  /// The heading's last row: the id's cell is merged down to it, or the row below has names where the id's row has none.
  private func lastRow(_ idRow: Row, _ below: Row?, _ merged: [MergedCells]) -> Int {
    let id = idColumn ?? 1
    // A heading that is merged further down than any is swallows no applications.
    if let tall = merged.first(where: { $0.columns.contains(id) && $0.rows.contains(row) }), tall.rows.count > 1,
      tall.rows.upperBound <= row + Self.groupRows
    {
      return tall.rows.upperBound
    }
    guard let below, below.number == row + 1, below.cell(id) == nil, skipReason(of: below) == nil else { return row }
    let hasOnlyText = below.cells.allSatisfy { $0.kind == .text }
    return hasOnlyText && below.cells.contains { idRow.cell($0.column) == nil } ? row + 1 : row
  }

  private mutating func readColumns(_ rows: [Row], _ merged: [MergedCells], _ id: Int) {
    let headingRows = rows.filter { $0.number <= lastRow && $0.number > row - 1 - Self.groupRows }
    let covers = headingRows.map { Self.covers(of: $0.number, merged) }
    let width = max(
      headingRows.filter { $0.number >= row }.flatMap(\.cells).map(\.column).max() ?? 0,
      zip(headingRows, covers).filter { $0.0.number >= row }.flatMap(\.1.keys).max() ?? 0)
    for column in 1...max(1, width) {
      var texts: [String] = []
      // What stands only above is a title, not a column's heading.
      var hasOwnText = false
      for (headingRow, covers) in zip(headingRows, covers) {
        var sourceColumn = column
        var cover = covers[column]
        // Where merges are lost, as in CSV, a group goes on to the next one.
        if covers.isEmpty, headingRow.number < lastRow, headingRow.number == row || fieldCount > 0,
          headingRow.cell(column) == nil,
          let left = headingRow.cells.last(where: { $0.column < column && $0.column > id })
        {
          sourceColumn = left.column
          cover = nil
        }
        guard let text = Self.text(sourceColumn, headingRow, cover) else { continue }
        if headingRow.number < row, Self.isTitle(text, at: sourceColumn, of: headingRow, cover, idColumn: id, width: width) {
          continue
        }
        hasOwnText = hasOwnText || headingRow.number >= row && sourceColumn == column
        texts.append(text)
      }
      if hasOwnText { columns.append(Column(column: column, text: texts.removeLast(), groups: texts)) }
    }
  }

  /// What a row of the heading says over a column, a merged cell in its first row only; nil for nothing.
  private static func text(_ column: Int, _ row: Row, _ cover: MergedCells?) -> String? {
    if let cover, cover.rows.lowerBound != row.number { return nil }
    guard let cell = row.cell(cover?.columns.lowerBound ?? column), cell.kind == .text || cell.kind == .number else { return nil }
    let text = row.text(cell).split(whereSeparator: \.isWhitespace).joined()
    return text.isEmpty ? nil : text
  }

  /// Whether a text above the id's row is no group of columns, but a title, or a note such as 填报日期：….
  private static func isTitle(
    _ text: String, at column: Int, of row: Row, _ cover: MergedCells?, idColumn: Int, width: Int
  ) -> Bool {
    // With a colon within, not behind it: that would be a group's.
    if text.dropLast().contains(where: { ":：".contains($0) }) { return true }
    // 汇总表（2024年）
    let isBracketed = text.last.map { ")）".contains($0) } ?? false
    let name = isBracketed ? text.lastIndex { "(（".contains($0) }.map { text[..<$0] } ?? text[...] : text[...]
    if ["附件", "附表"].contains(where: text.hasPrefix) || titles.contains(where: name.hasSuffix) || isDate(text) { return true }
    guard let cover else { return column == idColumn || column == 1 && row.cells.count <= 2 }
    return cover.columns.contains(idColumn) || cover.columns.count * 10 >= width * 8
  }

  private static let titles = ["汇总表", "申报表", "一览表", "统计表", "登记表"]

  /// Whether a text is nothing but a date, such as 2024年3月.
  private static func isDate(_ text: String) -> Bool {
    text.contains("月") && text.allSatisfy { $0.isNumber || "年月日 ".contains($0) }
  }

  /// A row's texts without white space, by column.
  static func texts(_ row: Row) -> [Int: String] {
    var texts: [Int: String] = [:]
    for cell in row.cells where cell.kind != .covered {
      let text = row.text(cell).split(whereSeparator: \.isWhitespace).joined()
      if !text.isEmpty { texts[cell.column] = text }
    }
    return texts
  }

  /// The unit that a note such as 金额单位：万元 speaks of.
  private static func moneyUnit(_ text: String) -> Unit? {
    let key = Heading.key(text)
    guard let labelRange = key.firstRange(of: "单位:") else { return nil }
    let rest = key[labelRange.upperBound...].filter { $0 != ")" }
    return Unit.all.first { $0.measure == .money && rest == $0.name }
  }

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
}
