import KepingCore
import Workbooks

/// The heading of a sheet: the row that has a column of ids, with the rows above and below that belong to it.
struct SheetHeadings {
  /// A column with a heading.
  struct Column {
    /// The 1-based column of the sheet.
    let column: Int
    /// The text of the heading without white space.
    let text: String
    /// The groups above the column, the widest first; they may be part of its name.
    var groups: [String] = []
    /// Whether the column holds serial numbers.
    var isSerial: Bool {
      // A longer text says more than 序号, and parsing it takes time.
      text.utf8.count <= 60 && text.utf8.contains { [0xE5, 0xEF, 0x4E, 0x6E].contains($0) } && Heading.isSerial(Heading(text).key)
    }
  }

  /// The column of the ids, or nil if there is none.
  private(set) var idColumn: Int?
  /// The row of the heading of the ids.
  private(set) var row = 0
  /// The last row of the heading.
  private(set) var lastRow = 0
  /// The columns with headings, in the order of the sheet.
  private(set) var columns: [Column] = []
  /// The unit of all amounts if a note above the heading names one: 单位：万元.
  private(set) var moneyUnit: Unit?
  /// The columns of serial numbers.
  private(set) var serials: Set<Int> = []
  /// The heading of the ids in the sheet, which identifies repeated headings.
  private(set) var idText: Bytes = []
  /// The texts of the row of the ids, by column.
  private(set) var idRowTexts: [Int: String] = [:]
  /// The number of fields in the heading line of a CSV file; 0 for workbooks.
  private(set) var fieldCount = 0
  /// The normalised names of the column of ids.
  let idNames: Set<String>
  /// The last characters of ``idNames``, in either case.
  private let idEndings: Set<Unicode.Scalar>

  /// The number of rows in which a heading is searched for.
  static let searchDepth = 30
  /// The maximum number of rows of groups above the row of the ids, and of rows that a merged heading spans below it.
  private static let groupRows = 3

  /// Finds the heading in the first rows of a sheet.
  init(_ rows: [Row], _ merged: [MergedCells], idNames: Set<String>) {
    self.idNames = idNames
    idEndings = Set(idNames.flatMap { [$0, $0.uppercased()] }.compactMap(\.unicodeScalars.last))
    guard let index = rows.firstIndex(where: { row in row.cells.contains { isIDHeading(row, $0) } }) else {
      // Without ids, the row with the most cells is used, in order to report what the sheet contains.
      if let fullest = rows.prefix(Self.searchDepth).max(by: { $0.cells.count < $1.cells.count }) {
        row = fullest.number
        lastRow = row
        columns = fullest.cells.filter { !$0.marks.contains(.whollyStruck) }.map {
          Column(column: $0.column, text: Self.headingText($0, of: fullest))
        }
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
    for above in rows[..<index] where moneyUnit == nil {
      for cell in above.cells where moneyUnit == nil && !cell.marks.contains(.whollyStruck) {
        moneyUnit = Self.moneyUnit(above, cell)
      }
    }
    serials = Set(columns.filter { $0.isSerial && $0.column != id }.map(\.column))
  }

  /// Returns whether a cell is the heading of the ids.
  func isIDHeading(_ row: Row, _ cell: Cell) -> Bool {
    guard cell.kind == .text, !cell.marks.contains(.whollyStruck), cell.range.count <= Heading.maximumLength else { return false }
    guard mayBeIDHeading(row.textBytes[cell.range]) else { return false }
    return Heading.readings(of: row.text(cell)).contains { idNames.contains($0.key) }
  }

  /// Returns whether a text may be the heading of the ids: outside of brackets, and before a slash, it ends like one.
  ///
  /// It is a quick answer for most cells of the first rows.
  private func mayBeIDHeading(_ text: ArraySlice<UInt8>) -> Bool {
    var scalars = String(decoding: text, as: UTF8.self).unicodeScalars[...]
    var last: Unicode.Scalar?
    while let scalar = scalars.popFirst() {
      if (0x4E00...0x9FFF).contains(scalar.value) {
        last = scalar
        continue
      }
      let folded = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      switch folded {
      case "(", "【", "〔", "[":
        guard let close = scalars.firstIndex(where: { ")）】〕]］".unicodeScalars.contains($0) }) else { return false }
        scalars = scalars[scalars.index(after: close)...]
      case "/": return last.map(idEndings.contains) ?? false
      case ":", "*", "※", "“", "”", "‘", "’", "\"", "'", "、", "，", ",": break
      case _ where scalar.properties.isWhitespace || [.format, .control].contains(scalar.properties.generalCategory): break
      default: last = folded
      }
    }
    return last.map(idEndings.contains) ?? false
  }

  /// Returns the last row of the heading: the last row of the merged cell of the ids, or the next row if it has texts
  /// in columns without a heading.
  private func lastRow(_ idRow: Row, _ below: Row?, _ merged: [MergedCells]) -> Int {
    let id = idColumn ?? 1
    // A taller merged cell is a mistake and must not swallow applications.
    if let tall = merged.first(where: { $0.columns.contains(id) && $0.rows.contains(row) }), tall.rows.count > 1,
      tall.rows.upperBound <= row + Self.groupRows
    {
      return tall.rows.upperBound
    }
    guard let below, below.number == row + 1, below.cell(id) == nil, noteReason(of: below) == nil else { return row }
    let hasOnlyText = below.cells.allSatisfy { $0.kind == .text }
    return hasOnlyText && below.cells.contains { idRow.cell($0.column) == nil } ? row + 1 : row
  }

  /// Collects the columns and the groups above them.
  private mutating func readColumns(_ rows: [Row], _ merged: [MergedCells], _ id: Int) {
    let headingRows = rows.filter { $0.number <= lastRow && $0.number > row - 1 - Self.groupRows }
    let covers = headingRows.map { Self.covers(of: $0.number, merged) }
    let width = max(
      headingRows.filter { $0.number >= row }.flatMap(\.cells).map(\.column).max() ?? 0,
      zip(headingRows, covers).filter { $0.0.number >= row }.flatMap(\.1.keys).max() ?? 0)
    for column in 1...max(1, width) {
      var texts: [String] = []
      // A column that has text only above the row of the ids has a title, not a heading.
      var hasOwnText = false
      for (headingRow, covers) in zip(headingRows, covers) {
        var sourceColumn = column
        var cover = covers[column]
        // Without merged cells, as in CSV, a group extends to the next one.
        if covers.isEmpty, headingRow.number < lastRow, headingRow.number == row || fieldCount > 0,
          headingRow.cell(column) == nil,
          let left = Self.lastCell(of: headingRow, before: column), left.column > id
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

  /// Returns the last cell of a row before a column.
  private static func lastCell(of row: Row, before column: Int) -> Cell? {
    var low = 0
    var high = row.cells.count
    while low < high {
      let middle = (low + high) / 2
      if row.cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? row.cells[low - 1] : nil
  }

  /// Returns the text of a column in a row of the heading, or nil if it is empty or all of it is struck out.
  ///
  /// The text of a merged cell counts in its first row only.
  private static func text(_ column: Int, _ row: Row, _ cover: MergedCells?) -> String? {
    if let cover, cover.rows.lowerBound != row.number { return nil }
    guard let cell = row.cell(cover?.columns.lowerBound ?? column), cell.kind == .text || cell.kind == .number,
      !cell.marks.contains(.whollyStruck)
    else { return nil }
    let text = headingText(cell, of: row)
    return text.isEmpty ? nil : text
  }

  /// Returns the text of a cell without white space; a text that is too long for a heading is cut, and stays too long for one.
  private static func headingText(_ cell: Cell, of row: Row) -> String {
    let isTooLong = cell.range.count > Heading.maximumLength * 2
    let text =
      isTooLong ? String(decoding: row.textBytes[cell.range].prefix(Heading.maximumLength * 2), as: UTF8.self) : row.text(cell)
    let plain = text.split(whereSeparator: \.isWhitespace).joined()
    return isTooLong ? plain + String(repeating: "…", count: Heading.maximumLength / 3) : plain
  }

  /// Returns whether a text above the row of the ids is a title or a note such as 填报日期：…, not a group of columns.
  private static func isTitle(
    _ text: String, at column: Int, of row: Row, _ cover: MergedCells?, idColumn: Int, width: Int
  ) -> Bool {
    // A colon at the end does not count, since a group may have one.
    if text.dropLast().contains(where: { ":：".contains($0) }) { return true }
    // For example 汇总表（2024年）.
    let isBracketed = text.last.map { ")）".contains($0) } ?? false
    let name = isBracketed ? text.lastIndex { "(（".contains($0) }.map { text[..<$0] } ?? text[...] : text[...]
    if ["附件", "附表"].contains(where: text.hasPrefix) || titles.contains(where: name.hasSuffix) || isDate(text) { return true }
    guard let cover else { return column == idColumn || column == 1 && row.cells.count <= 2 }
    return cover.columns.contains(idColumn) || cover.columns.count * 10 >= width * 8
  }

  private static let titles = ["汇总表", "申报表", "一览表", "统计表", "登记表"]

  /// Returns whether a text is only a date, such as 2024年3月.
  private static func isDate(_ text: String) -> Bool {
    text.contains("月") && text.allSatisfy { $0.isNumber || "年月日 ".contains($0) }
  }

  /// Returns the texts of a row without white space, by column.
  static func texts(_ row: Row) -> [Int: String] {
    var texts: [Int: String] = [:]
    for cell in row.cells where cell.kind != .covered {
      let text = row.text(cell).split(whereSeparator: \.isWhitespace).joined()
      if !text.isEmpty { texts[cell.column] = text }
    }
    return texts
  }

  /// Returns the unit in a note such as 金额单位：万元.
  private static func moneyUnit(_ row: Row, _ cell: Cell) -> Unit? {
    guard cell.range.count <= Heading.maximumLength, Bytes(row.textBytes[cell.range]).contains(unitLabel) else { return nil }
    let key = Heading.key(row.text(cell))
    guard let labelRange = key.firstRange(of: "单位:") else { return nil }
    let rest = key[labelRange.upperBound...].filter { $0 != ")" }
    return Unit.all.first { $0.measure == .money && rest == $0.name }
  }

  /// The beginning of the label of a unit, which spaces may follow: 单位, 单 位.
  private static let unitLabel = Bytes("单".utf8)

  /// Returns the merged ranges of a row by the columns that they cover.
  ///
  /// Of overlapping ranges, which no spreadsheet creates, the first one counts.
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
