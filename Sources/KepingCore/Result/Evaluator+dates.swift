extension Evaluator {
  /// Returns the number of a day, or nil if its field is absent.
  private mutating func dayNumber(_ day: CompiledDay) -> Int? {
    guard day.isField else { return Int(day.day) }
    let slot = record.slots[Int(day.slot)]
    return slot.isPresent ? Int(slot.number) : nil
  }

  /// Returns the answer of a comparison of two days.
  mutating func truth(of dates: CompiledDates, _ comparison: Comparison) -> Truth {
    guard let left = dayNumber(dates.left), let right = dayNumber(dates.right) else { return .unknown }
    return Truth(comparison.holds(Double(left), Double(right)))
  }

  /// Returns the answer of a comparison of a span with its bound.
  mutating func truth(ofSpan check: CompiledCheck, _ program: CompiledProgram) -> Truth {
    guard let (start, end) = ends(of: program.spans[Int(program.quantities[Int(check.subject)].slot)]) else { return .unknown }
    return Truth(check.comparison.holds(Double(end.dayNumber), Double(start.adding(months: Int(check.bound)).dayNumber)))
  }

  /// Returns the number of whole years or months of a span, or nil if it is unknown.
  mutating func value(of span: CompiledSpan) -> Double? {
    guard let (start, end) = ends(of: span) else { return nil }
    return Double(start.wholeMonths(to: end) / span.unit.months)
  }

  /// Returns the ends of a span, or nil if one is absent or the last day is before the first.
  private mutating func ends(of span: CompiledSpan) -> (start: CalendarDate, end: CalendarDate)? {
    guard let start = dayNumber(span.start), let end = dayNumber(span.end), start <= end else { return nil }
    return (CalendarDate(dayNumber: start), CalendarDate(dayNumber: end))
  }

  // MARK: Findings

  /// Writes the message and the evidence of a comparison of two days.
  mutating func explainDates<Sink: FindingSink>(_ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink) {
    let dates = program.dates[Int(check.subject)]
    let right = dayNumber(dates.right)
    if let left = dayNumber(dates.left), let right {
      sink.appendMessage(dates.head, program)
      sink.appendMessage(CalendarDate(dayNumber: left).chinese)
      sink.appendMessage(check.comparison.holds(Double(left), Double(right)) ? dates.met : dates.unmet, program)
      if dates.right.isField { sink.appendMessage(CalendarDate(dayNumber: right).chinese) }
    } else {
      appendMissing([dates.left, dates.right], program, into: &sink)
    }
    let slot = record.slots[Int(dates.left.slot)]
    if dates.right.isField, slot.isPresent, let right {
      let required = "\(check.comparison.rawValue) \(CalendarDate(dayNumber: right).iso)"
      sink.addEvidence(dates.left.opening, slot, of: record, required: required, program)
    } else {
      addEvidence(dates.left, dates.closing, program, into: &sink)
    }
    if dates.right.isField { addEvidence(dates.right, program.messages.brace, program, into: &sink) }
  }

  /// Writes the message and the evidence of a comparison of a span with its bound.
  mutating func explainSpan<Sink: FindingSink>(_ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink) {
    let span = program.spans[Int(program.quantities[Int(check.subject)].slot)]
    guard let (start, end) = ends(of: span) else {
      return explainUnknownSpan(span, check.closing, program, into: &sink)
    }
    let bound = Int(check.bound)
    let whole = start.wholeMonths(to: end)
    let rest = end.dayNumber - start.adding(months: whole).dayNumber
    let (years, months) = whole.quotientAndRemainder(dividingBy: Int(check.other))
    sink.appendMessage(span.subject, program)
    if years > 0 {
      sink.appendMessage("\(years)")
      sink.appendMessage(check.extra, program)
    }
    if months > 0 { sink.appendMessage("\(months)个月") }
    // Days are shown if they alone make the span longer than its bound.
    let daysDecide = whole == bound && (check.comparison == .atMost || check.comparison == .moreThan)
    if whole == 0 {
      sink.appendMessage("\(rest)天")
    } else if daysDecide, rest > 0 {
      sink.appendMessage("零\(rest)天")
    }
    let limit = start.adding(months: bound)
    sink.appendMessage(
      check.comparison.holds(Double(end.dayNumber), Double(limit.dayNumber)) ? check.met : check.unmet, program)
    addSpanEvidence(span, check.closing, program, into: &sink)
  }

  /// Writes the message and the evidence that say why a span is unknown.
  /// - Parameter closing: the piece with the requirement for the span.
  mutating func explainUnknownSpan<Sink: FindingSink>(
    _ span: CompiledSpan, _ closing: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    if let start = dayNumber(span.start), let end = dayNumber(span.end) {
      if span.start.isField { sink.appendMessage(span.start.label, program) }
      sink.appendMessage(CalendarDate(dayNumber: start).chinese)
      sink.appendMessage(span.isAfter, program)
      sink.appendMessage(CalendarDate(dayNumber: end).chinese)
      sink.appendMessage("，请核对")
    } else {
      appendMissing([span.start, span.end], program, into: &sink)
    }
    addSpanEvidence(span, closing, program, into: &sink)
  }

  /// Adds the fields of a span as evidence, the first with the requirement for the span.
  mutating func addSpanEvidence<Sink: FindingSink>(
    _ span: CompiledSpan, _ closing: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    if span.start.isField { addEvidence(span.start, closing, program, into: &sink) }
    guard span.end.isField else { return }
    addEvidence(span.end, span.start.isField ? program.messages.brace : closing, program, into: &sink)
  }

  /// Appends the messages that ask for absent fields.
  private mutating func appendMissing<Sink: FindingSink>(
    _ days: [CompiledDay], _ program: CompiledProgram, into sink: inout Sink
  ) {
    var isFirst = true
    for day in days where dayNumber(day) == nil {
      if !isFirst { sink.appendMessage(program.messages.semicolon, program) }
      isFirst = false
      sink.appendMessage(day.missing, program)
    }
  }

  /// Adds the value of a field, or its absence, as evidence.
  private mutating func addEvidence<Sink: FindingSink>(
    _ day: CompiledDay, _ closing: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let slot = record.slots[Int(day.slot)]
    if slot.isPresent {
      sink.addEvidence(day.opening, slot, of: record, required: closing, program)
    } else {
      sink.addEvidence(day.opening, .null, required: closing, program)
    }
  }
}
