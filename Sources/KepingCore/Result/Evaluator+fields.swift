extension Evaluator {
  /// Says what a single field is, for the checks that ask just one.
  mutating func explainField<Sink: FindingSink>(_ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink) {
    let slot = record.slots[Int(check.subject)]
    switch check.kind {
    case .isTrue:
      guard slot.isPresent else { return explainMissing(check, program, into: &sink) }
      let answer = program.answers[Int(check.answers) + Int(slot.number)]
      sink.writeAnswer(answer, to: check, slot, of: record, program)
    case .isOne:
      guard slot.isPresent else { return explainMissing(check, program, into: &sink) }
      if slot.number >= 0 {
        let answer = program.answers[Int(check.answers) + Int(slot.number)]
        return sink.writeAnswer(answer, to: check, slot, of: record, program)
      }
      sink.say(check.label, program)
      sink.say("“")
      sink.say(slot, of: record)
      sink.say("”")
      if !program.contains(check.parts, slot.number) { sink.say(check.unmet, program) }
      sink.note(check.opening, slot, of: record, required: check.closing, program)
    case .within:
      guard slot.isPresent else { return explainMissing(check, program, into: &sink) }
      sink.say(check.label, program)
      sink.say(slot, of: record)
      sink.say(begins(slot, check.parts, program) ? check.met : check.unmet, program)
      sink.note(check.opening, slot, of: record, required: check.closing, program)
    case .given:
      guard slot.isPresent else { return explainMissing(check, program, into: &sink) }
      explainGiven(slot, check, program, into: &sink)
    case .some, .none:
      if !slot.isPresent && check.absent == .unknown { return explainMissing(check, program, into: &sink) }
      let count = slot.isPresent ? slot.count : 0
      sink.say(count == 0 ? check.unmet : check.met, program)
      if count > 0 {
        sink.say(Double(count), shiftedBy: 0)
        sink.say(program.messages.items, program)
      }
      sink.note(check.opening, .number(Double(count)), required: check.closing, program)
    case .contains:
      if !slot.isPresent && check.absent == .unknown { return explainMissing(check, program, into: &sink) }
      explainKnown(slot, check, program, into: &sink)
    default: break
    }
  }

  private mutating func explainMissing<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    sink.say(check.missing, program)
    sink.note(check.opening, .null, required: check.closing, program)
  }

  private mutating func explainGiven<Sink: FindingSink>(
    _ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    sink.say(check.label, program)
    if check.field == .money {
      sink.say(slot.number, shiftedBy: Unit.usual(.money).exponent)
      sink.say(check.extra, program)
    }
    switch check.field {
    case .money, .number: sink.note(check.opening, .number(slot.number), required: check.closing, program)
    case .text: sink.note(check.opening, slot, of: record, required: check.closing, program)
    case .other: sink.note(check.opening, .flag(true), required: check.closing, program)
    }
  }

  /// Says whether a list of texts has a known one.
  private mutating func explainKnown<Sink: FindingSink>(
    _ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    guard let found = slot.isPresent ? firstIndex(of: check.other, in: slot) : nil else {
      sink.say(check.unmet, program)
      let count = slot.isPresent ? slot.count : 0
      return sink.note(check.opening, .number(Double(count)), required: check.closing, program)
    }
    sink.say(check.met, program)
    let element = NotedElement(list: check.extra, index: found)
    sink.note(element, known: check.label, required: check.closing, program)
  }
}
