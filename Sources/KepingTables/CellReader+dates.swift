import KepingCore
import Workbooks

extension CellReader {
  /// Reads a date; a time of day beside it is left out.
  func readDate(_ cell: Cell, _ text: String, into texts: inout Bytes) -> Reading {
    if let fault = yearAsDateFault(cell, text) { return fault }
    if let date = date(cell, text) { return texts.appendValue(date.iso) }
    let plain = Self.halfWidth(text)
    let shown = shown(cell, text)
    if cell.kind == .date { return .fault("“\(text.prefix(30))”的日期超出范围") }
    guard cell.kind == .text || cell.kind == .number else { return .fault("“\(shown)”应为日期，如2018年3月1日") }
    var tokens = TimeTokens(plain)
    if let date = tokens?.takeDate(), CalendarDate(year: date.year, month: date.month, day: date.day) == nil {
      return .fault("“\(shown)”没有这一天，请核对")
    }
    if Self.birthYear(plain.filter { !$0.isWhitespace }) != nil { return .fault("“\(shown)”不完整，请写到日，如2018年3月1日") }
    return .fault("“\(shown)”应为日期，如2018年3月1日" + (cell.kind == .number ? "；单元格应设为日期格式" : ""))
  }

  /// Returns the date in a cell, or nil if it cannot be read.
  private func date(_ cell: Cell, _ text: String) -> CalendarDate? {
    if cell.kind == .text, let date = CalendarDate(rfc3339: text.utf8) { return date }
    return time(cell, text)?.date
  }

  /// Returns the fault of a year that was typed into a cell with the format of a date and was taken as a number of days, or nil.
  func yearAsDateFault(_ cell: Cell, _ text: String) -> Reading? {
    guard cell.kind == .date, let serial = CellNumber.double(text), (1900...2199).contains(serial),
      let date = time(cell, text)?.date, date.year < 1910
    else { return nil }
    return .fault("“\(shown(cell, text))”像是填在日期格式的单元格里的\(text.prefix(4))年，请把单元格改为常规格式后重新填写")
  }
}
