import KepingCore

/// A new value of one bound of a clause.
struct BoundChange {
  /// The index of the bound among those of the clause.
  let index: Int
  /// The check that has the bound.
  let check: CheckID
  /// The index of the bound among those of the check itself.
  let ordinal: Int
  /// Whether the bound belongs to a filter of a list, and not to the check.
  let isOfFilter: Bool
  /// The bound of the plugin.
  let old: Bound
  /// The bound of the configuration.
  let new: Bound

  /// Finds the bound that a key of the configuration names.
  ///
  /// - Parameters:
  ///   - key: the clause, if it has one bound, or the clause and the 1-based number of the bound: `1.1/target/3/2`.
  ///   - bound: the new bound.
  /// - Throws: ``Diagnostic`` with code `unknown-bound`, `invalid-bound` or `wrong-unit`.
  init(_ key: ConfigurationKey, _ bound: Configuration.Entry<Bound>, in program: Program) throws(Diagnostic) {
    let parts = key.id.split(separator: "/")
    let clause = key.id.clauseID
    let known = program.bounds(ofClause: clause)
    let index = parts.count == 4 ? Int(parts[3]).map { $0 &- 1 } : known.count == 1 ? 0 : nil
    guard parts.count <= 4, let index, known.indices.contains(index) else {
      throw bound.node.fault(
        known.isEmpty ? .noBound(clause: clause) : .unnamedBound(clause: clause, bounds: known.map(\.bound.text)))
    }
    let old = known[index]
    self.index = index
    check = old.check
    let own = program.checks.ownBounds(of: old.check).count
    // The bounds of a check follow each other, as often as the clause contains the check.
    let earlier = known[..<index].reversed().prefix { $0.check == old.check }.count
    ordinal = earlier % own
    // The bound of a comparison comes after those of the quantity that it compares.
    switch program.checks[old.check] {
    case .compare, .compareDates, .compareSpan: isOfFilter = ordinal < own - 1
    default: isOfFilter = true
    }
    // Whether 3 means 3% or 300%, nobody can tell.
    if !old.bound.unit.name.isEmpty, bound.value.text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) {
      throw bound.node.fault(.boundWithoutUnit(key, new: bound.value.text, bound: old.bound))
    }
    guard let new = program.checks.replacement(of: old.check, old.bound, isOfFilter: isOfFilter, by: bound.value) else {
      // A bound such as 80 or 2:1 is one for a ratio only.
      if bound.value.unit.measure == .share { _ = try Bound(bound.node, text: bound.value.text) }
      throw bound.node.fault(.wrongUnit(new: bound.value.text, old: old.bound.text))
    }
    self.old = old.bound
    self.new = new
  }
}

extension Program {
  /// Changes bounds of a clause, and of the grades that measure by the same checks.
  mutating func change(_ changes: [BoundChange], ofClause id: String) {
    for index in directions.indices {
      let direction = directions[index]
      guard let clause = direction.clauses.firstIndex(where: { $0.id == id }), let check = direction.clauses[clause].check else {
        continue
      }
      let starts = checks.bounds(of: check).map(\.bound.value)
      for (item, criterion) in direction.criteria.enumerated() where measures(criterion, of: direction, clause, changes) {
        directions[index].criteria[item].grade = checks.changing(
          criterion.grade, changes, starts: criterion.clause == clause ? starts : [])
      }
      directions[index].clauses[clause].check = checks.replacing(changes.byCheck, in: check)
    }
  }

  /// Returns whether changed bounds of a clause may reach a criterion: its own, or one whose clause has other bounds.
  private func measures(_ criterion: Criterion, of direction: Direction, _ clause: Int, _ changes: [BoundChange]) -> Bool {
    guard let other = criterion.clause, other != clause else { return true }
    let own = direction.clauses[other].check.map { checks.descendants(of: $0) } ?? []
    return !own.contains { check in changes.contains { checks.isSame(check, $0.check) } }
  }
}

extension Checks {
  /// Returns a bound of the configuration in the form that its place in a check needs, or nil if its unit does not fit.
  fileprivate func replacement(of check: CheckID, _ old: Bound, isOfFilter: Bool, by new: Bound) -> Bound? {
    let measure: Measure
    switch self[check] {
    case .compareSpan: return new.months == nil ? nil : new
    case .compareDates: return new.unit.measure == .date ? new : nil
    case .compare(let compare) where !isOfFilter:
      measure = self[compare.quantity].measure
      if case .growth = self[compare.quantity].source, new.text.contains(where: { ":：".contains($0) }) { return nil }
    default: measure = old.unit.measure
    }
    switch measure {
    // It depends on the quantity whether 30% is a share or a number of percent, and whether a number without a unit is a bound.
    case .share:
      guard let share = try? Bound(share: new.text) else { return nil }
      // The factor of a product is a share or multiple above 0, and no pair.
      return isOfFilter && (share.value <= 0 || share.proportion?.notation == .pair) ? nil : share
    case .plain where new.unit.measure == .share: return try? Bound(plain: new.text)
    case .plain, .count:
      guard measure.accepts(new.unit), (old.unit.measure == .money) == (new.unit.measure == .money),
        Measure.percent.accepts(old.unit) == Measure.percent.accepts(new.unit)
      else { return nil }
      return new
    case .money, .percent, .date: return measure.accepts(new.unit) ? new : nil
    }
  }
}

extension Checks {
  /// Returns a grade that measures by changed bounds.
  ///
  /// - Parameter starts: the plugin's bounds of the clause that the criterion rewards; empty for another criterion.
  fileprivate mutating func changing(_ grade: Grade, _ changes: [BoundChange], starts: [Double]) -> Grade {
    switch grade {
    case .outcome, .linear: return grade
    case .quantity(let quantity): return .quantity(changing(quantity, changes))
    case .share(let parts):
      var changed: [CheckID] = []
      for part in parts { changed.append(changing(part, changes)) }
      return .share(changed)
    case .tiered(let tiers, let otherwise):
      var changed: [Grade.Tier] = []
      for tier in tiers {
        let when = changing(tier.when, changes)
        changed.append(Grade.Tier(when: when, grade: changing(tier.grade, changes, starts: [])))
      }
      return .tiered(changed, otherwise: changing(otherwise, changes, starts: []))
    case .reach(let quantity, let from, let full):
      // Points for the quantity of a bound begin at that bound.
      let changed = changing(quantity, changes)
      let first = changes.last { !$0.isOfFilter && $0.old.value == from && compares(quantity, $0.check) }
      if let first { return .reach(changed, from: start(of: first.new, for: quantity), full: full) }
      guard !starts.isEmpty, starts.allSatisfy({ $0 == from }) else { return .reach(changed, from: from, full: full) }
      // Points for another quantity, such as the sum of alternatives, begin at the smallest bound if they did so before.
      var moved = starts
      for change in changes { moved[change.index] = start(of: change.new, for: quantity) }
      return .reach(changed, from: moved.min() ?? from, full: full)
    }
  }

  /// Returns a copy of a grade's check with the changed bounds; the check itself if it has none of them.
  private mutating func changing(_ id: CheckID, _ changes: [BoundChange]) -> CheckID {
    var bounds: [CheckID: [Int: Bound]] = [:]
    for change in changes {
      for check in descendants(of: id) where isSame(check, change.check) {
        bounds[check, default: [:]][change.ordinal] = change.new
      }
    }
    return replacing(bounds, in: id)
  }

  /// Returns a copy of a grade's quantity with the changed bounds of its filters; the quantity itself if it has none of them.
  private mutating func changing(_ id: QuantityID, _ changes: [BoundChange]) -> QuantityID {
    var bounds: [Int: Bound] = [:]
    for change in changes where change.isOfFilter && compares(id, change.check) { bounds[change.ordinal] = change.new }
    return bounds.isEmpty ? id : replacing(bounds, in: id)
  }

  /// Returns whether two checks are the same one, or compare the same quantity with the same bound of the plugin.
  fileprivate func isSame(_ first: CheckID, _ second: CheckID) -> Bool {
    if first == second { return true }
    switch (self[first], self[second]) {
    case (.compare(let left), .compare(let right)):
      return left.comparison == right.comparison && left.written == right.written && isSame(left.quantity, right.quantity)
    case (.compareSpan(let left), .compareSpan(let right)):
      return left.comparison == right.comparison && left.written == right.written && isSame(left.quantity, right.quantity)
    case (.compareDates(let left), .compareDates(let right)):
      return left.comparison == right.comparison && left.field.path == right.field.path
        && left.written != nil && left.written == right.written
    case (.compareQuantities(let left), .compareQuantities(let right)):
      return left.comparison == right.comparison && isSame(left.left, right.left) && isSame(left.right, right.right)
    case (.any(let left), .any(let right)): return left.isWritten(like: right)
    case (.every(let left), .every(let right)): return left.match.isWritten(like: right.match)
    default: return false
    }
  }

  /// Returns whether two quantities are the same one, or are written in the same way.
  private func isSame(_ first: QuantityID, _ second: QuantityID) -> Bool {
    if first == second { return true }
    let (left, right) = (self[first], self[second])
    guard left.path == right.path, left.label == right.label else { return false }
    switch (left.source, right.source) {
    case (.computed, _): return false
    case (.elements(let first), .elements(let second)): return first.match.isWritten(like: second.match)
    default:
      let (first, second) = (operands(of: left), operands(of: right))
      return first.count == second.count && zip(first, second).allSatisfy { isSame($0, $1) }
    }
  }

  /// Returns whether a check compares a quantity with its bound.
  private func compares(_ quantity: QuantityID, _ check: CheckID) -> Bool {
    switch self[check] {
    case .compare(let compare): isSame(compare.quantity, quantity)
    case .compareSpan(let compare): isSame(compare.quantity, quantity)
    case .compareQuantities(let compare): isSame(compare.left, quantity)
    default: false
    }
  }

  /// Returns the value of a quantity at which points begin, given a bound; a span counts in its own unit, whatever the bound's.
  private func start(of bound: Bound, for quantity: QuantityID) -> Double {
    guard case .span(let span) = self[quantity].source, let months = bound.months else { return bound.value }
    return Double(months / span.unit.months)
  }
}

extension [BoundChange] {
  /// The new bounds by check, and by their indices among the bounds of the check.
  fileprivate var byCheck: [CheckID: [Int: Bound]] {
    reduce(into: [:]) { bounds, change in bounds[change.check, default: [:]][change.ordinal] = change.new }
  }
}
