import KepingCore

extension Trial {
  /// An expectation of a suggested case, with what it notices.
  struct Item {
    var candidate: Candidate
    /// Whether the case expects the points, and not the outcome.
    let expectsPoints: Bool
    /// The index of the candidate among those that were tried.
    let order: Int
    /// The indices of the changes that the expectation is chosen for.
    var noticed: Set<Int>

    /// The changes that the expectation notices.
    var all: Set<Int> { expectsPoints ? candidate.byPoints : candidate.byOutcome }
  }

  /// The most applications that are tried for an id, without and with pairs of edits.
  private static let limits = (single: 800, pairs: 1500)

  /// Searches applications that the unchanged program answers differently from the changed ones.
  /// - Returns: the chosen expectations, and the number of applications that were tried.
  func search(_ probes: Probes) -> (items: [Item], tried: Int) {
    let edits = Array(probes.probes(of: clause, criteria).prefix(Self.limits.single))
    var candidates: [Candidate] = []
    var tried = 0
    func attempt(_ edit: Edit, wanted: Set<Int>? = nil) {
      tried += 1
      if let found = candidate(edit, base: probes.base, wanted: wanted) { candidates.append(found) }
      guard clause?.kind == .notice else { return }
      if let found = candidate(edit, notices: [id], base: probes.base, wanted: wanted) { candidates.append(found) }
    }
    for edit in edits { attempt(edit) }
    var missing = Set(mutants.indices).subtracting(candidates.reduce(into: []) { $0.formUnion($1.byOutcome.union($1.byPoints)) })
    var unseen = Set(gaps).subtracting(candidates.compactMap(\.answer.outcome))
    if !missing.isEmpty || !unseen.isEmpty {
      for edit in thresholds(probes) { attempt(edit) }
      missing.subtract(candidates.reduce(into: []) { $0.formUnion($1.byOutcome.union($1.byPoints)) })
      unseen.subtract(candidates.compactMap(\.answer.outcome))
    }
    pairs: for (index, edit) in edits.enumerated() {
      for other in edits[(index + 1)...] {
        guard !missing.isEmpty || !unseen.isEmpty, tried < edits.count + Self.limits.pairs else { break pairs }
        attempt(edit.adding(other).shortened(for: probes.base), wanted: missing)
        guard let last = candidates.last else { continue }
        missing.subtract(last.byOutcome.union(last.byPoints))
        if let outcome = last.answer.outcome { unseen.remove(outcome) }
      }
    }
    // In the order in which the applications were tried: by kind, and each at its bound first.
    let items = choose(candidates).sorted { $0.order < $1.order }.map { shortened($0, base: probes.base) }
    return (items, tried)
  }

  /// Chooses expectations until all changes are noticed and all outcomes are seen: first those that notice most, of equals the
  /// one with the fewest changes to the application.
  private func choose(_ candidates: [Candidate]) -> [Item] {
    var missing = Set(mutants.indices)
    var unseen = Set(gaps)
    var items: [Item] = []
    while true {
      var best: (item: Item, gain: Int, length: Int)?
      for (order, candidate) in candidates.enumerated() {
        for expectsPoints in [false, true] {
          let all = expectsPoints ? candidate.byPoints : candidate.byOutcome
          var gain = all.intersection(missing).count
          if !expectsPoints, let outcome = candidate.answer.outcome, unseen.contains(outcome) { gain += 1 }
          guard gain > 0 else { continue }
          let length = candidate.edit.values.reduce(0) { $0 + 20 + $1.value.bytes.count } + (expectsPoints ? 10 : 0)
          if let best, (best.gain, -best.length) >= (gain, -length) { continue }
          let item = Item(
            candidate: candidate, expectsPoints: expectsPoints, order: order, noticed: all.intersection(missing))
          best = (item, gain, length)
        }
      }
      guard let best else { return withoutNeedless(items) }
      items.append(best.item)
      missing.subtract(best.item.all)
      if !best.item.expectsPoints, let outcome = best.item.candidate.answer.outcome { unseen.remove(outcome) }
    }
  }

  /// Leaves out expectations for which later ones stand in.
  private func withoutNeedless(_ items: [Item]) -> [Item] {
    var kept = items
    for index in items.indices.reversed() where kept.count > 1 {
      guard kept.indices.contains(index) else { continue }
      var rest = kept
      let item = rest.remove(at: index)
      let noticed = rest.reduce(into: Set<Int>()) { $0.formUnion($1.all) }
      let seen = Set(rest.filter { !$0.expectsPoints }.compactMap(\.candidate.answer.outcome))
      let outcome = item.expectsPoints ? nil : item.candidate.answer.outcome
      let isSeen = outcome.map { !gaps.contains($0) || seen.contains($0) } ?? true
      if isSeen, item.all.isSubset(of: noticed) { kept = rest }
    }
    var missing = Set(mutants.indices)
    return kept.map { item in
      var item = item
      item.noticed = item.all.intersection(missing)
      missing.subtract(item.all)
      return item
    }
  }

  /// Leaves out the changes to the application without which the same expectation notices the same changes of the program.
  private func shortened(_ item: Item, base: JSONValue) -> Item {
    var item = item
    for index in item.candidate.edit.values.indices.reversed() where item.candidate.edit.values.count > 1 {
      let edit = item.candidate.edit.removing(at: index)
      guard let shorter = candidate(edit, notices: item.candidate.notices, base: base) else { continue }
      let isSame =
        item.expectsPoints
        ? shorter.answer.points == item.candidate.answer.points : shorter.answer.outcome == item.candidate.answer.outcome
      let all = item.expectsPoints ? shorter.byPoints : shorter.byOutcome
      if isSame, item.noticed.isSubset(of: all) { item.candidate = shorter }
    }
    return item
  }

  /// Returns edits around the numbers at which the functions of the clause or the criteria change their answer.
  private func thresholds(_ probes: Probes) -> [Edit] {
    let calls = probes.calls(in: clause, criteria)
    return calls.flatMap { probes.scales(of: $0) }.flatMap { scale -> [Edit] in
      [1_000, 10_000_000].flatMap { top -> [Edit] in
        func answer(_ number: Int) -> Answer? { candidate(scale(number), base: probes.base, wanted: [])?.answer }
        var (low, high) = (answer(0) == nil ? 1 : 0, top)
        let first = answer(low)
        guard answer(high) != first else { return [] }
        while high - low > 1 {
          let middle = (low + high) / 2
          if answer(middle) == first { low = middle } else { high = middle }
        }
        return [low - 1, low, high, high + 1].filter { $0 >= 0 }.map(scale)
      }
    }
  }
}

extension Probes {
  /// Returns the calls of functions in a clause and its criteria.
  fileprivate func calls(in clause: Clause?, _ criteria: [Criterion]) -> [FunctionCall] {
    let roots =
      [clause?.check, clause?.appliesWhen].compactMap(\.self).map { Component.check($0) } + criteria.flatMap { parts($0.grade) }
    return roots.flatMap { calls(in: $0) }
  }

  private func parts(_ grade: Grade) -> [Component] {
    switch grade {
    case .outcome: []
    case .reach(let id, _, _), .linear(let id, _, _), .quantity(let id): [.quantity(id)]
    case .share(let checks): checks.map { .check($0) }
    case .tiered(let tiers, let otherwise): tiers.flatMap { [.check($0.when)] + parts($0.grade) } + parts(otherwise)
    }
  }

  private func calls(in component: Component) -> [FunctionCall] {
    switch component {
    case .check(let id):
      let own: [FunctionCall] = if case .judged(let judged) = checks[id] { [judged.call] } else { [] }
      return own + checks.components(of: id).flatMap { calls(in: $0) }
    case .quantity(let id):
      let own: [FunctionCall] = if case .computed(let call) = checks[id].source { [call] } else { [] }
      return own + checks.components(of: id).flatMap { calls(in: $0) }
    }
  }
}
