extension Evaluator {
  /// Says what a single field is, for the checks that ask just one.
  mutating func explainField(_ check: CompiledCheck, _ program: CompiledProgram) {
    let slot = record.slots[Int(check.subject)]
    switch check.kind {
    case .isTrue:
      guard slot.isPresent else { return explainMissing(check, program) }
      explain(program.answers[Int(check.answers) + Int(slot.number)], program)
    case .isOne:
      guard slot.isPresent else { return explainMissing(check, program) }
      if slot.number >= 0 { return explain(program.answers[Int(check.answers) + Int(slot.number)], program) }
      evaluation.body.append(check.label, of: program.texts)
      evaluation.body.append("“")
      evaluation.body.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
      evaluation.body.append("”")
      if !program.contains(check.parts, slot.number) { evaluation.body.append(check.unmet, of: program.texts) }
      note(check.opening, check.closing, slot, program)
    case .within:
      guard slot.isPresent else { return explainMissing(check, program) }
      evaluation.body.append(check.label, of: program.texts)
      evaluation.body.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
      evaluation.body.append(begins(slot, check.parts, program) ? check.met : check.unmet, of: program.texts)
      note(check.opening, check.closing, slot, program)
    case .given:
      guard slot.isPresent else { return explainMissing(check, program) }
      explainGiven(slot, check, program)
    case .some, .none:
      if !slot.isPresent && check.absent == .unknown { return explainMissing(check, program) }
      let count = slot.isPresent ? slot.count : 0
      evaluation.body.append(count == 0 ? check.unmet : check.met, of: program.texts)
      if count > 0 {
        evaluation.body.append(decimal: count)
        evaluation.body.append(program.words.items, of: program.texts)
      }
      note(check.opening, check.closing, program) { $0.append(decimal: count) }
    case .contains:
      if !slot.isPresent && check.absent == .unknown { return explainMissing(check, program) }
      explainKnown(slot, check, program)
    default: break
    }
  }

  private mutating func explain(_ answer: CompiledAnswer, _ program: CompiledProgram) {
    evaluation.body.append(answer.said, of: program.texts)
    separateFacts()
    facts.append(answer.noted, of: program.texts)
  }

  private mutating func explainMissing(_ check: CompiledCheck, _ program: CompiledProgram) {
    evaluation.body.append(check.missing, of: program.texts)
    note(check.opening, check.closing, program) { $0.append(.null) }
  }

  private mutating func explainGiven(_ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram) {
    evaluation.body.append(check.label, of: program.texts)
    if check.field == .money {
      evaluation.body.append(slot.number, shiftedBy: Unit.usual(.money).places)
      evaluation.body.append(check.extra, of: program.texts)
    }
    switch check.field {
    case .money, .number: note(check.opening, check.closing, program) { $0.append(number: slot.number) }
    case .text: note(check.opening, check.closing, slot, program)
    case .other: note(check.opening, check.closing, program) { $0.append(.true) }
    }
  }

  /// Says whether a list of texts has a known one.
  private mutating func explainKnown(_ slot: Record.Slot, _ check: CompiledCheck, _ program: CompiledProgram) {
    guard let found = slot.isPresent ? place(of: check.other, in: slot) : nil else {
      evaluation.body.append(check.unmet, of: program.texts)
      return note(check.opening, check.closing, program) { $0.append(decimal: slot.isPresent ? slot.count : 0) }
    }
    evaluation.body.append(check.met, of: program.texts)
    separateFacts()
    facts.append(check.extra, of: program.texts)
    facts.append(decimal: found)
    facts.append(program.words.elementEnd, of: program.texts)
    facts.append(check.label, of: program.texts)
    facts.append(check.closing, of: program.texts)
  }
}
