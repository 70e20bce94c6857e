extension Unit {
  /// The unit of a bound that is a day of the calendar, whose value is a ``CalendarDate/dayNumber``.
  public static let day = Unit(name: "", measure: .date)
}

extension Bound {
  /// Creates a bound that is a day.
  ///
  /// Its text is Chinese, however the day was written, so that equal days are equal bounds.
  public init(_ date: CalendarDate) {
    value = Double(date.dayNumber)
    unit = .day
    text = date.chinese
  }

  /// The day, or nil if the bound is no day.
  public var date: CalendarDate? { unit.measure == .date ? CalendarDate(dayNumber: Int(value)) : nil }
}
