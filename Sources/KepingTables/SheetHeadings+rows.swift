import KepingCore
import Workbooks

extension SheetHeadings {
  private static let totalLabels = ["合计", "总计", "小计", "共计"]

  /// Whether a row is a heading, and another one than this.
  func isDifferentHeading(_ row: Row) -> Bool {
    guard let idColumn, let id = row.cell(idColumn), row.textBytes[id.range].elementsEqual(idText) else { return false }
    return Self.texts(row) != idRowTexts
  }

  /// Whether a row has anything but white space, serial numbers, what merged cells cover, and a column left out.
  func hasContent(_ row: Row, besides leftOut: Int? = nil) -> Bool {
    row.cells.contains { cell in
      cell.column != leftOut && !serials.contains(cell.column) && !Self.isBlank(cell, of: row)
    }
  }

  /// What a row is that is none of the list's, but a remark on it; nil where it is one.
  func skipReason(of row: Row) -> Wording? {
    if let idColumn, let id = row.cell(idColumn), !Self.isBlank(id, of: row) {
      if row.textBytes[id.range].elementsEqual(idText) { return Wording("重复的表头，没有读取", "the heading again: not read") }
      if Self.isTotal(id, row) { return Wording("合计行，没有读取", "a row of totals: not read") }
      // Ids are numbers and letters, nearly all of them.
      guard row.textBytes[id.range].contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: ":") }) else { return nil }
      let filled = row.cells.filter { !Self.isBlank($0, of: row) }
      let isNote = filled.allSatisfy { $0.kind == .text && Self.isNote(row.text($0)) }
      return isNote ? Wording("说明文字，没有读取", "a note: not read") : nil
    }
    if let idColumn, row.cell(idColumn)?.kind == .covered { return nil }
    let cells = row.cells.filter { !Self.isBlank($0, of: row) }
    if cells.contains(where: { Self.isTotal($0, row) }) { return Wording("合计行，没有读取", "a row of totals: not read") }
    // 注：…, 填表人：… 审核人：…
    // What stands alone left of the ids is a note, too.
    let isLeft = cells.count == 1 && cells[0].column < idColumn ?? 0
    let isNote = isLeft || cells.allSatisfy { Self.isNote(row.text($0)) }
    return isNote && cells.allSatisfy { $0.kind == .text } ? Wording("说明文字，没有读取", "a note: not read") : nil
  }

  /// Whether a text speaks of the sheet, not of an application.
  private static func isNote(_ text: String) -> Bool {
    text.contains { ":：".contains($0) } || ["注", "备注", "说明", "填表"].contains(where: CellReader.trimmed(text).hasPrefix)
  }

  private static func isTotal(_ cell: Cell, _ row: Row) -> Bool {
    let text = row.textBytes[cell.range]
    // Short, and Chinese from its first character or behind a space.
    guard cell.kind == .text, text.count <= 40, text.first.map({ $0 >= 0x80 || $0 == 0x20 }) == true else { return false }
    let key = Heading.key(row.text(cell))
    return key.count <= 8 && totalLabels.contains(where: key.hasPrefix)
  }

  /// Whether a cell holds nothing of its own.
  static func isBlank(_ cell: Cell, of row: Row) -> Bool {
    cell.kind == .covered || cell.kind == .text && CellReader.trimmed(row.text(cell)).isEmpty
  }
}
