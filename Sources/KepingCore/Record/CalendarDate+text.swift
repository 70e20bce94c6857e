extension CalendarDate {
  /// Parses a `full-date` of RFC 3339, section 5.6, or returns nil for any other text.
  public init?(rfc3339 text: some Sequence<UInt8>) {
    var digits: Bytes = []
    for (index, byte) in text.enumerated() {
      guard index < 10 else { return nil }
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        digits.append(byte)
      }
    }
    guard digits.count == 8, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    self.init(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }

  /// Parses a date as authors and clerks write it: `1973年1月1日` or `1973-01-01`.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-date`.
  public init(written text: String) throws(Diagnostic) {
    if let date = CalendarDate(rfc3339: text.utf8) {
      self = date
      return
    }
    guard let parts = Self.parts(of: text) else {
      let isDay = text.utf8.count == 10 && text.utf8.filter { $0 == UInt8(ascii: "-") }.count == 2
      throw Diagnostic(code: "invalid-date", isDay ? Self.noSuchDay(text) : Self.notADate(text))
    }
    guard parts.count == 3 else {
      throw Diagnostic(
        code: "invalid-date",
        Wording(
          "日期“\(text)”应写到日，如“\(parts[0])年\(parts.count > 1 ? parts[1] : 1)月1日”",
          "the date '\(text)' must be a whole day, such as '\(parts[0])年\(parts.count > 1 ? parts[1] : 1)月1日'"))
    }
    guard let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
      throw Diagnostic(code: "invalid-date", Self.noSuchDay(text))
    }
    self = date
  }

  /// The notations in which a guideline may write the date: `1973年1月1日`, `1973-01-01`, `1973.1.1`.
  public var notations: [String] {
    let (month, day) = (Self.two(month), Self.two(day))
    let separated = ["-", ".", "/"].flatMap {
      [[String(year), month, day].joined(separator: $0), "\(year)\($0)\(self.month)\($0)\(self.day)"]
    }
    return [chinese, "\(year)年\(month)月\(day)日"] + separated
  }

  private static func notADate(_ text: String) -> Wording {
    Wording("“\(text)”应为日期，写作“1973年1月1日”", "'\(text)' must be a date, written as '1973年1月1日'")
  }

  private static func noSuchDay(_ text: String) -> Wording {
    Wording("没有“\(text)”这一天", "there is no day '\(text)'")
  }

  /// Returns whether a text begins as only a date does: with four digits and 年 or a hyphen, followed by a digit.
  public static func isLike(_ text: String) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return digits.utf8.count == 4 && (rest.first == "年" || rest.first == "-") && rest.dropFirst().first?.isNumber == true
  }

  /// Returns the numbers of `1973年1月1日`, `1973年1月`, `1973年` or `1973-01`, or nil for another text.
  private static func parts(of text: String) -> [Int]? {
    var rest = text[...]
    var numbers: [Int] = []
    func takeNumber(_ counts: ClosedRange<Int>) -> Bool {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard counts.contains(digits.utf8.count), let number = Int(digits) else { return false }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      return true
    }
    guard takeNumber(4...4) else { return nil }
    if rest.first == "-" {
      rest.removeFirst()
      return takeNumber(2...2) && rest.isEmpty ? numbers : nil
    }
    for (mark, following) in [("年", true), ("月", true), ("日", false)] {
      guard rest.first == Character(mark) else { return nil }
      rest.removeFirst()
      if rest.isEmpty { return numbers }
      guard following, takeNumber(1...2) else { return nil }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Returns the day number of the `full-date` of RFC 3339 in a range, or nil for any other text.
  @inline(__always)
  func dayNumber(from start: Int, to end: Int) -> Int? {
    guard end &- start == 10, self[start &+ 4] == UInt8(ascii: "-"), self[start &+ 7] == UInt8(ascii: "-") else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
      var number = 0
      for index in offset..<offset &+ count {
        let digit = self[start &+ index] &- 0x30
        if digit > 9 { return nil }
        number = number &* 10 &+ Int(digit)
      }
      return number
    }
    guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2) else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.dayNumber
  }
}
