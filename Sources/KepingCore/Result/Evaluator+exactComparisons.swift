/// Evaluates and explains comparisons of quantities that are worked out exactly.
extension Evaluator {
  /// Returns the answer of a check that compares a quantity exactly with a bound or with another quantity.
  mutating func exactTruth(_ check: CompiledCheck, _ program: CompiledProgram) -> Truth {
    if check.kind == .compareExactly, let bound = program.exact.bounds[Int(check.other)].whole,
      let ratio = wholeRatio(program.quantities[Int(check.subject)], program)
    {
      return Truth(ratio.holds(check.comparison, bound))
    }
    guard let value = exactValue(check.subject, program) else { return .unknown }
    if check.kind == .compareExactly {
      return Truth(check.comparison.holds(value, program.exact.bounds[Int(check.other)].value))
    }
    guard let other = exactValue(check.other, program) else { return .unknown }
    return Truth(check.comparison.holds(value, other))
  }

  /// Writes the message and the evidence of a quantity that is compared exactly with a bound.
  mutating func explainExactComparison<Sink: FindingSink>(
    _ check: CompiledCheck, _ program: CompiledProgram, into sink: inout Sink
  ) {
    guard let value = exactValue(check.subject, program) else {
      return explainMissingQuantity(check.subject, check.closing, program, into: &sink)
    }
    let quantity = program.quantities[Int(check.subject)]
    let bound = program.exact.bounds[Int(check.other)]
    switch quantity.kind {
    case .ratio: appendRatio(value, quantity, bound, program, into: &sink)
    case .growth: appendGrowth(value, quantity, bound, program, into: &sink)
    default:
      sink.appendMessage(quantity.label, program)
      // After a label such as 申请财政经费的30%, a figure would read as a part of it.
      if quantity.kind == .product { sink.appendMessage("为") }
      let exponent = -Int(check.exponent)
      let figure = ExactFigure(value.shifted(by: exponent), apartFrom: [bound.value.shifted(by: exponent)])
      sink.appendMessage(figure.text)
    }
    sink.appendMessage(check.comparison.holds(value, bound.value) ? check.met : check.unmet, program)
    sink.addEvidence(quantity.opening, .number(value.nearest), required: check.closing, program)
    addPartEvidence(quantity, program, into: &sink)
  }

  /// Writes the message and the evidence of two quantities that are compared exactly: `自筹经费30万元，低于申请财政经费的30%，即36万元`.
  mutating func explainExactQuantities<Sink: FindingSink>(
    _ check: CompiledCheck, _ first: ExactFraction, _ second: ExactFraction, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let left = program.quantities[Int(check.subject)]
    let right = program.quantities[Int(check.other)]
    let exponent = -Int(check.exponent)
    let (shown, other) = (first.shifted(by: exponent), second.shifted(by: exponent))
    sink.appendMessage(left.label, program)
    if left.kind == .product { sink.appendMessage("为") }
    sink.appendMessage(ExactFigure(shown, apartFrom: [other]).text)
    sink.appendMessage(check.comparison.holds(first, second) ? check.met : check.unmet, program)
    if right.isExact { sink.appendMessage("，即") }
    sink.appendMessage(ExactFigure(other, apartFrom: [shown]).text)
    sink.appendMessage(check.extra, program)
    sink.addEvidence(left.opening, first.nearest, comparedWith: second.nearest, by: check, program)
    addPartEvidence(left, program, into: &sink)
    sink.addEvidence(right.opening, .number(second.nearest), required: program.messages.brace, program)
    addPartEvidence(right, program, into: &sink)
  }

  // MARK: Ratios

  /// Appends a ratio with its three figures: `研发投入22万元占销售收入1000万元的2.2`.
  private mutating func appendRatio<Sink: FindingSink>(
    _ value: ExactFraction, _ quantity: CompiledQuantity, _ bound: CompiledBound, _ program: CompiledProgram,
    into sink: inout Sink
  ) {
    let notation = bound.proportion?.notation ?? .plain
    let (first, second) = operandIDs(quantity, program)
    appendAmount(first, program, into: &sink)
    sink.appendMessage(notation == .pair ? "与" : notation == .multiple ? "是" : "占")
    appendAmount(second, program, into: &sink)
    let figure = share(value, bound)
    guard notation == .pair, let proportion = bound.proportion else {
      sink.appendMessage("的")
      return sink.appendMessage(figure.text)
    }
    sink.appendMessage("之比\(figure.remark)为\(figure.number.text)")
    sink.appendMessage(proportion.unitName)
  }

  /// Returns the figure of a share in the notation of its bound.
  private func share(_ value: ExactFraction, _ bound: CompiledBound) -> ExactFigure {
    guard let proportion = bound.proportion else { return ExactFigure(value, exactDecimals: 4, apartFrom: [bound.value]) }
    let scale = ExactFraction(proportion.divisor.shifted(by: -proportion.exponent))
    return ExactFigure(value * scale, exactDecimals: 4, apartFrom: [ExactFraction(proportion.number)])
  }

  /// Appends a growth with its three figures: `研发投入由2022年的100万元增至2023年的120万元，增长20`.
  private mutating func appendGrowth<Sink: FindingSink>(
    _ value: ExactFraction, _ quantity: CompiledQuantity, _ bound: CompiledBound, _ program: CompiledProgram,
    into sink: inout Sink
  ) {
    let (current, base) = operandIDs(quantity, program)
    let verb = value.sign > 0 ? "增" : "降"
    if value.sign == 0 {
      appendAmount(current, program, into: &sink)
      sink.appendMessage("，与")
      sink.appendMessage(program.quantities[Int(base)].label, program)
      sink.appendMessage("持平，增长")
    } else if quantity.other >= 0 {
      let years = program.exact.years[Int(quantity.other)]
      sink.appendMessage(years.label, program)
      sink.appendMessage("由\(years.base)年的")
      appendFigure(base, program, into: &sink)
      sink.appendMessage("\(verb)至\(years.current)年的")
      appendFigure(current, program, into: &sink)
      sink.appendMessage(value.sign > 0 ? "，增长" : "，下降")
    } else {
      appendAmount(current, program, into: &sink)
      sink.appendMessage("，比")
      appendAmount(base, program, into: &sink)
      sink.appendMessage(value.sign > 0 ? "增长" : "下降")
    }
    sink.appendMessage(share(value, bound).magnitudeText)
  }

  private func operandIDs(_ quantity: CompiledQuantity, _ program: CompiledProgram) -> (first: Int32, second: Int32) {
    let start = Int(quantity.parts.lowerBound)
    return (program.lists[start], program.lists[start + 1])
  }

  /// Appends the label of a quantity and its value.
  mutating func appendAmount<Sink: FindingSink>(_ id: Int32, _ program: CompiledProgram, into sink: inout Sink) {
    sink.appendMessage(program.quantities[Int(id)].label, program)
    // After a label such as 申请财政经费的30%, a figure would read as a part of it.
    if program.quantities[Int(id)].kind == .product { sink.appendMessage("（") }
    appendFigure(id, program, into: &sink)
    if program.quantities[Int(id)].kind == .product { sink.appendMessage("）") }
  }

  /// Appends the value of a quantity in the unit in which people state it.
  private mutating func appendFigure<Sink: FindingSink>(_ id: Int32, _ program: CompiledProgram, into sink: inout Sink) {
    guard let value = exactValue(id, program) else { return }
    let unit = Unit.usual(program.quantities[Int(id)].measure)
    sink.appendMessage(ExactFigure(value.shifted(by: -unit.exponent)).text + unit.name)
  }

  // MARK: Evidence

  /// Adds the parts of a quantity that is worked out exactly as evidence, with their parts.
  mutating func addPartEvidence<Sink: FindingSink>(
    _ quantity: CompiledQuantity, _ program: CompiledProgram, into sink: inout Sink
  ) {
    guard quantity.isExact else { return }
    for index in quantity.parts {
      let id = program.lists[Int(index)]
      let part = program.quantities[Int(id)]
      guard let value = partValue(id, program) else { continue }
      sink.addEvidence(part.opening, .number(value), required: program.messages.brace, program)
      addPartEvidence(part, program, into: &sink)
    }
  }

  /// Returns the double that is nearest to the exact value of a part, from the cache if the part is worked out exactly itself.
  private mutating func partValue(_ id: Int32, _ program: CompiledProgram) -> Double? {
    program.quantities[Int(id)].isExact ? value(id, program) : exactValue(id, program)?.nearest
  }

  /// Writes the message and the evidence about an unknown quantity that is worked out exactly: they ask for its missing parts or,
  /// if there are none, say that the divisor is not above 0.
  mutating func explainMissingParts<Sink: FindingSink>(
    _ quantity: CompiledQuantity, _ closing: Piece, _ program: CompiledProgram, into sink: inout Sink
  ) {
    sink.addEvidence(quantity.opening, .null, required: closing, program)
    var isFirst = true
    for index in quantity.parts {
      let id = program.lists[Int(index)]
      if let value = partValue(id, program) {
        let part = program.quantities[Int(id)]
        sink.addEvidence(part.opening, .number(value), required: program.messages.brace, program)
        continue
      }
      if !isFirst { sink.appendMessage(program.messages.semicolon, program) }
      isFirst = false
      explainMissingQuantity(id, program.messages.brace, program, into: &sink)
    }
    guard isFirst else { return }
    let divisor = operandIDs(quantity, program).second
    sink.appendMessage(program.quantities[Int(divisor)].label, program)
    sink.appendMessage("为")
    if value(divisor, program) == 0 { sink.appendMessage("0") } else { appendFigure(divisor, program, into: &sink) }
    sink.appendMessage(quantity.kind == .growth ? "，无法计算增幅，请核对" : "，无法计算占比，请核对")
  }
}
