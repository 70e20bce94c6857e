import KepingCore

/// A date and time of day in Beijing time (UTC+8), which applies to all of China.
struct LocalTime {
  private var date = (year: 0, month: 0, day: 0)
  private var seconds = 0

  /// Converts the serial number of a spreadsheet: days since the end of 1899, or since 1904.
  ///
  /// Dates before March 1900 are refused, because spreadsheets disagree about them.
  init?(serial: Double, countsFrom1904: Bool) {
    let serial = serial + (countsFrom1904 ? 1462 : 0)
    guard serial >= 61, serial < 2_958_466 else { return nil }
    // Rounded to the second; the remainder is an error of the double.
    let total = Int((serial * 86_400).rounded())
    seconds = total % 86_400
    // Days since 1970-01-01. Spreadsheets count 1900-02-29, which did not exist.
    date = Self.date(days: total / 86_400 - 25_569)
  }

  /// Parses `2024-03-01 09:00`, `2024/3/1 9:00:30`, `2024年3月1日 9时30分` or `2024.3.1`; without a time of day it is
  /// midnight.
  init?(_ text: String) {
    var numbers: [Int] = []
    var shape = ""
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        numbers.append(number)
        digits = ""
      }
      if character != " " && character != "T" { shape.append(character) }
    }
    let times = ["": 0, ":": 2, "::": 3, "时分": 2, "时分秒": 3, "点分": 2, "时": 1, "点": 1]
    guard let form = ["--", "//", "..", "年月日"].first(where: shape.hasPrefix),
      let count = times[String(shape.dropFirst(form.count))], numbers.count == 3 + count
    else { return nil }
    let time = Array(numbers.dropFirst(3)) + [0, 0, 0]
    guard (1900...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...Timestamp.days(in: numbers[1], of: numbers[0])).contains(numbers[2]), time[0] < 24, time[1] < 60, time[2] < 60
    else { return nil }
    date = (numbers[0], numbers[1], numbers[2])
    seconds = time[0] * 3600 + time[1] * 60 + time[2]
  }

  /// The time in the format of RFC 3339 with the offset +08:00.
  var rfc3339: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(date.year)-\(two(date.month))-\(two(date.day))T\(time)+08:00"
  }

  /// Returns the Gregorian date of a number of days since 1970-01-01.
  private static func date(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let trueMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (trueMonth <= 2 ? 1 : 0), trueMonth, day)
  }
}
