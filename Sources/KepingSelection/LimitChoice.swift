import KepingCore

/// The figures of an application on which its place depends before anything is ranked.
struct Standing: Sendable {
  /// The published score in units of the last decimal; -1 if there is none.
  var score: Int32 = -1
  /// The panel's published score in units of the last decimal; -1 if there is none.
  var panel: Int32 = -1
  /// The decimals of both.
  var decimals: Int8 = 2
  /// Whether fewer experts scored than the group needs.
  var isIncomplete = false
  /// Whether the score is below the floor of the group.
  var isBelowFloor = false
}

/// What becomes of the applications of one holder who exceeds one limit.
struct LimitChoice {
  private let limit: RoundPlan.Limit
  /// The number of applications that may stay.
  let staying: Int
  private let count: LimitCount

  init(_ limit: RoundPlan.Limit, staying: Int, _ count: LimitCount) {
    self.limit = limit
    self.staying = staying
    self.count = count
  }

  /// Returns the effect on each application, by its position in the order of ids.
  func effects(_ positions: [Int32]) -> [(position: Int32, effect: LimitTable.Effect)] {
    var effects = positions.map { (position: $0, effect: LimitTable.Effect.counted) }
    let passing = effects.indices.filter { entry(effects[$0].position).verdict == .pass }
    for (index, effect) in zip(passing, chosen(passing.map { index(of: positions[$0]) })) {
      effects[index].effect = ruled(effect, entry(positions[index]))
    }
    return effects
  }

  /// Returns the effect on applications with the verdict `pass`, before rulings.
  private func chosen(_ entries: [Int]) -> [LimitTable.Effect] {
    switch limit.over {
    case .ask: return entries.map { _ in .open }
    case .all: return entries.map { _ in .allBarred }
    case .best:
      if entries.count <= staying { return entries.map { _ in .stays } }
      if entries.contains(where: { count.standings[$0].score < 0 }) { return entries.map { _ in .openScore } }
      return divided(entries.map(scoreKey), barred: .barredByScore, open: .openEqualScores)
    case .earliest:
      if entries.count <= staying { return entries.map { _ in .stays } }
      return divided(entries.map(timeKey), barred: .barredByTime, open: .openEqualTimes)
    }
  }

  /// Returns the effects where as many as ``staying`` stay, the smallest key first, and equal ones across the line are open.
  private func divided(
    _ keys: [(Int64, Int64)], barred: LimitTable.Effect, open: LimitTable.Effect
  ) -> [LimitTable.Effect] {
    if staying == 0 { return keys.map { _ in barred } }
    let sorted = keys.sorted { $0 < $1 }
    let (last, next) = (sorted[staying - 1], sorted[staying])
    return keys.map { key in key == last && last == next ? open : key <= last ? .stays : barred }
  }

  /// The order of scores: those below their floor last, then higher ones first; groups may have different decimals.
  private func scoreKey(_ entry: Int) -> (Int64, Int64) {
    let standing = count.standings[entry]
    var score = Int64(standing.score)
    for _ in standing.decimals..<6 { score *= 10 }
    return (standing.isBelowFloor ? 1 : 0, -score)
  }

  /// The order of times: absent ones last.
  private func timeKey(_ entry: Int) -> (Int64, Int64) {
    guard let time = count.round.entries[entry].submittedAt else { return (.max, 0) }
    return (time.seconds, time.subsecond)
  }

  /// Returns the effect after the ruling on the limit, if there is one and the limit leaves it to people.
  private func ruled(_ effect: LimitTable.Effect, _ entry: Entry) -> LimitTable.Effect {
    guard effect.place == .overLimit, !entry.rulings.isEmpty else { return effect }
    for ruling in entry.rulings where ruling.clause == limit.clause {
      switch ruling.decision {
      case .outcome(.met): return .ruledIn
      case .outcome(.unmet): return .ruledOut
      default: break
      }
    }
    return effect
  }

  private func index(of position: Int32) -> Int { Int(count.round.index.order[Int(position)]) }

  private func entry(_ position: Int32) -> Entry { count.round.entries[index(of: position)] }
}
