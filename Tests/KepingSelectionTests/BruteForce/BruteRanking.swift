import KepingCore
import KepingSelection

extension BruteRound {
  /// The lines of the ranking.
  var lines: [RankedLine] {
    groups.flatMap(lines) + lines(withoutGroup: all.filter { group($0) == nil })
  }

  private func isOf(_ group: BruteGroup, _ application: Int) -> Bool {
    self.group(application).map { $0.program == group.program && $0.year == group.year && $0.directions == group.directions }
      ?? false
  }

  private func lines(_ group: BruteGroup) -> [RankedLine] {
    let own = all.filter { isOf(group, $0) }
    var places: [Int: Place] = [:]
    for index in own { places[index] = early(index) }
    let candidates = own.filter { places[$0] == nil }.sorted { left, right in
      precedes(left, right, group.settings) || (!precedes(right, left, group.settings) && idPrecedes(left, right))
    }
    // A rank is one more than the number of those who are better.
    var ranks: [Int: Int] = [:]
    for index in candidates { ranks[index] = candidates.filter { precedes($0, index, group.settings) }.count + 1 }
    var reserve: [Int: Int] = [:]
    cut(group, candidates, ranks, &places, &reserve)

    let order = Place.allCases.map(\.rawValue)
    let others = own.filter { ranks[$0] == nil }.sorted { left, right in
      let (first, second) = (places[left]?.rawValue ?? "", places[right]?.rawValue ?? "")
      return first == second ? idPrecedes(left, right) : order.firstIndex(of: first) ?? 0 < order.firstIndex(of: second) ?? 0
    }
    var sum = Rational(0)
    return (candidates + others).map { index in
      if places[index] == .selected { sum = sum + (amount(index) ?? Rational(0)) }
      var line = line(index, "\(group.program) \(group.year) \(group.key)", places[index] ?? .ranked)
      line.rank = ranks[index]
      line.isTied = ranks[index] != nil && candidates.filter { ranks[$0] == ranks[index] }.count > 1
      line.reserve = reserve[index]
      line.amountSoFar = sum.text
      return line
    }
  }

  private func lines(withoutGroup own: [Int]) -> [RankedLine] {
    own.sorted { left, right in
      let (first, second) = (plain.applications[left].year ?? .max, plain.applications[right].year ?? .max)
      return first == second ? idPrecedes(left, right) : first < second
    }.map { line($0, nil, .notEvaluated) }
  }

  private func line(_ index: Int, _ group: String?, _ place: Place) -> RankedLine {
    var line = RankedLine(group: group, id: plain.applications[index].id, title: plain.applications[index].title)
    line.place = place
    line.score = score(index)?.text
    if let settings = self.group(index)?.settings.panel {
      let panel = panel(index, settings)
      if !panel.scores.isEmpty || panel.recused > 0 {
        let trimmed = panel.trimmed.map { Rational(Int128($0), 100).text }
        line.panel = "\(panelScore(index)?.text ?? "-")/\(panel.scores.count)/\(panel.recused)/\(trimmed)"
      }
    }
    line.amount = amount(index)?.text
    if plain.applications[index].verdict != .error { line.limits = limits(index).told }
    line.suspicions = suspicions(index)
    return line
  }

  /// The place of one that is no candidate; nil for a candidate.
  private func early(_ index: Int) -> Place? {
    switch plain.applications[index].verdict {
    case .error: return .notEvaluated
    case .fail: return .notPassed
    case .supplement: return .awaiting
    case .pass: break
    }
    if let place = limits(index).place { return place == "barred" ? .barred : .overLimit }
    return isIncomplete(index) ? .incomplete : isBelowFloor(index) ? .belowFloor : nil
  }

  private func idPrecedes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (plain.applications[left], plain.applications[right])
    guard let id = first.id, let other = second.id else {
      return first.id == second.id ? first.title < second.title : first.id != nil
    }
    if id == other { return first.title < second.title }
    return byScalars([id, other])[0] == id
  }

  /// “more is better, with `-` before it less is better; absent comes last”.
  private func precedes(_ left: Int, _ right: Int, _ settings: GroupSettings) -> Bool {
    for key in settings.order {
      let (first, second) = (value(left, key.subject), value(right, key.subject))
      if first == second { continue }
      guard let first, let second else { return first != nil }
      return key.isReversed ? first < second : second < first
    }
    return false
  }

  private func value(_ index: Int, _ subject: OrderKey.Subject) -> Rational? {
    switch subject {
    case .score: score(index)
    case .panel: panelScore(index)
    case .rules: Rational(Int128(plain.applications[index].points))
    // The fields of random rounds are multiples of a half.
    case .field(let path): plain.applications[index].fields[path].map { Rational(Int128($0 * 2)) }
    }
  }

  private func cut(
    _ group: BruteGroup, _ candidates: [Int], _ ranks: [Int: Int], _ places: inout [Int: Place], _ reserve: inout [Int: Int]
  ) {
    if let least = group.settings.atLeast, candidates.count < least {
      for index in candidates { places[index] = .tooFew }
      return
    }
    var limit = group.settings.places
    var bounds = group.bounds
    if group.directions.count == 1 {
      if let bound = group.bounds[group.directions[0]] { limit = min(limit ?? bound, bound) }
      bounds = [:]
    }
    if limit == nil && group.settings.budget == nil {
      for index in candidates { places[index] = .ranked }
      return
    }
    let out = group.settings.budget == nil ? [] : candidates.filter { amount($0) == nil }
    for index in out { places[index] = .noAmount }
    var ties: [[Int]] = []
    for rank in Set(ranks.values).sorted() {
      let tie = candidates.filter { ranks[$0] == rank && !out.contains($0) }
      let positions = tie.compactMap { plain.applications[$0].tiePosition }
      if Set(positions).count == tie.count, tie.count > 1 {
        for position in positions.sorted() { ties.append(tie.filter { plain.applications[$0].tiePosition == position }) }
      } else if !tie.isEmpty {
        ties.append(tie)
      }
    }
    var cut = BruteCut(settings: group.settings, amount: amount) { plain.applications[$0].direction ?? "" }
    cut.run(ties, places: limit, bounds: bounds)
    places.merge(cut.places) { _, new in new }
    reserve = cut.reserve
  }
}
