import KepingCore
import Workbooks

extension CellReader {
  /// Reads a date; a time of day beside it is left out.
  func readDate(_ cell: Cell, _ text: String, into texts: inout Bytes) -> Reading {
    if let fault = typedNumberFault(cell, text) ?? hiddenPartsFault(cell, text, needing: .all) { return fault }
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

  /// Returns the fault of a number that was typed into a cell with the format of a date and was taken as a number of days, or nil.
  ///
  /// It is a year such as 2018, a month such as 201803, or less; the days of these numbers are before 1910 or after 2400.
  func typedNumberFault(_ cell: Cell, _ text: String) -> Reading? {
    guard cell.kind == .date, let serial = CellNumber.double(text), serial == serial.rounded(.down), let time = time(cell, text),
      serial < 2200 && time.date.year < 1910 || (190_001...219_912).contains(serial)
    else { return nil }
    let number = Int(serial)
    let typed = number < 1900 ? "数\(number)" : number < 2200 ? "\(number)年" : "\(number / 100)年\(number % 100)月"
    return .fault("“\(shown(cell, text))”像是填在日期格式的单元格里的\(typed)，请把单元格改为常规格式后重新填写")
  }

  /// Returns the fault of a date of which the cell does not show the whole, or nil.
  ///
  /// A spreadsheet makes the first day of a month of 2023年1月, and a day of the current year of 3月31日, which nobody wrote.
  func hiddenPartsFault(_ cell: Cell, _ text: String, needing parts: DateParts) -> Reading? {
    guard cell.kind == .date, case .date(let shownParts) = cell.format, !shownParts.isSuperset(of: parts) else { return nil }
    let named: [(DateParts, String)] = [(.year, "年"), (.month, "月"), (.day, "日")]
    let hidden = named.filter { parts.contains($0.0) && !shownParts.contains($0.0) }.map(\.1).joined(separator: "、")
    return .fault("“\(shown(cell, text))”的单元格没有显示\(hidden)，不知填的是不是这一天，请写到日，如2018年3月1日")
  }
}
