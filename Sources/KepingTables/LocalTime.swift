import KepingCore

/// A date and time of day, in Beijing time (UTC+8) unless an offset is given; Beijing time applies to all of China.
struct LocalTime {
  /// The date.
  private(set) var date = CalendarDate(dayNumber: 0)
  private var seconds = 0
  /// The digits of a fraction of a second, or an empty text.
  private var fraction = ""
  private var offset = "+08:00"
  /// Whether a time of day is given; without one it is midnight.
  private(set) var hasTimeOfDay = false

  /// Converts the serial number of a spreadsheet: days since the end of 1899, or since 1904.
  ///
  /// Dates before March 1900 are refused, because spreadsheets disagree about them.
  init?(serial: Double, countsFrom1904: Bool) {
    let serial = serial + (countsFrom1904 ? 1462 : 0)
    guard serial >= 61, serial < 2_958_466 else { return nil }
    // Rounded to the second, because the digits of many files are no more precise. A time in the last second of a day stays in it.
    let exact = serial * 86_400
    var total = Int(exact.rounded())
    if total % 86_400 == 0, Double(total) - exact > 0.001 { total -= 1 }
    seconds = total % 86_400
    hasTimeOfDay = serial != serial.rounded(.down)
    // Days since 1970-01-01. Spreadsheets count 1900-02-29, which did not exist.
    date = CalendarDate(dayNumber: total / 86_400 - 25_569)
  }

  /// Parses a time in half-width characters in one of the usual notations whose meaning is certain.
  ///
  /// The date is `2024-03-01`, `2024/3/1`, `2024.3.1`, `2024年3月1日` or `20240301`. The time of day is `09:00`, `9:00:30`,
  /// `9时30分`, `9点半` or `下午5:30`, and may be followed by an offset such as `+08:00`. `24:00` is the end of the day, which
  /// becomes its last second.
  init?(_ text: String) {
    guard var tokens = TimeTokens(text) else { return nil }
    if let all = tokens.takeDigits(14) ?? tokens.takeDigits(12) {
      // 202403010900 or 20240301090030.
      let numbers = all.count == 14 ? Self.pairs(all) : Self.pairs(all) + [0]
      guard set(year: numbers[0] * 100 + numbers[1], month: numbers[2], day: numbers[3]),
        set(hour: numbers[4], minute: numbers[5], second: numbers[6])
      else { return nil }
    } else {
      guard let date = tokens.takeDate(), set(year: date.year, month: date.month, day: date.day) else { return nil }
      if tokens.isAtEnd { return }
      guard let time = tokens.takeTimeOfDay(), set(hour: time.hour, minute: time.minute, second: time.second) else {
        return nil
      }
      if time.fraction.contains(where: { $0 != "0" }) {
        // Nothing comes after the end of the day.
        if time.hour == 24 { return nil }
        fraction = time.fraction
      }
      if let given = tokens.takeOffset() { offset = given }
    }
    if !tokens.isAtEnd { return nil }
  }

  /// Parses a date of eight digits such as `20240301`, or returns nil if there is no such day.
  static func isDate(digits: String) -> Bool {
    var time = Self()
    let numbers = pairs(digits)
    return numbers.count == 4 && time.set(year: numbers[0] * 100 + numbers[1], month: numbers[2], day: numbers[3])
  }

  private init() {}

  /// Returns the numbers that every two digits of a text of digits form.
  private static func pairs(_ digits: String) -> [Int] {
    let digits = digits.utf8.map { Int($0) - 0x30 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
  }

  /// Sets the date; returns false if it does not exist.
  private mutating func set(year: Int, month: Int, day: Int) -> Bool {
    guard year >= 1900, let date = CalendarDate(year: year, month: month, day: day) else { return false }
    self.date = date
    return true
  }

  /// Sets the time of day; returns false if it does not exist.
  private mutating func set(hour: Int, minute: Int, second: Int) -> Bool {
    hasTimeOfDay = true
    if hour == 24, minute == 0, second == 0 {
      seconds = 86_399
      return true
    }
    seconds = hour * 3600 + minute * 60 + second
    return hour < 24 && minute < 60 && second < 60
  }

  /// The time in the format of RFC 3339.
  var rfc3339: String {
    let time = "\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60)):\(Self.two(seconds % 60))"
    return "\(date.iso)T\(time)\(fraction.isEmpty ? "" : ".")\(fraction)\(offset)"
  }

  /// The time as a message shows it: `2024-03-01`, with hours and minutes if a time of day is given.
  var shown: String { hasTimeOfDay ? "\(date.iso) \(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60))" : date.iso }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
