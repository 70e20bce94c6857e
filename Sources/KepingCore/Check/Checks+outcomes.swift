extension Checks {
  /// The outcomes that a clause can have, over all records that a schema allows.
  ///
  /// Its checks are taken to be independent of each other: where they are not, an outcome may be among these that no
  /// record has.
  public func outcomes(of clause: Clause, in schema: Schema) -> Set<Outcome> {
    let answers = PossibleAnswers(checks: self, given: schema.givenSlots)
    let applies = clause.appliesWhen.map { answers.truths(of: $0) } ?? [.met]
    var outcomes: Set<Outcome> = []
    if applies.contains(.unmet) { outcomes.insert(.notApplicable) }
    if applies.contains(.unknown) { outcomes.insert(.unknown) }
    if applies.contains(.met) {
      // A notice is registered, or it is not.
      let truths = clause.check.map { answers.truths(of: $0) } ?? [.met, .unknown]
      outcomes.formUnion(truths.map { Outcome($0) })
    }
    return outcomes
  }
}

extension Schema {
  /// The slots of fields that no well-formed record is without.
  var givenSlots: Set<Int> {
    func given(in parent: Int?) -> [Int] {
      names(in: parent).flatMap { name in
        guard let place = child(name, of: parent), nodes[place].field.isRequired else { return [Int]() }
        if case .object = nodes[place].field.type { return [nodes[place].slot] + given(in: place) }
        return [nodes[place].slot]
      }
    }
    return Set(given(in: nil))
  }
}

/// The answers that checks can have.
private struct PossibleAnswers {
  let checks: Checks
  /// The slots that every record fills.
  let given: Set<Int>

  func truths(of id: CheckID) -> Set<Truth> {
    switch checks[id] {
    case .compare(let quantity, let comparison, let bound, _, _):
      answers(to: comparison, bound.value, of: quantity).union(open(canBeUnknown(quantity)))
    case .compareQuantities(let left, _, let right):
      Set([.met, .unmet]).union(open(canBeUnknown(left) || canBeUnknown(right)))
    case .isTrue(let field), .within(let field, _, _):
      Set([.met, .unmet]).union(absence(of: field))
    case .isOne(let field, let known): Self.answers(of: field, amongst: known).union(absence(of: field))
    case .given(let field): Set([.met]).union(open(!given.contains(field.slot)))
    case .some(let field), .contains(let field, _): Set([.met, .unmet]).union(absence(of: field))
    case .none(let field): Set([.met, .unmet]).union(absence(of: field).map(\.negated))
    case .any(let match): truths(of: match)
    case .all(let children): children.map { truths(of: $0) }.reduce([.met]) { Self.pairs($0, $1, min) }
    case .anyOf(let children): children.map { truths(of: $0) }.reduce([.unmet]) { Self.pairs($0, $1, max) }
    case .not(let child): Set(truths(of: child).map(\.negated))
    case .leftOpen(let child, _): Set(truths(of: child).map { $0 == .met ? .met : .unknown })
    case .judged(let call, _): Set([.met, .unmet]).union(open(canBeUnknown(call)))
    }
  }

  /// What a list can answer: empty it matches nothing, else as its elements do.
  private func truths(of match: ListMatch) -> Set<Truth> {
    let elements = match.filters.map { filter -> Set<Truth> in
      var isOpen = !filter.field.field.isRequired
      if case .within(_, let fallback?) = filter.wanted { isOpen = isOpen && !given.contains(fallback) }
      return Self.answers(of: filter).union(isOpen ? [Self.absent(filter.field)] : [])
    }.reduce([.met]) { Self.pairs($0, $1, min) }
    let list = absence(of: match.list).union([.unmet]).union(elements)
    guard match.includesApplicant else { return list }
    let applicant = match.filters.map { filter -> Set<Truth> in
      guard let slot = filter.applicantSlot else { return [Self.absent(filter.field)] }
      return Self.answers(of: filter).union(given.contains(slot) ? [] : [Self.absent(filter.field)])
    }.reduce([.met]) { Self.pairs($0, $1, min) }
    return Self.pairs(applicant, list, max)
  }

  private static func answers(of filter: ListMatch.Filter) -> Set<Truth> {
    guard case .known(let known) = filter.wanted else { return [.met, .unmet] }
    return answers(of: filter.field, amongst: known)
  }

  /// Whether a choice is among some of its values, where it is given: always, where these are all that it can have.
  private static func answers(of field: FieldReference, amongst known: Set<Int>) -> Set<Truth> {
    if case .choice(let choices, isOpen: false) = field.field.type, known.count == choices.count { return [.met] }
    return [.met, .unmet]
  }

  /// Amounts and counts are not below 0, so that some bounds are always kept.
  private func answers(to comparison: Comparison, _ bound: Double, of quantity: QuantityID) -> Set<Truth> {
    guard checks[quantity].measure != .plain else { return [.met, .unmet] }
    switch comparison {
    case .atLeast where bound <= 0: return [.met]
    case .lessThan where bound <= 0: return [.unmet]
    default: return [.met, .unmet]
    }
  }

  private func canBeUnknown(_ id: QuantityID) -> Bool {
    switch checks[id].source {
    case .field(let slot, let tally): !given.contains(tally ?? slot)
    case .tally(_, let tally): !given.contains(tally)
    case .yearly: true
    case .length(let slot, let absence): absence == .unknown && !given.contains(slot)
    case .sum(let parts): parts.contains { canBeUnknown($0) }
    case .knownSum(let parts): parts.allSatisfy { canBeUnknown($0) }
    case .computed(let call): canBeUnknown(call)
    }
  }

  private func canBeUnknown(_ call: FunctionCall) -> Bool {
    call.operands.contains { operand in
      switch operand {
      case .quantity(let id): canBeUnknown(id)
      case .check(let id): truths(of: id).contains(.unknown)
      case .text(let slot, _, _): !given.contains(slot)
      case .record: false
      }
    }
  }

  /// What the absence of a field answers; nothing where it is never absent.
  private func absence(of field: FieldReference) -> Set<Truth> {
    given.contains(field.slot) ? [] : [Self.absent(field)]
  }

  private static func absent(_ field: FieldReference) -> Truth { field.field.absence == .none ? .unmet : .unknown }

  private func open(_ canBeUnknown: Bool) -> Set<Truth> { canBeUnknown ? [.unknown] : [] }

  private static func pairs(_ first: Set<Truth>, _ second: Set<Truth>, _ join: (Truth, Truth) -> Truth) -> Set<Truth> {
    Set(first.flatMap { one in second.map { join(one, $0) } })
  }
}
