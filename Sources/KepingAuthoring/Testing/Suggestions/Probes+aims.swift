import KepingCore

extension Probes {
  /// Returns edits that should give a check an answer, the shortest first.
  func making(_ id: CheckID, _ truth: Truth) -> [Edit] {
    switch checks[id] {
    case .compare(let check): return making(check, truth)
    case .all(let check):
      return truth == .met ? [together(check.children, .met)] : check.children.flatMap { making($0, truth).prefix(2) }
    case .anyOf(let check):
      return truth == .unmet ? [together(check.children, .unmet)] : check.children.flatMap { making($0, truth).prefix(2) }
    case .not(let check): return making(check.child, truth.negated)
    case .leftOpen(let check): return making(check.child, truth == .unknown ? .unmet : truth)
    case .tiered(let check):
      return check.tiers.flatMap { tier in
        making(tier.when, .met).prefix(1).flatMap { when in making(tier.check, truth).prefix(2).map { when.adding($0) } }
      } + making(check.otherwise, truth).map { $0.adding(together(check.tiers.map(\.when), .unmet)) }
    case .isTrue(let check):
      return [Edit(check.field.path, truth == .unknown ? .null : .flag(truth == .met))]
    case .isOne(let check):
      if truth == .unknown { return [Edit(check.field.path, .null)] }
      return choices(of: check.field).filter { check.known.contains($0.index) == (truth == .met) }
        .map { Edit(check.field.path, .text($0.value)) }
    case .contains(let check):
      if truth == .unknown { return [Edit(check.field.path, .null), Edit(check.field.path, .list([.text("其他（虚构）")]))] }
      return [Edit(check.field.path, .list(truth == .met ? [.text(check.field.field.type.choices[check.known].value)] : []))]
    case .within(let check):
      if truth == .unknown { return [Edit(check.field.path, .null)] }
      return regions(check.prefix, inside: truth == .met).map { Edit(check.field.path, .text($0)) }
    case .given(let check): return truth == .met ? samples(of: check.field.slot) : [Edit(check.field.path, .null)]
    case .some(let check): return [Edit(check.field.path, list(truth, of: check.field))]
    case .none(let check): return [Edit(check.field.path, list(truth.negated, of: check.field))]
    case .any(let match): return making(match, truth)
    case .every(let check): return making(check.match, truth)
    case .compareDates, .compareSpan, .compareQuantities, .judged: return probes(of: id)
    }
  }

  /// Returns an edit that should give several checks the same answer.
  func together(_ ids: some Sequence<CheckID>, _ truth: Truth) -> Edit {
    ids.reduce(.none) { edit, id in edit.adding(making(id, truth).first ?? .none) }
  }

  /// Returns edits that put a quantity at its bound, or one step beyond it.
  private func making(_ check: CompareCheck, _ truth: Truth) -> [Edit] {
    if truth == .unknown { return removing(check.quantity) }
    let (below, above) = neighbours(of: check.bound, for: check.quantity)
    let value: Double? =
      switch (check.comparison, truth == .met) {
      case (.atLeast, true), (.atMost, true), (.moreThan, false), (.lessThan, false): check.bound.value
      case (.atLeast, false), (.lessThan, true): below
      case (.moreThan, true), (.atMost, false): above
      }
    return value.map { setting(check.quantity, to: $0) } ?? []
  }

  /// Returns the values one step below and above a bound.
  func neighbours(of bound: Bound, for quantity: QuantityID) -> (below: Double?, above: Double?) {
    let moved = bound.neighbours(context.step(of: quantity)).map(\.value)
    return (moved.first { $0 < bound.value }, moved.first { $0 > bound.value })
  }

  /// Returns the values of a choice with their indices; the last is a text that is none of them if the field is open.
  func choices(of field: FieldReference) -> [(index: Int, value: String)] {
    var values = field.field.type.choices.enumerated().map { ($0, $1.value) }
    if case .choice(_, isOpen: true) = field.field.type { values.append((-1, "其他（虚构）")) }
    return values
  }
}
