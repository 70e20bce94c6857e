/// A day that is compared, in the form in which it is evaluated: that of a field, or a fixed one.
struct CompiledDay: Sendable {
  /// The slot of the field; -1 for a fixed day.
  var slot: Int32 = -1
  /// The number of a fixed day.
  var day: Int32 = 0
  /// The label of the field; empty for a fixed day.
  var label = Piece()
  /// The message if the field is absent.
  var missing = Piece()
  /// The JSON of the evidence before its value; if the program is compiled for values, the field.
  var opening = Piece()

  /// Whether the day is that of a field.
  var isField: Bool { slot >= 0 }
}

/// A comparison of two days, in the form in which it is evaluated.
struct CompiledDates: Sendable {
  var left: CompiledDay
  var right: CompiledDay
  /// The text of the message before the left day: 注册于.
  var head = Piece()
  /// The text after the left day if the check is met; it includes a fixed right day.
  var met = Piece()
  /// The text after the left day if the check is unmet; it includes a fixed right day.
  var unmet = Piece()
  /// The JSON of the evidence after the left day; if the program is compiled for values, the requirement.
  ///
  /// It is without a requirement if the right day is that of a field.
  var closing = Piece()
}

/// A span of time, in the form in which it is evaluated.
struct CompiledSpan: Sendable {
  var start: CompiledDay
  var end: CompiledDay
  /// The unit whose whole number is the value.
  var unit: SpanUnit
  /// The text of a message before 满.
  var subject = Piece()
  /// The text of a message between a start and an earlier end: 晚于 with the label of the end.
  var isAfter = Piece()
}

extension ProgramCompiler {
  /// Returns the compiled form of a comparison of days.
  mutating func compare(_ check: CompareDatesCheck) -> CompiledCheck {
    let left = DateReference.field(check.field)
    var tail = check.other.label
    if case .day(let bound) = check.other, let written = check.written { tail += bound.adjustment(from: written) }
    let short = left.shortLabel
    var compiled = CompiledDates(left: day(left), right: day(check.other))
    compiled.head = text(short == check.field.label ? short + "为" : short + "于")
    compiled.met = text("，" + check.comparison.datePhrase(true) + tail)
    compiled.unmet = text("，" + check.comparison.datePhrase(false) + tail)
    compiled.closing = closing(check.other.day.map { _ in .text("\(check.comparison.rawValue) \(check.other.path)") })
    dates.append(compiled)
    return CompiledCheck(kind: .compareDates, comparison: check.comparison, subject: Int32(dates.count - 1))
  }

  /// Returns the compiled form of a comparison of a span with its bound.
  mutating func compare(_ check: CompareSpanCheck) -> CompiledCheck {
    let bound = check.bound
    func tail(_ isMet: Bool) -> String {
      "，" + check.comparison.spanPhrase(isMet) + bound.text + bound.adjustment(from: check.written)
    }
    var required = "\(check.comparison.rawValue) \(bound.text)"
    var unit = bound.spanUnit == .years ? bound.unit.name : "年"
    if case .span(let span) = program.checks[check.quantity].source {
      for day in span.fixedDays.compactMap(\.date) { required += " (\(day.iso))" }
      if span.isAge, bound.spanUnit != .years { unit = "周岁" }
    }
    // The span is shown in years and months, or only in months if the bound is in months.
    return CompiledCheck(
      kind: .compareSpan, comparison: check.comparison, subject: Int32(check.quantity.index),
      other: bound.spanUnit == .years ? 12 : Int32.max, bound: Double(bound.months ?? 0), met: text(tail(true)),
      unmet: text(tail(false)), closing: closing(.text(required)), extra: text(unit))
  }

  /// Stores the compiled form of a span.
  mutating func compile(_ span: DateSpan) {
    var compiled = CompiledSpan(start: day(span.start), end: day(span.end), unit: span.unit)
    compiled.subject = text(span.subject + "满")
    compiled.isAfter = text("晚于" + (span.end.field?.label ?? ""))
    spans.append(compiled)
  }

  private mutating func day(_ date: DateReference) -> CompiledDay {
    switch date {
    case .day(let bound): CompiledDay(day: Int32(bound.value))
    case .field(let field):
      CompiledDay(
        slot: Int32(field.slot), label: text(field.label), missing: missing(field.label), opening: opening(field.path))
    }
  }
}
