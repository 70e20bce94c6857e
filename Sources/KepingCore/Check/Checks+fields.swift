extension Checks {
  /// Returns the fields that a clause reads.
  public func fields(of clause: Clause) -> FieldsRead {
    var reader = FieldReader(checks: self)
    for case var check? in [clause.appliesWhen, clause.check] { reader.visit(&check) }
    return reader.fields
  }

  /// Returns the fields that the grade of a criterion reads, without the fields that its clause reads.
  public func fields(of criterion: Criterion) -> FieldsRead {
    var reader = FieldReader(checks: self)
    criterion.grade.visit(&reader)
    return reader.fields
  }

  /// Returns the fields that the clauses and criteria of a direction read.
  public func fields(of direction: Direction) -> FieldsRead {
    var read = FieldsRead()
    for clause in direction.clauses { read.formUnion(fields(of: clause)) }
    for criterion in direction.criteria { read.formUnion(fields(of: criterion)) }
    return read
  }
}

/// Collects the fields that checks and quantities read, including those of their parts.
private struct FieldReader: PartVisitor {
  let checks: Checks
  private(set) var fields = FieldsRead()
  /// The unit in which the enclosing check uses the quantity that is being visited; nil for no particular unit.
  private var unit: Unit?

  init(checks: Checks) { self.checks = checks }

  mutating func visit(_ check: inout CheckID) { checks.visit(check, &self) }

  mutating func visit(_ quantity: inout QuantityID, in asked: AskedUnit) {
    let outer = unit
    switch asked {
    case .any: unit = nil
    case .unit(let unit): self.unit = unit
    case .outer: break
    }
    checks.visit(quantity, &self)
    unit = outer
  }

  mutating func visit(_ call: inout FunctionCall) { call.visitOperands(&self) }

  mutating func visit(_ part: RecordPart) {
    switch part {
    case .slot(let slot): fields.slots.insert(slot)
    case .number(let slot): readNumber(slot)
    case .year(let year, let slot):
      fields.years[slot, default: []].insert(year)
      readNumber(slot)
    case .text(let text, let slot):
      fields.slots.insert(slot)
      fields.texts[slot, default: []].insert(text)
    case .elements(let match): read(match)
    case .elementNumber(let number, let match):
      fields.elements[match.list.slot, default: []].insert(number.field.name)
    case .wholeRecord: fields.isWholeRecord = true
    }
  }

  private mutating func readNumber(_ slot: Int) {
    fields.slots.insert(slot)
    if let unit, unit.measure == .count, fields.units[slot] == nil { fields.units[slot] = unit }
  }

  private mutating func read(_ match: ListMatch) {
    fields.slots.insert(match.list.slot)
    for filter in match.filters {
      fields.elements[match.list.slot, default: []].insert(filter.field.field.name)
      if let slot = filter.applicantSlot, match.includesApplicant { fields.slots.insert(slot) }
      if case .within(_, let fallback?) = filter.wanted { fields.slots.insert(fallback) }
    }
  }
}
