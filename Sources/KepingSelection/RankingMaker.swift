import KepingCore

extension Round {
  /// Returns the place of each application.
  ///
  /// The order of the entries and of the rows beside them changes nothing. What ``faults()`` names must be mended before; here it
  /// is passed over.
  public func ranking() -> Ranking {
    var maker = RankingMaker(self)
    return maker.make()
  }
}

/// Makes the ranking of a round: figures, limits, candidates, order and cut, one after the other.
struct RankingMaker {
  private let round: Round
  private let published: [Published]
  private let panel: PanelTable
  private let keys: Keys
  private let directions: [Int32]
  private let amounts: Amounts
  private var outcomes: [Ranking.Outcome]
  private var standings: [Standing]
  private var limits = LimitTable()

  init(_ round: Round) {
    self.round = round
    published = round.plan.groups.map { Published($0.settings) }
    panel = PanelTable(round.panel, round.index)
    keys = Keys(round)
    directions = DirectionLookup(round.plan).directions(of: round.entries)
    amounts = Amounts(round)
    outcomes = directions.map { Ranking.Outcome(direction: $0) }
    standings = Array(repeating: Standing(), count: round.entries.count)
  }

  mutating func make() -> Ranking {
    calculate()
    limits = LimitCount(round, keys: keys, directions: directions, standings: standings).count()
    var (orders, others) = divide()
    var layout = RankingLayout(count: round.entries.count)
    for group in round.plan.groups.indices {
      layout.beginGroup()
      orders[group].rank()
      let candidates = orders[group].candidates
      // The keys of the order are no longer needed.
      orders[group] = CandidateOrder(GroupSettings(), round.entries, [])
      let cut = cut(group, candidates)
      for candidate in candidates {
        let entry = Int(candidate.entry)
        layout.add(entry, selected: outcomes[entry].place == .selected ? amounts.amount(of: entry) ?? .zero : nil)
      }
      for position in sorted(others[group]) { layout.add(Int(round.index.order[Int(position)]), selected: nil) }
      layout.endGroup(summary(group, candidates, cut, layout.sum), cut)
    }
    layout.beginGroup()
    for position in withoutGroup(others[round.plan.groups.count]) {
      layout.add(Int(round.index.order[Int(position)]), selected: nil)
    }
    return Ranking(
      round: round, layout: layout, outcomes: outcomes, panelTable: panel, amounts: amounts, limitTable: limits,
      suspects: Suspects(round, keys), keys: keys)
  }

  // MARK: Figures

  /// Calculates the published figures of each application.
  private mutating func calculate() {
    var tally = PanelTally()
    for entry in round.entries.indices where directions[entry] >= 0 {
      let group = self.group(entry)
      let settings = round.plan.groups[group].settings
      tally.read(panel.rows(of: entry), of: round.panel, settings.panel)
      var standing = Standing()
      standing.decimals = Int8(settings.panel.decimals)
      standing.panel = published[group].panel(tally).map(Int32.init) ?? -1
      if round.entries[entry].verdict != .error {
        standing.score = published[group].score(points: round.entries[entry].points, tally).map(Int32.init) ?? -1
      }
      standing.isIncomplete = published[group].needsPanel && tally.scores.count < max(1, settings.panel.least)
      if let floor = published[group].floor, standing.score >= 0 { standing.isBelowFloor = Int(standing.score) < floor }
      standings[entry] = standing
      outcomes[entry].score = standing.score
    }
  }

  private func group(_ entry: Int) -> Int { round.plan.directions[Int(directions[entry])].group }

  // MARK: Places before the order

  /// Divides the applications into the candidates of each group and the positions of the others; those without a group stand
  /// after the last group.
  private mutating func divide() -> (orders: [CandidateOrder], others: [[Int32]]) {
    var orders = round.plan.groups.map { CandidateOrder($0.settings, round.entries, standings) }
    var others: [[Int32]] = Array(repeating: [], count: orders.count + 1)
    for (position, index) in round.index.order.enumerated() {
      let entry = Int(index)
      if directions[entry] < 0 {
        outcomes[entry].place = .notEvaluated
        others[orders.count].append(Int32(position))
      } else if let place = placeBeforeOrder(entry, position) {
        outcomes[entry].place = place
        others[group(entry)].append(Int32(position))
      } else {
        orders[group(entry)].add(entry: entry, position: Int32(position))
      }
    }
    return (orders, others)
  }

  /// Returns the place of an application that is no candidate, the first that applies; nil for a candidate.
  private func placeBeforeOrder(_ entry: Int, _ position: Int) -> Place? {
    switch round.entries[entry].verdict {
    case .error: return .notEvaluated
    case .fail: return .notPassed
    case .supplement: return .awaiting
    case .pass: break
    }
    let places = limits.parts(at: position).lazy.compactMap(\.effect.place)
    if places.contains(.barred) { return .barred }
    if places.contains(.overLimit) { return .overLimit }
    if standings[entry].isIncomplete { return .incomplete }
    return standings[entry].isBelowFloor ? .belowFloor : nil
  }

  /// Returns positions by place, then by id.
  private func sorted(_ positions: [Int32]) -> [Int32] {
    let order = Dictionary(uniqueKeysWithValues: zip(Place.allCases, Place.allCases.indices))
    var byPlace: [[Int32]] = Array(repeating: [], count: Place.allCases.count)
    for position in positions { byPlace[order[outcomes[Int(round.index.order[Int(position)])].place] ?? 0].append(position) }
    return byPlace.flatMap { $0 }
  }

  /// Returns the positions of those without a group: by year, unknown years last, then by id.
  private func withoutGroup(_ positions: [Int32]) -> [Int32] {
    func year(_ position: Int32) -> Int { round.entries[Int(round.index.order[Int(position)])].year ?? .max }
    return positions.sorted { (year($0), $0) < (year($1), $1) }
  }

  // MARK: Order and cut

  /// Gives each candidate of a group its rank and its place.
  private mutating func cut(_ group: Int, _ candidates: [Candidate]) -> CutRecord {
    let planned = round.plan.groups[group]
    for (index, candidate) in candidates.enumerated() {
      let isTied =
        index > 0 && candidates[index - 1].rank == candidate.rank
        || index + 1 < candidates.count && candidates[index + 1].rank == candidate.rank
      outcomes[Int(candidate.entry)].rank = candidate.rank
      outcomes[Int(candidate.entry)].isTied = isTied
    }
    let places = Self.places(of: planned, round.plan)
    if let atLeast = planned.settings.atLeast, candidates.count < atLeast {
      for candidate in candidates { outcomes[Int(candidate.entry)].place = .tooFew }
      return CutRecord(places: places, candidates: candidates.count)
    }
    let members = candidates.map { candidate in
      let entry = Int(candidate.entry)
      return Cut.Member(
        rank: candidate.rank, direction: directions[entry], amount: amounts.amount(of: entry),
        ruledPosition: outcomes[entry].isTied ? round.entries[entry].tiePosition : nil)
    }
    var bounds: [Int32: Int] = [:]
    if planned.directions.count > 1 {
      for direction in planned.directions { bounds[Int32(direction)] = round.plan.directions[direction].bound?.atMost }
    }
    var cut = Cut(planned.settings, places: places, bounds: bounds, members)
    cut.run()
    for (candidate, member) in zip(candidates, cut.members) {
      outcomes[Int(candidate.entry)].place = member.place
      outcomes[Int(candidate.entry)].reserve = member.reserve
      outcomes[Int(candidate.entry)].note = member.note
    }
    return CutRecord(
      places: places, candidates: candidates.count, notes: cut.notes, quotas: cut.quotas, ruledTies: cut.ruledTies)
  }

  /// Returns the places of a group: with one direction, that direction's bound where it is smaller.
  private static func places(of group: RoundPlan.Group, _ plan: RoundPlan) -> Int? {
    let bound = group.directions.count == 1 ? plan.directions[group.directions[0]].bound?.atMost : nil
    return [group.settings.places, bound].compactMap { $0 }.min()
  }

  private func summary(_ group: Int, _ candidates: [Candidate], _ cut: CutRecord, _ sum: ExactDecimal) -> Ranking.GroupSummary {
    let selected = candidates.filter { outcomes[Int($0.entry)].place == .selected }
    return Ranking.GroupSummary(
      group: group, places: cut.places, budget: round.plan.groups[group].settings.budget, candidates: candidates.count,
      selected: selected.count, money: sum, line: selected.last.map { Int(outcomes[Int($0.entry)].score) })
  }
}

extension Entry {
  /// The position that a person has given the application within its tie; nil if nobody has.
  var tiePosition: Int? {
    if rulings.isEmpty { return nil }
    for ruling in rulings where ruling.clause == Ruling.tie {
      if case .position(let position) = ruling.decision { return position }
    }
    return nil
  }
}

/// What the cut of one group leaves for the reasons.
struct CutRecord: Sendable {
  /// The places of the group, with the bound of a single direction.
  let places: Int?
  /// The number of candidates.
  let candidates: Int
  /// What happened.
  var notes: [CutNote] = []
  /// The places of the directions with a bound.
  var quotas: [Int32: Cut.Quota] = [:]
  /// The ranks of the ties that a person has put in order.
  var ruledTies: Set<Int32> = []
}
