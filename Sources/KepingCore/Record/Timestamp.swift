/// A point in time, parsed from the notation of RFC 3339.
public struct Timestamp: Sendable, Comparable, Equatable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64
  /// Twice the nanoseconds within the second, plus 1 if a digit beyond the ninth is not 0.
  ///
  /// Two times that differ only beyond the ninth digit compare as equal if both have a digit there that is not 0.
  let fraction: Int64

  /// The order of times within one second: greater for a later one.
  public var subsecond: Int64 { fraction }

  /// Returns whether one time is before another.
  public static func < (left: Self, right: Self) -> Bool {
    (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }

  /// Parses a `date-time` of RFC 3339, section 5.6, or returns nil for any other text.
  ///
  /// A leap second is accepted where one can occur: 23:59:60 UTC on the last day of a month.
  public init?(rfc3339 text: some Collection<UInt8>) {
    self.init(rfc3339: Array(text)[...])
  }

  /// Parses a `date-time` without copying the text.
  public init?(rfc3339 text: ArraySlice<UInt8>) {
    var reader = TimeReader(bytes: text, index: text.startIndex)
    guard let year = reader.digits(4), reader.skip("-"), let month = reader.digits(2), reader.skip("-"),
      let day = reader.digits(2), reader.skip("T") || reader.skip("t"),
      let hour = reader.digits(2), reader.skip(":"), let minute = reader.digits(2), reader.skip(":"),
      let second = reader.digits(2)
    else { return nil }
    guard let date = CalendarDate(year: year, month: month, day: day), hour < 24, minute < 60, second <= 60 else { return nil }
    guard let fraction = reader.skip(".") ? reader.fraction() : 0 else { return nil }
    guard let offset = reader.offset(), reader.isAtEnd else { return nil }
    let whole = Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - offset
    if second == 60 {
      let first = CalendarDate(dayNumber: date.dayNumber - date.day + 1)
      guard [first, first.adding(months: 1)].contains(where: { Int64($0.dayNumber) * 86_400 == whole }) else { return nil }
    }
    self.seconds = whole
    self.fraction = fraction
  }

  /// The day number in Beijing (UTC+8) at the time; see ``CalendarDate/dayNumber``.
  public var beijingDay: Int {
    let local = seconds + 8 * 3600
    return Int((local >= 0 ? local : local - 86_399) / 86_400)
  }
}

/// Parses the parts of a time byte by byte.
private struct TimeReader {
  let bytes: ArraySlice<UInt8>
  var index: Int

  var isAtEnd: Bool { index == bytes.endIndex }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func digit() -> Int? {
    guard index < bytes.endIndex, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
    index += 1
    return Int(bytes[index - 1] - 0x30)
  }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let next = digit() else { return nil }
      value = value * 10 + next
    }
    return value
  }

  mutating func fraction() -> Int64? {
    guard var value = digit().map(Int64.init) else { return nil }
    var count = 1
    var rest = false
    while let next = digit() {
      if count < 9 { value = value * 10 + Int64(next) } else if next != 0 { rest = true }
      count += 1
    }
    while count < 9 {
      value *= 10
      count += 1
    }
    return value * 2 + (rest ? 1 : 0)
  }

  /// Returns the seconds by which local time is ahead of UTC.
  mutating func offset() -> Int64? {
    if skip("Z") || skip("z") { return 0 }
    let ahead = skip("+")
    guard ahead || skip("-"), let hours = digits(2), hours < 24, skip(":"), let minutes = digits(2), minutes < 60 else {
      return nil
    }
    return Int64(hours * 3600 + minutes * 60) * (ahead ? 1 : -1)
  }
}
