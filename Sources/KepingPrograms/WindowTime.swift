import KepingCore

/// A time of a submission window: a day, a minute or an instant.
///
/// A time without a zone is in Beijing time. 24:00 is the instant at which the next day begins.
struct WindowTime {
  /// The first instant that the text includes.
  let first: Timestamp
  /// The last instant that the text includes.
  let last: Timestamp

  /// Parses a text such as `2024-03-31`, `2024-03-31 17:30`, `2024-03-31T24:00` or `2024-03-31T17:30:00+08:00`.
  ///
  /// Returns nil for any other text.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let date = bytes.prefix(10)
    if bytes.count == 10 {
      self.init(date, from: "00:00:00", to: "23:59:59" + Self.lastFraction, zone: Self.beijing)
      return
    }
    guard bytes.count > 10, [" ", "T", "t"].contains(Character(Unicode.Scalar(bytes[10]))) else { return nil }
    let rest = bytes.dropFirst(11)
    let zoneStart = rest.firstIndex { "Zz+-".utf8.contains($0) }
    let clock = String(decoding: rest[..<(zoneStart ?? rest.endIndex)], as: UTF8.self)
    let zone = zoneStart.map { String(decoding: rest[$0...], as: UTF8.self) } ?? Self.beijing
    if clock == "24:00" || clock == "24:00:00" {
      guard let next = Self.dayAfter(date) else { return nil }
      self.init(next, from: "00:00:00", to: "00:00:00", zone: zone)
      return
    }
    switch clock.utf8.count {
    case 5: self.init(date, from: clock + ":00", to: clock + ":59" + Self.lastFraction, zone: zone)
    case 8 where zoneStart == nil: self.init(date, from: clock, to: clock + Self.lastFraction, zone: zone)
    default: self.init(date, from: clock, to: clock, zone: zone)
    }
  }

  private init?(_ date: some Sequence<UInt8>, from start: String, to end: String, zone: String) {
    func time(_ clock: String) -> Timestamp? { Timestamp(rfc3339: Array(date) + "T\(clock)\(zone)".utf8) }
    guard let first = time(start), let last = time(end) else { return nil }
    self.first = first
    self.last = last
  }

  private static let beijing = "+08:00"
  /// A fraction with a digit beyond the ninth, which is the last instant of a second for ``Timestamp``.
  private static let lastFraction = ".9999999999"

  /// Returns the date after another, or nil if that is no date.
  private static func dayAfter(_ date: ArraySlice<UInt8>) -> Bytes? {
    guard let day = CalendarDate(rfc3339: date)?.dayNumber else { return nil }
    return Bytes(CalendarDate(dayNumber: day + 1).iso.utf8)
  }
}

extension WindowTime {
  /// The names of a window's times in the configuration.
  static let names = ["opens", "closes", "correctionCloses"]
}
