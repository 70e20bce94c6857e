import Testing

@testable import KepingCore

/// A calendar that counts the days of two centuries one after the other.
///
/// It is the second opinion on ``CalendarDate``, so that it knows nothing of eras and shifted years.
struct CountedCalendar {
  typealias Day = (year: Int, month: Int, day: Int)

  /// The days from 1900-01-01 to 2100-12-31.
  private(set) var days: [Day] = []
  /// The index of the first day of each month, by the number of months since January 1900.
  private(set) var firstDays: [Int] = []

  init() {
    for year in 1900...2100 {
      let isLeap = (year.isMultiple(of: 4) && year != 1900 && year != 2100)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        firstDays.append(days.count)
        for day in 1...length { days.append((year, month + 1, day)) }
      }
    }
    firstDays.append(days.count)
  }

  /// Returns the index of the day with the same number in a later month, or of the last one of that month; nil after 2100.
  func index(_ start: Int, plusMonths count: Int) -> Int? {
    let day = days[start]
    let month = (day.year - 1900) * 12 + day.month - 1 + count
    guard month + 1 < firstDays.count else { return nil }
    let (first, next) = (firstDays[month], firstDays[month + 1])
    return min(first + day.day - 1, next - 1)
  }
}

@Suite("The calendar")
struct CalendarTests {
  static let counted = CountedCalendar()
  /// The number of 1900-01-01.
  static let first = -25_567

  @Test("Every day from 1900 to 2100 has its number, and the number has its day")
  func numbers() throws {
    var wrong = 0
    for (index, day) in Self.counted.days.enumerated() {
      let date = CalendarDate(dayNumber: Self.first + index)
      if date.year != day.year || date.month != day.month || date.day != day.day { wrong += 1 }
      if CalendarDate(year: day.year, month: day.month, day: day.day)?.dayNumber != Self.first + index { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }

  @Test(
    "A number of months after every day from 1900 to 2100 is the day that counting gives, and one day less is one month less",
    arguments: [1, 2, 11, 12, 18, 24, 60, 480])
  func months(_ count: Int) throws {
    let counted = Self.counted
    var wrong = 0
    for start in counted.days.indices {
      guard let end = counted.index(start, plusMonths: count) else { break }
      let (from, to) = (CalendarDate(dayNumber: Self.first + start), CalendarDate(dayNumber: Self.first + end))
      if from.adding(months: count) != to || from.wholeMonths(to: to) != count { wrong += 1 }
      if from.wholeMonths(to: CalendarDate(dayNumber: to.dayNumber - 1)) != count - 1 { wrong += 1 }
      let next = counted.index(start, plusMonths: count + 1)
      let after = CalendarDate(dayNumber: to.dayNumber + 1).dayNumber - Self.first
      if from.wholeMonths(to: CalendarDate(dayNumber: to.dayNumber + 1)) != (after == next ? count + 1 : count) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  static func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(rfc3339: text.utf8)) }

  @Test(
    "A year from a leap day ends on 28 February, and a month from the 31st on the last day of the next month",
    arguments: [
      ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-01-31", 1, "2024-02-29"), ("2023-08-31", 1, "2023-09-30"), ("2023-12-31", 2, "2024-02-29"),
      ("1899-12-31", 12, "1900-12-31"), ("2023-12-15", 1, "2024-01-15"), ("0000-01-01", 12, "0001-01-01"),
    ])
  func clamped(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try Self.date(start).adding(months: months).iso == end)
  }

  @Test(
    "A date of RFC 3339 is a day that exists, in years of four digits",
    arguments: [
      ("2024-03-01", true), ("0000-01-01", true), ("9999-12-31", true), ("2024-02-29", true), ("2000-02-29", true),
      ("2023-02-29", false), ("1900-02-29", false), ("2024-13-01", false), ("2024-00-01", false), ("2024-04-31", false),
      ("2024-01-00", false), ("2024-1-1", false), ("2024/01/01", false), ("20240101", false), ("2024-01-01T", false),
      ("2024-01-01T00:00:00Z", false), ("", false), ("２０２４-01-01", false), ("-024-01-01", false), ("+2024-01-01", false),
      ("2024-01-1a", false), ("24-01-01", false), ("12024-01-01", false),
    ])
  func rfc3339(_ text: String, _ isDate: Bool) {
    let bytes = Bytes(text.utf8)
    #expect((CalendarDate(rfc3339: bytes) != nil) == isDate)
    #expect(CalendarDate(rfc3339: bytes)?.iso == (isDate ? text : nil))
    // The scanner has a reader of its own.
    #expect(bytes.span.dayNumber(from: 0, to: bytes.count) == CalendarDate(rfc3339: bytes)?.dayNumber)
  }

  @Test(
    "An author writes a date in either of two ways",
    arguments: ["1973年1月1日", "1973年01月01日", "1973-01-01"])
  func written(_ text: String) throws {
    let date = try CalendarDate(written: text)
    #expect(date.iso == "1973-01-01" && date.chinese == "1973年1月1日")
  }

  @Test(
    "Any other text is refused, and the message says what to write",
    arguments: [
      ("1973年1月", "如“1973年1月1日”"), ("1973年", "如“1973年1月1日”"), ("1973-05", "如“1973年5月1日”"), ("1973年2月29日", "没有“1973年2月29日”"),
      ("1973-02-29", "没有“1973-02-29”"), ("1973年13月1日", "没有"), ("1973", "写作“1973年1月1日”"), ("1973/1/1", "写作"), ("73年1月1日", "写作"),
      ("1973年1月1日起", "写作"), ("", "写作"), ("1973年1月1号", "写作"), ("1973-1-1", "写作"),
    ])
  func refused(_ text: String, _ message: String) {
    let fault = #expect(throws: Diagnostic.self) { try CalendarDate(written: text) }
    #expect(fault?.code == "invalid-date")
    #expect(fault?.wording.chinese.contains(message) == true)
  }

  @Test(
    "The day in Beijing begins at 16:00 UTC",
    arguments: [
      ("2024-03-01T15:59:59Z", "2024-03-01"), ("2024-03-01T16:00:00Z", "2024-03-02"), ("2024-03-02T00:00:00+08:00", "2024-03-02"),
      ("2024-03-01T23:59:59.9+08:00", "2024-03-01"), ("1969-12-31T15:59:59Z", "1969-12-31"),
      ("1969-12-31T16:00:00Z", "1970-01-01"),
      ("2016-12-31T23:59:60Z", "2017-01-01"), ("2024-02-29T12:00:00-12:00", "2024-03-01"),
    ])
  func beijing(_ time: String, _ day: String) throws {
    let number = try #require(Timestamp(rfc3339: time.utf8)).beijingDay
    #expect(CalendarDate(dayNumber: number).iso == day)
  }
}
