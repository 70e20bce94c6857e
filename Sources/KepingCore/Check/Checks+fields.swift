/// What checks read of a record.
public struct FieldsRead: Sendable, Equatable {
  /// The slots of single fields, tallies' counts, and lists.
  public internal(set) var slots: Set<Int> = []
  /// The years of money by year, by its slot.
  public internal(set) var years: [Int: Set<Int>] = [:]
  /// The fields of lists' elements by their names, by the list's slot.
  public internal(set) var elements: [Int: Set<String>] = [:]
  /// The known texts that are looked for in a list of texts, by its slot and their places.
  public internal(set) var texts: [Int: Set<Int>] = [:]
  /// The units in which single counts are asked for, by slot.
  public internal(set) var units: [Int: Unit] = [:]
  /// Whether a plugin's function is given the whole record.
  public internal(set) var isWholeRecord = false

  public init() {}

  /// Adds what others read.
  public mutating func formUnion(_ other: FieldsRead) {
    slots.formUnion(other.slots)
    years.merge(other.years) { $0.union($1) }
    elements.merge(other.elements) { $0.union($1) }
    texts.merge(other.texts) { $0.union($1) }
    units.merge(other.units) { first, _ in first }
    isWholeRecord = isWholeRecord || other.isWholeRecord
  }
}

extension Checks {
  /// What a clause reads.
  public func fields(of clause: Clause) -> FieldsRead {
    var read = FieldsRead()
    for check in [clause.appliesWhen, clause.check].compactMap({ $0 }) { add(check, to: &read) }
    return read
  }

  /// What a criterion reads besides its clause.
  public func fields(of criterion: Criterion) -> FieldsRead {
    var read = FieldsRead()
    switch criterion.grade {
    case .outcome: break
    case .reach(let quantity, _, let full): add(quantity, full.unit, to: &read)
    case .share(let parts): for part in parts { add(part, to: &read) }
    case .quantity(let quantity): add(quantity, nil, to: &read)
    }
    return read
  }

  /// What a direction reads.
  public func fields(of direction: Direction) -> FieldsRead {
    var read = FieldsRead()
    for clause in direction.clauses { read.formUnion(fields(of: clause)) }
    for criterion in direction.criteria { read.formUnion(fields(of: criterion)) }
    return read
  }

  private func add(_ check: CheckID, to read: inout FieldsRead) {
    switch self[check] {
    case .compare(let quantity, _, let bound, _, _): add(quantity, bound.unit, to: &read)
    case .compareQuantities(let left, _, let right):
      add(left, nil, to: &read)
      add(right, nil, to: &read)
    case .isTrue(let field), .isOne(let field, _), .within(let field, _, _), .given(let field), .some(let field),
      .none(let field):
      read.slots.insert(field.slot)
    case .contains(let field, let known):
      read.slots.insert(field.slot)
      read.texts[field.slot, default: []].insert(known)
    case .any(let match):
      read.slots.insert(match.list.slot)
      for filter in match.filters {
        read.elements[match.list.slot, default: []].insert(filter.field.field.name)
        if let own = filter.applicantSlot, match.includesApplicant { read.slots.insert(own) }
        if case .within(_, let fallback?) = filter.wanted { read.slots.insert(fallback) }
      }
    case .all(let children), .anyOf(let children): for child in children { add(child, to: &read) }
    case .not(let child), .leftOpen(let child, _): add(child, to: &read)
    case .judged(let call, _): add(call, to: &read)
    }
  }

  private func add(_ quantity: QuantityID, _ unit: Unit?, to read: inout FieldsRead) {
    let slots: [Int]
    switch self[quantity].source {
    case .field(let slot, _): slots = [slot]
    case .yearly(let slot, let year):
      read.years[slot, default: []].insert(year)
      slots = [slot]
    case .length(let slot, _):
      _ = read.slots.insert(slot)
      return
    case .tally(let all, _): slots = all
    case .sum(let parts), .knownSum(let parts):
      for part in parts { add(part, unit, to: &read) }
      return
    case .computed(let call): return add(call, to: &read)
    }
    for slot in slots {
      read.slots.insert(slot)
      if let unit, unit.measure == .count, read.units[slot] == nil { read.units[slot] = unit }
    }
  }

  private func add(_ call: FunctionCall, to read: inout FieldsRead) {
    for operand in call.operands {
      switch operand {
      case .quantity(let id): add(id, nil, to: &read)
      case .check(let id): add(id, to: &read)
      case .text(let slot, _, _): read.slots.insert(slot)
      case .record: read.isWholeRecord = true
      }
    }
  }
}
