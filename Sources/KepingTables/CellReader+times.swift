import KepingCore
import Workbooks

extension CellReader {
  /// Reads a date with a time of day.
  func readTime(_ cell: Cell, _ text: String, into texts: inout Bytes) -> Reading {
    if cell.kind == .text, Timestamp(rfc3339: Array(text.utf8)) != nil { return texts.appendValue(text) }
    if let fault = typedNumberFault(cell, text) ?? hiddenPartsFault(cell, text, needing: .all) { return fault }
    if let time = time(cell, text) { return texts.appendValue(time.rfc3339) }
    switch cell.kind {
    case .date: return .fault("“\(text.prefix(30))”的日期超出范围")
    case .text: return .fault("“\(text.prefix(30))”应为时间，如2024-03-01 09:00")
    default: return .fault("“\(shown(cell, text))”应为时间，如2024-03-01 09:00；单元格应设为日期格式")
    }
  }

  /// Returns whether the cell of a time has a date without a time of day.
  func isDayOnly(_ cell: Cell, _ text: String) -> Bool { time(cell, Self.trimmed(text)).map { !$0.hasTimeOfDay } ?? false }

  /// Returns the time in a cell, or nil if it cannot be read.
  func time(_ cell: Cell, _ text: String) -> LocalTime? {
    switch cell.kind {
    case .date: CellNumber.double(text).flatMap { LocalTime(serial: $0, countsFrom1904: countsFrom1904) }
    // A number of digits such as 20240301 is no serial number, because these end before 3,000,000.
    case .text, .number: LocalTime(Self.halfWidth(text))
    default: nil
    }
  }

  // MARK: Years of birth

  /// Reads the year in which a person was born, which people often give with the month or the day.
  func readBirthYear(_ cell: Cell, _ text: String) -> Reading {
    let year: Int?
    switch cell.kind {
    case .date:
      if let fault = typedNumberFault(cell, text) ?? hiddenPartsFault(cell, text, needing: .year) { return fault }
      year = time(cell, text)?.date.year
    case .number: year = CellNumber(cell: text).flatMap { Self.birthYear($0.decimalText) }
    case .text: year = Self.birthYear(Self.halfWidth(text).filter { !$0.isWhitespace })
    default: year = nil
    }
    guard let year else { return .fault("“\(shown(cell, text))”应为出生年份，如1986，或出生年月，如1986年5月") }
    return .value(FieldValues.Value(number: Double(year), isCount: true))
  }

  /// Returns the year in a text such as `1986`, `1986年5月`, `1986-05-12`, `1986.5`, `198605` or `19860512`, or nil if the text
  /// is none of these or has no such month or day.
  static func birthYear(_ text: String) -> Int? {
    var text = text[...]
    if text.utf8.count > 30 { return nil }
    let year = text.prefix(4)
    guard year.utf8.count == 4, isDigits(year) else { return nil }
    text = text.dropFirst(4)
    if isDigits(text) {
      switch text.utf8.count {
      case 0: return Int(year)
      case 2: return LocalTime.isDate(digits: "\(year)\(text)01") ? Int(year) : nil
      case 4: return LocalTime.isDate(digits: "\(year)\(text)") ? Int(year) : nil
      default: return nil
      }
    }
    for suffix in ["出生", "生"] where text.hasSuffix(suffix) {
      text = text.dropLast(suffix.count)
      break
    }
    var parts: [Substring]
    if text.hasPrefix("年") {
      text = text.dropFirst()
      if text.isEmpty { return Int(year) }
      parts = text.split(separator: "月", omittingEmptySubsequences: false)
      guard parts.count == 2, let day = parts.popLast() else { return nil }
      if !day.isEmpty {
        guard day.hasSuffix("日") || day.hasSuffix("号") else { return nil }
        parts.append(day.dropLast())
      }
    } else {
      guard let separator = text.first, "-/.".contains(separator) else { return nil }
      parts = text.dropFirst().split(separator: separator, omittingEmptySubsequences: false)
    }
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) && isDigits($0) }) else { return nil }
    let digits = parts.map { $0.utf8.count == 1 ? "0\($0)" : String($0) }.joined()
    return LocalTime.isDate(digits: year + digits + (parts.count == 1 ? "01" : "")) ? Int(year) : nil
  }

  private static func isDigits(_ text: Substring) -> Bool { text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
