extension Evaluator {
  /// Says what decided a check, and notes the values: of several checks, those that made the answer what it is.
  mutating func explain(_ id: Int32, _ program: CompiledProgram) {
    let check = program.checks[Int(id)]
    switch check.kind {
    case .all, .anyOf:
      let answer = truth(id, program)
      var isFirst = true
      for part in check.parts {
        let child = program.lists[Int(part)]
        guard truth(child, program) == answer else { continue }
        if !isFirst { evaluation.body.append(program.words.semicolon, of: program.texts) }
        isFirst = false
        explain(child, program)
      }
    case .not: explain(check.subject, program)
    case .leftOpen:
      explain(check.subject, program)
      if truth(check.subject, program) == .unmet { evaluation.body.append(check.label, of: program.texts) }
    case .compare: explainComparison(check, program)
    case .compareQuantities: explainQuantities(check, program)
    case .judged:
      if explainMissing(check.call, program) { return }
      evaluation.body.append(check.label, of: program.texts)
      let words = program.words
      evaluation.body.append(truth(id, program) == .met ? words.met : words.unmet, of: program.texts)
      note(check.call, program)
    case .any: explain(program.matches[Int(check.subject)], program)
    default: explainField(check, program)
    }
  }

  private mutating func explainComparison(_ check: CompiledCheck, _ program: CompiledProgram) {
    guard let value = value(check.subject, program) else { return explainMissing(check.subject, check.closing, program) }
    let quantity = program.quantities[Int(check.subject)]
    let words = check.comparison.holds(value, check.bound) ? check.met : check.unmet
    evaluation.body.append(
      quantity.label, Output.Number(value: value, places: Int(check.places)), words, of: program.texts)
    separateFacts()
    facts.append(quantity.opening, Output.Number(value: value, places: 0), check.closing, of: program.texts)
    if quantity.kind == .computed { note(quantity.call, program) }
  }

  private mutating func explainQuantities(_ check: CompiledCheck, _ program: CompiledProgram) {
    let brace = program.words.brace
    guard let first = value(check.subject, program), let second = value(check.other, program) else {
      let isFirstMissing = value(check.subject, program) == nil
      if isFirstMissing { explainMissing(check.subject, brace, program) }
      if value(check.other, program) == nil {
        if isFirstMissing { evaluation.body.append(program.words.semicolon, of: program.texts) }
        explainMissing(check.other, brace, program)
      }
      return
    }
    let left = program.quantities[Int(check.subject)]
    let right = program.quantities[Int(check.other)]
    evaluation.body.append(left.label, of: program.texts)
    evaluation.body.append(first, shiftedBy: Int(check.places))
    evaluation.body.append(check.comparison.holds(first, second) ? check.met : check.unmet, of: program.texts)
    evaluation.body.append(second, shiftedBy: Int(check.places))
    evaluation.body.append(check.extra, of: program.texts)
    note(left.opening, check.closing, program) { $0.append(number: first) }
    facts.append(number: second)
    facts.append(program.words.quoteEnd, of: program.texts)
    note(right.opening, brace, program) { $0.append(number: second) }
  }

  /// Writes what stands between the values that decided.
  @inline(__always)
  mutating func separateFacts() { if !facts.isEmpty { facts.append(UInt8(ascii: ",")) } }

  /// Notes a value that decided, with the JSON before and behind it; `value` writes it as JSON.
  @inline(__always)
  mutating func note(_ opening: Piece, _ closing: Piece, _ program: CompiledProgram, value: (inout Output) -> Void) {
    separateFacts()
    facts.append(opening, of: program.texts)
    value(&facts)
    facts.append(closing, of: program.texts)
  }

  /// Asks for what a quantity that is unknown needs; `closing` has what is asked of it.
  mutating func explainMissing(_ id: Int32, _ closing: Piece, _ program: CompiledProgram) {
    let quantity = program.quantities[Int(id)]
    switch quantity.kind {
    case .sum, .knownSum:
      var isFirst = true
      for place in quantity.parts {
        let part = program.lists[Int(place)]
        guard value(part, program) == nil else { continue }
        if !isFirst { evaluation.body.append(program.words.semicolon, of: program.texts) }
        isFirst = false
        explainMissing(part, closing, program)
      }
    case .computed: _ = explainMissing(quantity.call, program)
    default:
      evaluation.body.append(quantity.missing, of: program.texts)
      note(quantity.opening, closing, program) { $0.append(.null) }
    }
  }

  /// Asks for the operands that are unknown; whether there are any.
  private mutating func explainMissing(_ call: CompiledCall, _ program: CompiledProgram) -> Bool {
    var isFirst = true
    for place in call.operands {
      let operand = program.operands[Int(place)]
      switch operand.kind {
      case .quantity where value(operand.place, program) == nil,
        .check where truth(operand.place, program) == .unknown,
        .text where !record.slots[Int(operand.place)].isPresent:
        if !isFirst { evaluation.body.append(program.words.semicolon, of: program.texts) }
        isFirst = false
        explainMissing(operand, program)
      default: break
      }
    }
    return !isFirst
  }

  private mutating func explainMissing(_ operand: CompiledOperand, _ program: CompiledProgram) {
    switch operand.kind {
    case .quantity: explainMissing(operand.place, program.words.brace, program)
    case .check: explain(operand.place, program)
    case .text:
      evaluation.body.append(operand.missing, of: program.texts)
      note(operand.opening, program.words.brace, program) { $0.append(.null) }
    case .record: break
    }
  }

  /// Notes the operands of a function as evidence.
  private mutating func note(_ call: CompiledCall, _ program: CompiledProgram) {
    for place in call.operands {
      let operand = program.operands[Int(place)]
      switch operand.kind {
      case .quantity:
        guard let value = value(operand.place, program) else { break }
        note(program.quantities[Int(operand.place)].opening, program.words.brace, program) { $0.append(number: value) }
      case .text: note(operand.opening, program.words.brace, record.slots[Int(operand.place)], program)
      case .check:
        // The sentence of the check is not wanted here, only what it rests on.
        let count = evaluation.body.count
        explain(operand.place, program)
        evaluation.body.remove(from: count)
      case .record: break
      }
    }
  }

  /// Notes a text of the record.
  mutating func note(_ opening: Piece, _ closing: Piece, _ slot: Record.Slot, _ program: CompiledProgram) {
    separateFacts()
    facts.append(opening, of: program.texts)
    facts.append(UInt8(ascii: "\""))
    facts.append(slot, record.bytes, record.unescaped, isScanned: record.isScanned)
    facts.append(UInt8(ascii: "\""))
    facts.append(closing, of: program.texts)
  }
}
