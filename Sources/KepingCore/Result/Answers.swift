/// The answers of one record to the checks of its program.
struct Answers {
  let record: Record
  let checks: Checks
  let functions: any ProgramFunctions

  /// The value of a quantity; nil where it is unknown.
  func value(_ id: QuantityID) throws(EvaluationFailure) -> Double? {
    switch checks[id].source {
    case .field(let slot, let tally):
      let value = record.slots[slot]
      if value.isPresent { return value.number }
      return tally.map { record.slots[$0].isPresent } == true ? 0 : nil
    case .yearly(let slot, let year): return record.amount(record.slots[slot], year: year)
    case .length(let slot, let absence):
      let list = record.slots[slot]
      return list.isPresent ? Double(list.count) : absence == .none ? 0 : nil
    case .tally(let slots, let tally):
      guard record.slots[tally].isPresent else { return nil }
      var sum = 0.0
      for slot in slots { sum += record.slots[slot].number }
      return sum
    case .sum(let parts):
      var sum = 0.0
      for part in parts {
        guard let value = try value(part) else { return nil }
        sum += value
      }
      return finite(sum)
    case .knownSum(let parts):
      var sum: Double?
      for part in parts { if let value = try value(part) { sum = (sum ?? 0) + value } }
      return sum.map(finite)
    case .computed(let call):
      guard let operands = try values(call.operands) else { return nil }
      return try functions.compute(call.function, operands, record)
    }
  }

  /// A sum beyond all doubles is the largest of them: no result has an infinite number.
  private func finite(_ sum: Double) -> Double {
    min(max(sum, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  /// The values of a function's operands; nil where one is unknown.
  func values(_ operands: [Operand]) throws(EvaluationFailure) -> [OperandValue]? {
    var values: [OperandValue] = []
    values.reserveCapacity(operands.count)
    for operand in operands {
      switch operand {
      case .quantity(let id):
        guard let value = try value(id) else { return nil }
        values.append(.number(value))
      case .check(let id):
        let truth = try truth(id)
        if truth == .unknown { return nil }
        values.append(.truth(truth == .met))
      case .text(let slot, _, _):
        guard record.slots[slot].isPresent else { return nil }
        values.append(.text(String(decoding: record.text(record.slots[slot]), as: UTF8.self)))
      case .record: values.append(.record)
      }
    }
    return values
  }

  /// The answer to a check.
  func truth(_ id: CheckID) throws(EvaluationFailure) -> Truth {
    switch checks[id] {
    case .compare(let quantity, let comparison, let bound, _, _):
      guard let value = try value(quantity) else { return .unknown }
      return Truth(comparison.holds(value, bound.value))
    case .compareQuantities(let left, let comparison, let right):
      guard let first = try value(left), let second = try value(right) else { return .unknown }
      return Truth(comparison.holds(first, second))
    case .isTrue(let field):
      let slot = record.slots[field.slot]
      return slot.isPresent ? Truth(slot.number == 1) : .unknown
    case .isOne(let field, let known):
      let slot = record.slots[field.slot]
      return slot.isPresent ? Truth(known.contains(Int(slot.number))) : absent(field)
    case .within(let field, let prefix, _):
      let slot = record.slots[field.slot]
      return slot.isPresent ? Truth(record.text(slot).starts(with: prefix)) : .unknown
    case .given(let field): return record.slots[field.slot].isPresent ? .met : .unknown
    case .some(let field):
      let slot = record.slots[field.slot]
      return slot.isPresent ? Truth(slot.count > 0) : absent(field)
    case .none(let field):
      let slot = record.slots[field.slot]
      return slot.isPresent ? Truth(slot.count == 0) : absent(field).negated
    case .contains(let field, let known):
      let slot = record.slots[field.slot]
      guard slot.isPresent else { return absent(field) }
      for index in 0..<slot.count where record.elements[Int(slot.start) + index].number == Double(known) { return .met }
      return .unmet
    case .any(let match): return any(match)
    case .all(let children):
      var all = Truth.met
      for child in children {
        all = min(all, try truth(child))
        if all == .unmet { break }
      }
      return all
    case .anyOf(let children):
      var any = Truth.unmet
      for child in children {
        any = max(any, try truth(child))
        if any == .met { break }
      }
      return any
    case .not(let child): return try truth(child).negated
    case .leftOpen(let child, _): return try truth(child) == .met ? .met : .unknown
    case .judged(let call, _):
      guard let operands = try values(call.operands) else { return .unknown }
      return Truth(try functions.judge(call.function, operands, record))
    }
  }

  private func absent(_ field: FieldReference) -> Truth { field.field.absence == .none ? .unmet : .unknown }

  private func any(_ match: ListMatch) -> Truth {
    let list = record.slots[match.list.slot]
    var any: Truth = list.isPresent ? .unmet : absent(match.list)
    if match.includesApplicant { any = max(any, truth(of: nil, in: match, list)) }
    guard list.isPresent else { return any }
    for index in 0..<list.count where any != .met { any = max(any, truth(of: index, in: match, list)) }
    return any
  }

  /// Whether an element matches; nil is the applicant itself.
  func truth(of element: Int?, in match: ListMatch, _ list: Record.Slot) -> Truth {
    var all = Truth.met
    for filter in match.filters {
      let slot = slot(of: filter, element, in: match, list)
      let truth: Truth
      if !slot.isPresent {
        truth = filter.field.field.absence == .none ? .unmet : .unknown
      } else {
        switch filter.wanted {
        case .known(let known): truth = Truth(known.contains(Int(slot.number)))
        case .within(let prefix, _): truth = Truth(record.text(slot).starts(with: prefix))
        case .flag(let wanted): truth = Truth((slot.number == 1) == wanted)
        }
      }
      all = min(all, truth)
      if all == .unmet { break }
    }
    return all
  }

  /// What a filter looks at: the element's own value, or what stands in for it.
  func slot(of filter: ListMatch.Filter, _ element: Int?, in match: ListMatch, _ list: Record.Slot) -> Record.Slot {
    guard let element else { return filter.applicantSlot.map { record.slots[$0] } ?? Record.Slot() }
    let own = record.element(element, of: list, stride: match.stride, field: filter.field.slot)
    if !own.isPresent, case .within(_, let fallback?) = filter.wanted { return record.slots[fallback] }
    return own
  }
}
