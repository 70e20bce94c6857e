/// A day of the Gregorian calendar, which is also used for the time before its introduction.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// The year; from 0 to 9999 for every date that is read.
  public let year: Int
  /// The month from 1 to 12.
  public let month: Int
  /// The day of the month from 1 to 31.
  public let day: Int

  /// Creates a date, or returns nil if the year is not from 0 to 9999 or there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
    self.init(existing: year, month, day)
  }

  private init(existing year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates the date that is a number of days after 1970-01-01.
  public init(dayNumber: Int) {
    // The years of this calculation begin in March, so that a leap day is the last day of its year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      existing: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The number of days from 1970-01-01 to the date.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Returns the number of days in a month.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Returns whether one date is before another.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  // MARK: Periods

  /// Returns the date a number of months later: the day with the same number, or the last day of the month if it has none.
  ///
  /// This is article 202 of the Civil Code (民法典): a year from 29 February ends on 28 February.
  public func adding(months count: Int) -> CalendarDate {
    let months = year * 12 + (month - 1) + count
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    let month = months - year * 12 + 1
    return Self(existing: year, month, min(day, Self.days(in: month, of: year)))
  }

  /// Returns the number of whole months from the date to another one that is not before it.
  public func wholeMonths(to end: CalendarDate) -> Int {
    let months = (end.year - year) * 12 + end.month - month
    return adding(months: months) > end ? months - 1 : months
  }

  // MARK: Texts

  /// The date in the format of RFC 3339: `2018-03-01`.
  public var iso: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(Self.two(month))-\(Self.two(day))"
  }

  /// The date as Chinese texts write it: `2018年3月1日`.
  public var chinese: String { "\(year)年\(month)月\(day)日" }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
