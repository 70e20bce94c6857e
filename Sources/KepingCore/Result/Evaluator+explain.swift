extension Evaluator {
  /// Writes the message and the evidence that explain the answer of a check.
  ///
  /// For a combined check, only the parts with the same answer as the whole are explained.
  mutating func explain<Sink: FindingSink>(_ id: Int32, _ program: CompiledProgram, into sink: inout Sink) {
    let check = program.checks[Int(id)]
    switch check.kind {
    case .all, .anyOf:
      let answer = truth(id, program)
      var isFirst = true
      for part in check.parts {
        let child = program.lists[Int(part)]
        guard truth(child, program) == answer else { continue }
        if !isFirst { sink.appendMessage(program.messages.semicolon, program) }
        isFirst = false
        explain(child, program, into: &sink)
      }
    case .not: explain(check.subject, program, into: &sink)
    case .leftOpen:
      explain(check.subject, program, into: &sink)
      if truth(check.subject, program) == .unmet { sink.appendMessage(check.label, program) }
    case .compare: explainComparison(check, program, into: &sink)
    case .compareQuantities, .compareQuantitiesExactly: explainQuantities(check, program, into: &sink)
    case .compareDates: explainDates(check, program, into: &sink)
    case .compareSpan: explainSpan(check, program, into: &sink)
    case .compareExactly: explainExactComparison(check, program, into: &sink)
    case .judged:
      if explainMissingOperands(check.call, program, into: &sink) { return }
      sink.appendMessage(check.label, program)
      if program.namesOperands { appendOperands(check.call, program, into: &sink) }
      let messages = program.messages
      sink.appendMessage(truth(id, program) == .met ? messages.met : messages.unmet, program)
      addOperandEvidence(check.call, program, into: &sink)
    case .compareElements: explainElements(check, program, into: &sink)
    case .every: explainEvery(program.matches[Int(check.subject)], program, into: &sink)
    case .tiered: explainTiers(id, program, into: &sink)
    case .any: explainMatch(program.matches[Int(check.subject)], program, into: &sink)
    default: explainField(check, program, into: &sink)
    }
  }

  private mutating func explainComparison<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    guard let value = value(check.subject, program) else {
      return explainMissingQuantity(check.subject, check.closing, program, into: &sink)
    }
    let quantity = program.quantities[Int(check.subject)]
    let tail = check.comparison.holds(value, check.bound) ? check.met : check.unmet
    sink.appendMessage(quantity.label, number: Output.Number(value: value, exponent: Int(check.exponent)), tail: tail, program)
    sink.addEvidence(quantity.opening, .number(value), required: check.closing, program)
    if quantity.kind == .computed { addOperandEvidence(quantity.call, program, into: &sink) }
  }

  private mutating func explainQuantities<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let brace = program.messages.brace
    guard let first = value(check.subject, program), let second = value(check.other, program) else {
      let isFirstMissing = value(check.subject, program) == nil
      if isFirstMissing { explainMissingQuantity(check.subject, brace, program, into: &sink) }
      if value(check.other, program) == nil {
        if isFirstMissing { sink.appendMessage(program.messages.semicolon, program) }
        explainMissingQuantity(check.other, brace, program, into: &sink)
      }
      return
    }
    if check.kind == .compareQuantitiesExactly, let exactFirst = exactValue(check.subject, program),
      let exactSecond = exactValue(check.other, program)
    {
      return explainExactQuantities(check, exactFirst, exactSecond, program, into: &sink)
    }
    let left = program.quantities[Int(check.subject)]
    let right = program.quantities[Int(check.other)]
    sink.appendMessage(left.label, program)
    sink.appendMessage(first, shiftedBy: Int(check.exponent))
    sink.appendMessage(check.comparison.holds(first, second) ? check.met : check.unmet, program)
    sink.appendMessage(second, shiftedBy: Int(check.exponent))
    sink.appendMessage(check.extra, program)
    sink.addEvidence(left.opening, first, comparedWith: second, by: check, program)
    sink.addEvidence(right.opening, .number(second), required: brace, program)
  }

  /// Writes the message and the evidence that ask for the missing fields of an unknown quantity.
  /// - Parameter closing: the piece with the requirement for the quantity, which ends each piece of evidence.
  mutating func explainMissingQuantity<Sink: FindingSink>(
    _ id: Int32, _ closing: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let quantity = program.quantities[Int(id)]
    switch quantity.kind {
    case .sum, .knownSum:
      var isFirst = true
      for index in quantity.parts {
        let part = program.lists[Int(index)]
        guard value(part, program) == nil else { continue }
        if !isFirst { sink.appendMessage(program.messages.semicolon, program) }
        isFirst = false
        explainMissingQuantity(part, closing, program, into: &sink)
      }
    case .computed: _ = explainMissingOperands(quantity.call, program, into: &sink)
    case .elements: explainMissingElements(quantity, required: closing, program, into: &sink)
    case .span: explainUnknownSpan(program.spans[Int(quantity.slot)], closing, program, into: &sink)
    case .difference, .product, .mean, .ratio, .growth: explainMissingParts(quantity, closing, program, into: &sink)
    default:
      sink.appendMessage(quantity.missing, program)
      sink.addEvidence(quantity.opening, .null, required: closing, program)
    }
  }

  /// Writes the messages and the evidence that ask for the unknown operands of a function.
  /// - Returns: whether any operand is unknown.
  private mutating func explainMissingOperands<Sink: FindingSink>(
    _ call: CompiledCall, _ program: CompiledProgram, into sink: inout Sink
  ) -> Bool {
    var isFirst = true
    for index in call.operands {
      let operand = program.operands[Int(index)]
      switch operand.kind {
      case .quantity where value(operand.index, program) == nil,
        .check where truth(operand.index, program) == .unknown,
        .text where !record.slots[Int(operand.index)].isPresent:
        if !isFirst { sink.appendMessage(program.messages.semicolon, program) }
        isFirst = false
        explainMissingOperand(operand, program, into: &sink)
      default: break
      }
    }
    return !isFirst
  }

  private mutating func explainMissingOperand<Sink: FindingSink>(
    _ operand: CompiledOperand, _ program: CompiledProgram, into sink: inout Sink
  ) {
    switch operand.kind {
    case .quantity: explainMissingQuantity(operand.index, program.messages.brace, program, into: &sink)
    case .check: explain(operand.index, program, into: &sink)
    case .text:
      sink.appendMessage(operand.missing, program)
      sink.addEvidence(operand.opening, .null, required: program.messages.brace, program)
    case .record: break
    }
  }

  /// Appends the figures that a function was given: `（自筹经费30万元、申请财政经费36万元）`.
  private mutating func appendOperands<Sink: FindingSink>(
    _ call: CompiledCall, _ program: CompiledProgram, into sink: inout Sink
  ) {
    var isFirst = true
    for index in call.operands where program.operands[Int(index)].kind == .quantity {
      sink.appendMessage(isFirst ? "（" : "、")
      isFirst = false
      let id = program.operands[Int(index)].index
      appendAmount(id, program, into: &sink)
      let quantity = program.quantities[Int(id)]
      if quantity.kind == .span {
        sink.appendMessage(program.spans[Int(quantity.slot)].unit == .years ? "年" : "个月")
      }
    }
    if !isFirst { sink.appendMessage("）") }
  }

  /// Adds the operands of a function as evidence.
  private mutating func addOperandEvidence<Sink: FindingSink>(
    _ call: CompiledCall, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let brace = program.messages.brace
    for index in call.operands {
      let operand = program.operands[Int(index)]
      switch operand.kind {
      case .quantity:
        let quantity = program.quantities[Int(operand.index)]
        if quantity.kind == .span {
          addSpanEvidence(program.spans[Int(quantity.slot)], brace, program, into: &sink)
          break
        }
        guard let value = value(operand.index, program) else { break }
        sink.addEvidence(program.quantities[Int(operand.index)].opening, .number(value), required: brace, program)
      case .text where operand.isPrivate: sink.addEvidence(operand.opening, .flag(true), required: brace, program)
      case .text: sink.addEvidence(operand.opening, record.slots[Int(operand.index)], of: record, required: brace, program)
      case .check: addEvidence(ofCheck: operand.index, program, into: &sink)
      case .record: break
      }
    }
  }

  /// Adds the evidence of a check without its message.
  mutating func addEvidence<Sink: FindingSink>(ofCheck id: Int32, _ program: CompiledProgram, into sink: inout Sink) {
    let length = sink.messageLength
    explain(id, program, into: &sink)
    sink.truncateMessage(to: length)
  }
}
