extension Evaluator {
  /// Returns the answer of a check.
  mutating func truth(_ id: Int32, _ program: CompiledProgram) -> Truth {
    let check = program.checks[Int(id)]
    switch check.kind {
    case .compare:
      guard let value = value(check.subject, program) else { return .unknown }
      return Truth(check.comparison.holds(value, check.bound))
    case .compareQuantities:
      guard let first = value(check.subject, program), let second = value(check.other, program) else { return .unknown }
      return Truth(check.comparison.holds(first, second))
    case .compareDates: return truth(of: program.dates[Int(check.subject)], check.comparison)
    case .compareSpan: return truth(ofSpan: check, program)
    case .compareExactly, .compareQuantitiesExactly: return exactTruth(check, program)
    case .isTrue:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? Truth(slot.number == 1) : .unknown
    case .isOne:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? Truth(program.contains(check.parts, slot.number)) : check.absent
    case .within:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? Truth(begins(slot, check.parts, program)) : .unknown
    case .given: return record.slots[Int(check.subject)].isPresent ? .met : .unknown
    case .some:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? Truth(slot.count > 0) : check.absent
    case .none:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? Truth(slot.count == 0) : check.absent.negated
    case .contains:
      let slot = record.slots[Int(check.subject)]
      return slot.isPresent ? truth(ofKnown: check.other, in: slot) : check.absent
    case .not: return truth(check.subject, program).negated
    case .leftOpen: return truth(check.subject, program) == .met ? .met : .unknown
    case .any, .all, .anyOf, .judged, .every, .compareElements, .tiered: return cachedTruth(id, program)
    }
  }

  /// Returns the cached answer of an expensive check, or evaluates the check and caches its answer.
  private mutating func cachedTruth(_ id: Int32, _ program: CompiledProgram) -> Truth {
    if let cached = Truth(rawValue: Int8(bitPattern: truths[Int(id)])) { return cached }
    let truth =
      switch program.checks[Int(id)].kind {
      case .any: truth(ofMatch: Int(program.checks[Int(id)].subject), program)
      case .all: truth(ofAll: program.checks[Int(id)].parts, program)
      case .anyOf: truth(ofAny: program.checks[Int(id)].parts, program)
      case .every: truth(ofEvery: program.matches[Int(program.checks[Int(id)].subject)], program)
      case .compareElements: truth(ofElements: program.checks[Int(id)], program)
      case .tiered: truth(ofTiers: program.checks[Int(id)].parts, program)
      default: truth(ofCall: program.checks[Int(id)].call, program)
      }
    truths[Int(id)] = UInt8(truth.rawValue)
    return truth
  }

  private mutating func truth(ofAll parts: Range<Int32>, _ program: CompiledProgram) -> Truth {
    var all = Truth.met
    for part in parts {
      all = min(all, truth(program.lists[Int(part)], program))
      if all == .unmet { break }
    }
    return all
  }

  private mutating func truth(ofAny parts: Range<Int32>, _ program: CompiledProgram) -> Truth {
    var any = Truth.unmet
    for part in parts {
      any = max(any, truth(program.lists[Int(part)], program))
      if any == .met { break }
    }
    return any
  }

  private mutating func truth(ofCall call: CompiledCall, _ program: CompiledProgram) -> Truth {
    let first = operandCount
    defer { dropOperands(from: first) }
    guard gatherOperands(call, program), let functions else { return .unknown }
    do throws(EvaluationFailure) {
      return Truth(try functions.judge(Int(call.function), operands[first..<operandCount]))
    } catch {
      recordFailure(error)
      return .unknown
    }
  }

  /// Returns whether the text of a slot begins with a prefix.
  /// - Parameter prefix: the range of the prefix in ``CompiledProgram/prefixes``.
  mutating func begins(_ slot: Record.Slot, _ prefix: Range<Int32>, _ program: CompiledProgram) -> Bool {
    slot.isUnescaped
      ? Self.begins(slot, of: record.unescaped, program.prefixes, prefix)
      : Self.begins(slot, of: record.bytes, program.prefixes, prefix)
  }

  private static func begins(_ slot: Record.Slot, of bytes: Bytes, _ prefixes: Bytes, _ prefix: Range<Int32>) -> Bool {
    let count = Int(prefix.length)
    return Int(slot.end &- slot.start) >= count
      && bytes.span.isEqual(from: Int(slot.start), count: count, to: prefixes.span, at: Int(prefix.lowerBound))
  }

  /// Returns whether a list of texts has a known value; unknown if it has only another text that is none of the known values.
  private mutating func truth(ofKnown known: Int32, in list: Record.Slot) -> Truth {
    var any = Truth.unmet
    for index in 0..<list.count {
      let number = record.elements[Int(list.start) + index].number
      if number == Double(known) { return .met }
      if number < 0 { any = .unknown }
    }
    return any
  }

  /// Returns the index of the first element of a list of texts that has a known value, or nil if there is none.
  ///
  /// - Parameter known: the index of the value among the choices; -1 for a text that is none of them.
  mutating func firstIndex(of known: Int32, in list: Record.Slot) -> Int? {
    for index in 0..<list.count where record.elements[Int(list.start) + index].number == Double(known) { return index }
    return nil
  }
}
