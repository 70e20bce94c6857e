/// The numbers and signs of a time as people type it, taken one after the other.
struct TimeTokens {
  /// A run of digits, or another character.
  private enum Token: Equatable {
    case digits(String)
    case sign(Character)
  }

  private var tokens: ArraySlice<Token>

  /// The maximum number of characters of a time.
  private static let maximumLength = 60

  /// Splits a text in half-width characters, leaving out spaces; returns nil if it is too long for a time.
  init?(_ text: String) {
    guard text.utf8.count <= Self.maximumLength else { return nil }
    var found: [Token] = []
    var isAfterDigit = false
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if isDigit, isAfterDigit, case .digits(let run)? = found.last {
        found[found.count - 1] = .digits(run + String(character))
      } else if isDigit {
        found.append(.digits(String(character)))
      } else if character != " " {
        found.append(.sign(character))
      }
      isAfterDigit = isDigit
    }
    tokens = found[...]
  }

  /// Whether all tokens have been taken.
  var isAtEnd: Bool { tokens.isEmpty }

  /// Takes a run of exactly this number of digits.
  mutating func takeDigits(_ count: Int) -> String? {
    guard case .digits(let run)? = tokens.first, run.utf8.count == count else { return nil }
    tokens.removeFirst()
    return run
  }

  /// Takes a number of one or two digits.
  private mutating func takeNumber() -> Int? { (takeDigits(2) ?? takeDigits(1)).flatMap { Int($0) } }

  /// Takes a word if it comes next.
  private mutating func take(_ word: String) -> Bool {
    guard tokens.starts(with: word.map { Token.sign($0) }) else { return false }
    tokens = tokens.dropFirst(word.count)
    return true
  }

  /// Takes a date in one of the usual notations.
  mutating func takeDate() -> (year: Int, month: Int, day: Int)? {
    if let digits = takeDigits(8), let number = Int(digits) { return (number / 10_000, number / 100 % 100, number % 100) }
    guard let year = takeDigits(4).flatMap({ Int($0) }) else { return nil }
    for separator in ["-", "/", "."] where take(separator) {
      guard let month = takeNumber(), take(separator), let day = takeNumber() else { return nil }
      return (year, month, day)
    }
    guard take("年"), let month = takeNumber(), take("月"), let day = takeNumber(), take("日") || take("号") else { return nil }
    return (year, month, day)
  }

  /// Takes a time of day in one of the usual notations.
  mutating func takeTimeOfDay() -> (hour: Int, minute: Int, second: Int, fraction: String)? {
    _ = take("T")
    let period = Period.allCases.first { take($0.rawValue) }
    guard var hour = takeNumber() else { return nil }
    var minute = 0
    var second = 0
    var fraction = ""
    if take(":") {
      guard let given = takeNumber() else { return nil }
      minute = given
      if take(":") {
        guard let given = takeNumber() else { return nil }
        second = given
        if take(".") {
          guard case .digits(let digits)? = tokens.popFirst() else { return nil }
          fraction = digits
        }
      }
    } else if take("时") || take("点") {
      if take("半") {
        minute = 30
      } else if !take("整"), let given = takeNumber() {
        minute = given
        if take("分"), let given = takeNumber() {
          guard take("秒") else { return nil }
          second = given
        }
      }
    } else {
      return nil
    }
    if let period {
      guard let whole = period.hour(hour) else { return nil }
      hour = whole
    } else if take("AM") || take("am") {
      guard let whole = Period.morning.hour(hour) else { return nil }
      hour = whole
    } else if take("PM") || take("pm") {
      guard let whole = Period.afternoon.hour(hour) else { return nil }
      hour = whole
    }
    return (hour, minute, second, fraction)
  }

  /// Takes an offset from UTC, `Z` or such as `+08:00`, and returns it in the notation of RFC 3339.
  ///
  /// An offset with a minus sign is not taken, because it looks like the end of a period.
  mutating func takeOffset() -> String? {
    if take("Z") { return "Z" }
    var rest = self
    guard rest.take("+"), let hours = rest.takeDigits(2), rest.take(":"), let minutes = rest.takeDigits(2), hours < "24",
      minutes < "60"
    else { return nil }
    self = rest
    return "+\(hours):\(minutes)"
  }

  /// A part of the day before an hour of the 12-hour or 24-hour clock.
  private enum Period: String, CaseIterable {
    case morning = "上午"
    case afternoon = "下午"
    case evening = "晚上"
    case noon = "中午"
    case night = "凌晨"

    /// Returns the hour of the 24-hour clock, or nil if the hour may have two meanings or does not belong to the part.
    ///
    /// 上午12点 and 晚上12点 are such hours.
    func hour(_ hour: Int) -> Int? {
      switch (self, hour) {
      case (.morning, 0...11), (.night, 0...5), (.noon, 11...13), (.afternoon, 12...23), (.evening, 18...24): hour
      case (.afternoon, 1...11), (.evening, 6...11), (.noon, 1): hour + 12
      default: nil
      }
    }
  }
}
