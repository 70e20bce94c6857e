import KepingCore
import Workbooks

extension SheetHeadings {
  private static let totalLabels = ["合计", "总计", "小计", "共计"]

  /// Returns whether a row is a heading that differs from this one.
  func isDifferentHeading(_ row: Row) -> Bool {
    guard let idColumn, let id = row.cell(idColumn), row.textBytes[id.range].elementsEqual(idText) else { return false }
    return Self.texts(row) != idRowTexts
  }

  /// Returns whether a row has content other than white space, serial numbers, covered cells, and one column that is
  /// left out.
  func hasContent(_ row: Row, besides leftOut: Int? = nil) -> Bool {
    row.cells.contains { cell in
      cell.column != leftOut && !serials.contains(cell.column) && !Self.isBlank(cell, of: row)
    }
  }

  /// Returns why a row holds no application or list element, or nil if it holds one.
  func skipReason(of row: Row) -> Wording? {
    if idColumn != nil, let reason = InstructionRow.reason(row, below: self) { return reason }
    return noteReason(of: row)
  }

  /// Returns why a row is a heading, a row of totals or a note, or nil if it is none of them.
  func noteReason(of row: Row) -> Wording? {
    if let idColumn, let id = row.cell(idColumn), !Self.isBlank(id, of: row) {
      if row.textBytes[id.range].elementsEqual(idText) { return Wording("重复的表头，没有读取", "repeated heading, not read") }
      if Self.isTotal(id, row) { return Wording("合计行，没有读取", "row of totals, not read") }
      // Nearly all ids consist of ASCII letters and digits.
      guard row.textBytes[id.range].contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: ":") }) else { return nil }
      let filled = row.cells.filter { !Self.isBlank($0, of: row) }
      let isNote = filled.allSatisfy { $0.kind == .text && Self.isNote(row.text($0)) }
      return isNote ? Wording("说明文字，没有读取", "note, not read") : nil
    }
    if let idColumn, row.cell(idColumn)?.kind == .covered { return nil }
    let cells = row.cells.filter { !Self.isBlank($0, of: row) }
    if cells.contains(where: { Self.isTotal($0, row) }) { return Wording("合计行，没有读取", "row of totals, not read") }
    // For example 注：… or 填表人：… 审核人：…; a single text left of the ids is a note, too.
    let isLeft = cells.count == 1 && cells[0].column < idColumn ?? 0
    let isNote = isLeft || cells.allSatisfy { Self.isNote(row.text($0)) }
    return isNote && cells.allSatisfy { $0.kind == .text } ? Wording("说明文字，没有读取", "note, not read") : nil
  }

  /// Returns whether a text is a note about the sheet.
  private static func isNote(_ text: String) -> Bool {
    text.contains { ":：".contains($0) } || ["注", "备注", "说明", "填表"].contains(where: CellReader.trimmed(text).hasPrefix)
  }

  /// Returns whether a cell is the label of a row of totals.
  private static func isTotal(_ cell: Cell, _ row: Row) -> Bool {
    let text = row.textBytes[cell.range]
    // A label of totals is short, and Chinese after an optional space.
    guard cell.kind == .text, text.count <= 40, text.first.map({ $0 >= 0x80 || $0 == 0x20 }) == true else { return false }
    let key = Heading.key(row.text(cell))
    return key.count <= 8 && totalLabels.contains(where: key.hasPrefix)
  }

  /// Returns whether a cell has no content of its own.
  static func isBlank(_ cell: Cell, of row: Row) -> Bool {
    cell.kind == .covered || cell.kind == .text && CellReader.trimmed(row.text(cell)).isEmpty
  }

  /// Returns whether a row has no content.
  static func isBlank(_ row: Row) -> Bool { row.cells.allSatisfy { isBlank($0, of: row) } }
}
