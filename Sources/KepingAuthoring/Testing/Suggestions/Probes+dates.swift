import KepingCore

extension Probes {
  /// Returns edits that put a day on the other one, and a day before and after it.
  func probes(of check: CompareDatesCheck) -> [Edit] {
    let (other, day) = anchor(check.other)
    let days = [0, -1, 1].map { Edit(check.field.path, value(day + $0, of: check.field)).adding(other) }
    let removed = [check.field, check.other.field].compactMap { $0 }.map { Edit($0.path, .null) }
    return days + removed
  }

  /// Returns edits that make a span as long as its bound, and a day shorter and longer.
  func probes(of check: CompareSpanCheck) -> [Edit] {
    guard let months = check.bound.months, case .span(let span) = checks[check.quantity].source else { return [] }
    return ends(span, months: months) + removing(check.quantity)
  }

  /// Returns edits that give a span a number of whole years or months.
  func setting(_ span: DateSpan, to value: Double) -> [Edit] {
    guard let count = Int(exactly: value), abs(count) <= Bound.longestSpan else { return [] }
    return ends(span, months: count * span.unit.months)
  }

  private func ends(_ span: DateSpan, months: Int) -> [Edit] {
    if let start = span.start.field {
      let (other, day) = anchor(span.end)
      let first = CalendarDate(dayNumber: day).adding(months: -months).dayNumber
      return [first, first + 1, first - 1, day + 1].map { Edit(start.path, value($0, of: start)).adding(other) }
    }
    guard let end = span.end.field, let day = span.start.day?.date?.dayNumber else { return [] }
    let last = CalendarDate(dayNumber: day).adding(months: months).dayNumber
    return [last, last - 1, last + 1, day - 1].map { Edit(end.path, value($0, of: end)) }
  }

  /// Returns the day of a reference, and the edit that gives its field that day; the day that the application has stays.
  private func anchor(_ reference: DateReference) -> (edit: Edit, day: Int) {
    if let day = reference.day?.date { return (.none, day.dayNumber) }
    guard let field = reference.field else { return (.none, 0) }
    if case .text(let text)? = base.member(field.path) {
      let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
      // A time of another zone may be another day in Beijing, so only one of Beijing is kept.
      let isDay = text.count == 10 || text.hasSuffix("+08:00")
      if parts.count == 3, isDay, let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) {
        return (.none, day.dayNumber)
      }
    }
    let day = CalendarDate(dayNumber: 19_783)  // 2024-03-01
    return (Edit(field.path, value(day.dayNumber, of: field)), day.dayNumber)
  }

  /// Returns a day as a date or a time, as the field needs it.
  private func value(_ day: Int, of field: FieldReference) -> JSONValue {
    let text = CalendarDate(dayNumber: day).iso
    if case .time = field.field.type { return .text(text + "T10:00:00+08:00") }
    return .text(text)
  }
}
