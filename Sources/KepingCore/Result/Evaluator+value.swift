extension Evaluator {
  /// Returns the value of a quantity, or nil if it is unknown.
  mutating func value(_ id: Int32, _ program: CompiledProgram) -> Double? {
    let quantity = program.quantities[Int(id)]
    switch quantity.kind {
    case .field:
      let slot = record.slots[Int(quantity.slot)]
      return slot.isPresent ? slot.number : nil
    case .count:
      let slot = record.slots[Int(quantity.slot)]
      return slot.isPresent ? slot.number : record.slots[Int(quantity.other)].isPresent ? 0 : nil
    case .yearly:
      return Record.amount(record.slots[Int(quantity.slot)], year: Int(quantity.other), among: record.years)
    case .length, .lengthOrNone:
      let list = record.slots[Int(quantity.slot)]
      return list.isPresent ? Double(list.count) : quantity.kind == .lengthOrNone ? 0 : nil
    case .tally:
      guard record.slots[Int(quantity.slot)].isPresent else { return nil }
      var sum = 0.0
      for part in quantity.parts { sum += record.slots[Int(program.lists[Int(part)])].number }
      return sum
    case .span: return value(of: program.spans[Int(quantity.slot)])
    case .sum, .knownSum, .computed, .elements, .difference, .product, .mean, .ratio, .growth: return cachedValue(id, program)
    }
  }

  /// Returns the cached value of an expensive quantity, or evaluates the quantity and caches its value.
  private mutating func cachedValue(_ id: Int32, _ program: CompiledProgram) -> Double? {
    switch values[Int(id)].state {
    case .known: return values[Int(id)].value
    case .unknown: return nil
    case .notEvaluated: break
    }
    let value =
      switch program.quantities[Int(id)].kind {
      case _ where program.quantities[Int(id)].isExact:
        wholeRatio(program.quantities[Int(id)], program)?.nearest ?? exactValue(id, program)?.nearest
      case .sum: sum(program.quantities[Int(id)].parts, program)
      case .knownSum: knownSum(program.quantities[Int(id)].parts, program)
      case .elements: range(ofElements: program.quantities[Int(id)], program).value
      default: compute(program.quantities[Int(id)].call, program)
      }
    values[Int(id)] = CachedValue(state: value == nil ? .unknown : .known, value: value ?? 0)
    return value
  }

  private mutating func sum(_ parts: Range<Int32>, _ program: CompiledProgram) -> Double? {
    if program.calculatesInDecimals { return decimalSum(parts, isLenient: false, program) }
    var sum = 0.0
    for part in parts {
      guard let value = value(program.lists[Int(part)], program) else { return nil }
      sum += value
    }
    return finite(sum)
  }

  private mutating func knownSum(_ parts: Range<Int32>, _ program: CompiledProgram) -> Double? {
    if program.calculatesInDecimals { return decimalSum(parts, isLenient: true, program) }
    var sum: Double?
    for part in parts { if let value = value(program.lists[Int(part)], program) { sum = (sum ?? 0) + value } }
    return sum.map(finite)
  }

  /// Returns the double that is nearest to the exact sum of some quantities.
  /// - Parameter isLenient: whether unknown quantities are left out, unless all are unknown.
  private mutating func decimalSum(_ parts: Range<Int32>, isLenient: Bool, _ program: CompiledProgram) -> Double? {
    var sum = AmountSum()
    var isKnown = false
    for part in parts {
      guard let value = value(program.lists[Int(part)], program) else {
        if isLenient { continue }
        return nil
      }
      sum.add(value)
      isKnown = true
    }
    return isKnown ? sum.value : nil
  }

  /// Limits a sum to the range of finite doubles, because JSON cannot contain infinity.
  private func finite(_ sum: Double) -> Double {
    min(max(sum, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  private mutating func compute(_ call: CompiledCall, _ program: CompiledProgram) -> Double? {
    let first = operandCount
    defer { dropOperands(from: first) }
    guard gatherOperands(call, program), let functions else { return nil }
    do throws(EvaluationFailure) {
      let value = try functions.compute(Int(call.function), operands[first..<operandCount])
      return program.calculatesInDecimals ? value.roundedToTwelveDigits : value
    } catch {
      recordFailure(error)
      return nil
    }
  }

  /// Pushes the values of a function's operands on the stack of operands.
  /// - Returns: false if an operand is unknown or a function has failed; some values may have been pushed nevertheless.
  mutating func gatherOperands(_ call: CompiledCall, _ program: CompiledProgram) -> Bool {
    for index in call.operands {
      let operand = program.operands[Int(index)]
      switch operand.kind {
      case .quantity:
        guard let value = value(operand.index, program) else { return false }
        push(.number(value))
      case .check:
        let truth = truth(operand.index, program)
        if truth == .unknown { return false }
        push(.truth(truth == .met))
      case .text:
        let slot = record.slots[Int(operand.index)]
        guard slot.isPresent else { return false }
        push(.text(String(decoding: record.text(slot), as: UTF8.self)))
      case .record: push(.record(record))
      }
    }
    return !hasFailed
  }

  private mutating func push(_ operand: OperandValue) {
    if operandCount < operands.count { operands[operandCount] = operand } else { operands.append(operand) }
    operandCount += 1
  }

  /// Removes the operands from an index on from the stack.
  ///
  /// Records among them are released, because otherwise the next write to a buffer that they share would copy it.
  mutating func dropOperands(from first: Int) {
    for index in first..<operandCount { if case .record = operands[index] { operands[index] = .truth(false) } }
    operandCount = first
  }
}
