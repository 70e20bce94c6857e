extension Evaluator {
  /// Writes the message and the evidence of a check that tests a single field.
  mutating func explainField<Sink: FindingSink>(_ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink) {
    let slot = record.slots[Int(check.subject)]
    switch check.kind {
    case .isTrue:
      guard slot.isPresent else { return explainMissingField(check, program, into: &sink) }
      let answer = program.answers[Int(check.answers) + Int(slot.number)]
      sink.writeAnswer(answer, to: check, slot, of: record, program)
    case .isOne:
      guard slot.isPresent else { return explainMissingField(check, program, into: &sink) }
      if slot.number >= 0 {
        let answer = program.answers[Int(check.answers) + Int(slot.number)]
        return sink.writeAnswer(answer, to: check, slot, of: record, program)
      }
      sink.appendMessage(check.label, program)
      sink.appendMessage("“")
      sink.appendMessage(slot, of: record)
      sink.appendMessage("”")
      if !program.contains(check.parts, slot.number) { sink.appendMessage(check.unmet, program) }
      sink.addEvidence(check.opening, slot, of: record, required: check.closing, program)
    case .within:
      guard slot.isPresent else { return explainMissingField(check, program, into: &sink) }
      sink.appendMessage(check.label, program)
      sink.appendMessage(slot, of: record)
      sink.appendMessage(begins(slot, check.parts, program) ? check.met : check.unmet, program)
      sink.addEvidence(check.opening, slot, of: record, required: check.closing, program)
    case .given:
      guard slot.isPresent else { return explainMissingField(check, program, into: &sink) }
      explainGiven(slot, check, program, into: &sink)
    case .some, .none:
      if !slot.isPresent && check.absent == .unknown { return explainMissingField(check, program, into: &sink) }
      let count = slot.isPresent ? slot.count : 0
      sink.appendMessage(count == 0 ? check.unmet : check.met, program)
      if count > 0 {
        sink.appendMessage(Double(count), shiftedBy: 0)
        sink.appendMessage(program.messages.items, program)
      }
      sink.addEvidence(check.opening, .number(Double(count)), required: check.closing, program)
    case .contains:
      if !slot.isPresent && check.absent == .unknown { return explainMissingField(check, program, into: &sink) }
      explainContains(slot, check, program, into: &sink)
    default: break
    }
  }

  private mutating func explainMissingField<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    sink.appendMessage(check.missing, program)
    sink.addEvidence(check.opening, .null, required: check.closing, program)
  }

  private mutating func explainGiven<Sink: FindingSink>(
    _ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    sink.appendMessage(check.label, program)
    if check.field == .money {
      sink.appendMessage(slot.number, shiftedBy: Unit.usual(.money).exponent)
      sink.appendMessage(check.extra, program)
    }
    switch check.field {
    case .money, .number: sink.addEvidence(check.opening, .number(slot.number), required: check.closing, program)
    case .text: sink.addEvidence(check.opening, slot, of: record, required: check.closing, program)
    case .other: sink.addEvidence(check.opening, .flag(true), required: check.closing, program)
    }
  }

  /// Writes the message and the evidence about a known value in a list of texts.
  private mutating func explainContains<Sink: FindingSink>(
    _ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    if slot.isPresent, let found = firstIndex(of: check.other, in: slot) {
      sink.appendMessage(check.met, program)
      let element = EvidenceElement(list: check.extra, index: found)
      return sink.addEvidence(element, known: check.label, required: check.closing, program)
    }
    if slot.isPresent, let other = firstIndex(of: -1, in: slot) {
      return explainUnknownText(other, in: slot, check, program, into: &sink)
    }
    sink.appendMessage(check.unmet, program)
    let count = slot.isPresent ? slot.count : 0
    sink.addEvidence(check.opening, .number(Double(count)), required: check.closing, program)
  }

  /// Writes the message and the evidence about the first text of a list that is none of the known values.
  private mutating func explainUnknownText<Sink: FindingSink>(
    _ index: Int, in list: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let text = record.elements[Int(list.start) + index]
    let (before, after) = (program.answers[Int(check.answers)], program.answers[Int(check.answers) + 1])
    sink.appendMessage(before.message, program)
    sink.appendMessage(text, of: record)
    sink.appendMessage(after.message, program)
    sink.addEvidence(EvidenceElement(list: check.extra, index: index), text, of: record, required: after.evidence, program)
  }
}
