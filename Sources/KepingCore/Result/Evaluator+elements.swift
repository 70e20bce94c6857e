/// Evaluates and explains the number and the sum of the matching elements of a list.
extension Evaluator {
  /// Returns the range of the number or the sum of a list's matching elements.
  /// - Parameter quantity: a quantity of kind ``CompiledQuantity/Kind/elements``.
  mutating func range(ofElements quantity: CompiledQuantity, _ program: CompiledProgram) -> ElementRange {
    let match = program.matches[Int(quantity.slot)]
    let list = record.slots[Int(match.slot)]
    var range = ElementRange(isSigned: quantity.isSigned)
    for element in elements(of: match, list) {
      let truth = truth(of: element, match, list, program)
      if truth == .unmet { continue }
      range.add(amount(of: element, quantity, list, program), isCertain: truth == .met)
    }
    if !list.isPresent && match.absent == .unknown { range.open() }
    return range
  }

  /// Returns the answer of a check that compares the number or the sum of matching elements with a bound.
  mutating func truth(ofElements check: CompiledCheck, _ program: CompiledProgram) -> Truth {
    range(ofElements: program.quantities[Int(check.subject)], program).truth(check.comparison, check.bound)
  }

  /// Returns what an element adds to a quantity: 1 if elements are counted, else its amount, or nil if that is absent.
  private mutating func amount(
    of element: Int, _ quantity: CompiledQuantity, _ list: Record.Slot, _ program: CompiledProgram
  ) -> Double? {
    guard quantity.other >= 0 else { return 1 }
    let match = program.matches[Int(quantity.slot)]
    let slot = slot(of: program.filters[Int(quantity.other)], element, match, list)
    return slot.isPresent ? slot.number : nil
  }

  // MARK: The number or the sum

  /// Writes the message and the evidence of a check that compares the number or the sum of matching elements with a bound.
  mutating func explainElements<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let quantity = program.quantities[Int(check.subject)]
    let range = range(ofElements: quantity, program)
    let answer = range.truth(check.comparison, check.bound)
    guard answer != .unknown else { return explainUndecidedElements(check, range, program, into: &sink) }
    // If the range has two ends, the one nearer to the bound decides.
    let isUpward = check.comparison == .atLeast || check.comparison == .moreThan
    let decidesByLow = isUpward == (answer == .met)
    let number = range.value ?? (decidesByLow ? range.lowest : range.highest)
    sink.appendMessage(quantity.label, program)
    if range.value == nil { sink.appendMessage(decidesByLow ? "至少" : "最多") }
    sink.appendMessage(number, shiftedBy: Int(check.exponent))
    sink.appendMessage(answer == .met ? check.met : check.unmet, program)
    sink.addEvidence(quantity.opening, .number(number), required: check.closing, program)
    addMatchingElements(quantity, program, into: &sink)
  }

  /// Adds the matching elements as evidence, or the amounts that were added, as far as a result shows them.
  mutating func addMatchingElements<Sink: FindingSink>(
    _ quantity: CompiledQuantity, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let match = program.matches[Int(quantity.slot)]
    let list = record.slots[Int(match.slot)]
    let messages = program.messages
    var shown = 0
    for element in elements(of: match, list) where truth(of: element, match, list, program) == .met {
      guard let amount = amount(of: element, quantity, list, program) else { continue }
      if shown == EvidenceElement.maximumShown { break }
      shown += 1
      if quantity.other >= 0 {
        let field = program.filters[Int(quantity.other)].path
        let evidence = EvidenceElement(list: match.element, index: element, field: field)
        sink.addEvidence(evidence, .number(amount), required: messages.brace, program)
      } else {
        addEvidence(
          element, match, in: list, required: messages.brace, requiredAfterName: messages.quoteEnd, program, into: &sink)
      }
    }
  }

  /// Writes the message and the evidence that ask for what the number or the sum of matching elements depends on.
  private mutating func explainUndecidedElements<Sink: FindingSink>(
    _ check: CompiledCheck, _ range: ElementRange, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let quantity = program.quantities[Int(check.subject)]
    let match = program.matches[Int(quantity.slot)]
    guard record.slots[Int(match.slot)].isPresent || match.absent != .unknown else {
      sink.appendMessage(match.missing, program)
      return sink.addEvidence(match.opening, .null, required: check.closing, program)
    }
    sink.appendMessage(quantity.label, program)
    if range.isOpenBelow {
      sink.appendMessage("尚不能算出")
    } else {
      sink.appendMessage("至少")
      sink.appendMessage(range.lowest, shiftedBy: Int(check.exponent))
      sink.appendMessage(check.extra, program)
    }
    if !range.isOpen {
      sink.appendMessage("，最多")
      sink.appendMessage(range.highest, shiftedBy: Int(check.exponent))
      sink.appendMessage(check.extra, program)
    }
    sink.appendMessage(program.messages.semicolon, program)
    sink.addEvidence(quantity.opening, .null, required: check.closing, program)
    askForElements(quantity, program, into: &sink)
    sink.appendMessage(check.missing, program)
  }

  /// Writes the message and the evidence that ask for what an unknown number or sum of matching elements depends on.
  mutating func explainMissingElements<Sink: FindingSink>(
    _ quantity: CompiledQuantity, required: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let match = program.matches[Int(quantity.slot)]
    guard record.slots[Int(match.slot)].isPresent || match.absent != .unknown else {
      sink.appendMessage(match.missing, program)
      return sink.addEvidence(match.opening, .null, required: required, program)
    }
    sink.addEvidence(quantity.opening, .null, required: required, program)
    sink.appendMessage(match.list, program)
    askForElements(quantity, program, into: &sink)
    sink.appendMessage("，请补充")
  }

  /// Writes which elements lack a field that a number or sum depends on: `第2项（某某大学）未填写行政区划代码`.
  private mutating func askForElements<Sink: FindingSink>(
    _ quantity: CompiledQuantity, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let match = program.matches[Int(quantity.slot)]
    let list = record.slots[Int(match.slot)]
    var count = 0
    for element in elements(of: match, list) {
      let truth = truth(of: element, match, list, program)
      guard truth != .unmet else { continue }
      let hasAmount = amount(of: element, quantity, list, program) != nil
      if truth == .met && hasAmount { continue }
      count += 1
      if count > EvidenceElement.maximumShown { continue }
      if count > 1 { sink.appendMessage(program.messages.semicolon, program) }
      appendName(of: element, match, in: list, into: &sink)
      sink.appendMessage("未填写")
      var missing = Array(match.filters)
      if !hasAmount { missing.append(quantity.other) }
      appendMissing(missing, of: element, match, in: list, required: program.messages.brace, program, into: &sink)
    }
    if count > EvidenceElement.maximumShown { sink.appendMessage("；等\(count)项") }
  }
}
