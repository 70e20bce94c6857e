import KepingCore

/// The cut of one group: who is selected, who is in reserve, and what people have to decide.
///
/// Source: the contract of a round, “Cut”.
struct Cut {
  /// A candidate in the cut.
  struct Member {
    /// The rank; equal for a tie.
    let rank: Int32
    /// The index of the direction in the plan.
    let direction: Int32
    /// The amount in yuan; nil if none is given.
    let amount: ExactDecimal?
    /// The position that a person has given it within its tie; nil if nobody has.
    let ruledPosition: Int?
    /// What becomes of it.
    fileprivate(set) var place = Place.ranked
    /// The place among the rest; 0 for those not in reserve.
    fileprivate(set) var reserve: Int32 = 0
    /// The index of the note that explains the place, or -1.
    fileprivate(set) var note: Int32 = -1
  }

  /// The places of a direction that has a bound.
  struct Quota: Sendable {
    /// The largest number of selected applications.
    let bound: Int
    /// The number of places that are left.
    var left: Int
    /// The number of places that are kept for a tie that a person decides.
    var kept = 0
    /// The index of the note on the tie that closed the direction before its places were full, or -1.
    var closing: Int32 = -1
    /// The index of the note that the places are full, or -1.
    var full: Int32 = -1
  }

  /// The settings of the group.
  let settings: GroupSettings
  /// The places of the group, with the bound of a single direction; nil if they are not limited.
  let places: Int?
  /// The candidates in their order, those of a tie by id.
  private(set) var members: [Member]
  /// The places of each direction that has a bound, by its index; empty for a group of one direction.
  private(set) var quotas: [Int32: Quota]
  /// What happened, for the reasons.
  private(set) var notes: [CutNote] = []
  /// Whether all of a tie were given different positions, by the tie's rank.
  private(set) var ruledTies: Set<Int32> = []

  /// The indices of those in the cut, tie by tie.
  private var sequence: [Int] = []
  /// The places that are left.
  private var placesLeft: Int?
  /// The money that is left.
  private var moneyLeft: ExactDecimal?
  /// The number of selected applications.
  private var selected = 0
  /// The number of places that are kept for ties of directions.
  private var kept = 0
  /// The rank of the last one selected.
  private var lastRank: Int32 = 0

  init(_ settings: GroupSettings, places: Int?, bounds: [Int32: Int], _ members: [Member]) {
    self.settings = settings
    self.places = places
    self.members = members
    quotas = bounds.mapValues { Quota(bound: $0, left: $0) }
    placesLeft = places
    moneyLeft = settings.budget
  }

  /// Makes the cut.
  mutating func run() {
    if places == nil && settings.budget == nil { return }
    let ties = ties()
    for (index, tie) in ties.enumerated() {
      if let placesLeft, placesLeft <= 0 {
        return divideRest([], ties[index...], because: note(.placesFull, sequence[tie]))
      }
      if let end = take(sequence[tie]) { return divideRest(end.rest, ties[(index + 1)...], because: end.note) }
    }
  }

  /// Returns the ties of those in the cut as ranges of ``sequence``; where a person has given all of a tie different positions,
  /// each is a tie of its own.
  private mutating func ties() -> [Range<Int>] {
    var ties: [Range<Int>] = []
    var start = 0
    while start < members.count {
      let first = sequence.count
      let rank = members[start].rank
      while start < members.count, members[start].rank == rank {
        // Without an amount nothing can be taken from a budget.
        if settings.budget != nil && members[start].amount == nil {
          members[start].place = .noAmount
        } else {
          sequence.append(start)
        }
        start += 1
      }
      let tie = first..<sequence.count
      if tie.count > 1, let ordered = ruledOrder(sequence[tie]) {
        sequence.replaceSubrange(tie, with: ordered)
        ruledTies.insert(rank)
        ties += tie.map { $0..<$0 + 1 }
      } else if !tie.isEmpty {
        ties.append(tie)
      }
    }
    return ties
  }

  /// Returns a tie in the order that a person gave it; nil if not all have positions, or if two have the same.
  private func ruledOrder(_ tie: ArraySlice<Int>) -> [Int]? {
    let ruled = tie.compactMap { index in members[index].ruledPosition.map { (index: index, position: $0) } }
    guard ruled.count == tie.count, Set(ruled.map(\.position)).count == tie.count else { return nil }
    return ruled.sorted { $0.position < $1.position }.map(\.index)
  }

  /// Decides about one tie.
  /// - Returns: if the cut ends, those of the tie who are among the rest, and the note about the end.
  private mutating func take(_ tie: ArraySlice<Int>) -> (rest: ArraySlice<Int>, note: Int32)? {
    let keptBefore = kept
    let tie = quotas.isEmpty ? tie : withinQuotas(tie)
    let keptNow = kept - keptBefore
    defer { if let left = placesLeft { placesLeft = left - keptNow } }
    if tie.isEmpty { return nil }
    let free = placesLeft.map { $0 - keptNow }
    let sum = tie.reduce(ExactDecimal.zero) { $0 + (members[$1].amount ?? .zero) }
    let isAffordable = moneyLeft.map { sum <= $0 } ?? true
    if isAffordable, free.map({ tie.count <= $0 }) ?? true {
      select(tie, sum)
      return nil
    }
    if let moneyLeft, !tie.contains(where: { members[$0].amount ?? .zero <= moneyLeft }) {
      let note = shortNote(tie, free)
      if settings.whenFull == .stop { return (tie, note) }
      place(tie, .noMoney, note)
      return nil
    }
    switch settings.tieAtCut {
    case .all where isAffordable:
      select(tie, sum)
      return nil
    case .none: return (tie, note(.tiePassedOver, tie, free: free))
    case .all, .stop:
      let note = note(.tie, tie, free: free)
      place(tie, .tied, note)
      return ([], note)
    }
  }

  /// Returns the note that the money left is not enough, which is made once while it stays the same.
  private mutating func shortNote(_ tie: ArraySlice<Int>, _ free: Int?) -> Int32 {
    let last = Int32(notes.count - 1)
    if settings.whenFull == .skip, last >= 0, notes[Int(last)].event == .moneyShort, notes[Int(last)].selected == selected {
      return last
    }
    return note(.moneyShort, tie, free: free)
  }

  /// Applies the bounds of directions to one tie, and returns those who go on.
  private mutating func withinQuotas(_ tie: ArraySlice<Int>) -> ArraySlice<Int> {
    var counts: [Int32: Int] = [:]
    for index in tie where quotas[members[index].direction] != nil { counts[members[index].direction, default: 0] += 1 }
    var leaving: Set<Int32> = []
    // The order of directions decides only in which order notes stand.
    for (direction, count) in counts.sorted(by: { $0.key < $1.key }) {
      guard let quota = quotas[direction], count > max(0, quota.left) else { continue }
      let own = tie.filter { members[$0].direction == direction }[...]
      if quota.left <= 0 {
        place(own, .overQuota, fullNote(own))
      } else {
        switch settings.tieAtCut {
        case .all: continue
        case .stop:
          let note = note(.quotaTie, own)
          place(own, .tied, note)
          kept += quota.left
          quotas[direction]?.kept = quota.left
          quotas[direction]?.closing = note
        case .none:
          let note = note(.quotaTiePassedOver, own)
          place(own, .overQuota, note)
          quotas[direction]?.closing = note
        }
        quotas[direction]?.left = 0
      }
      leaving.insert(direction)
    }
    return leaving.isEmpty ? tie : tie.filter { !leaving.contains(members[$0].direction) }[...]
  }

  private mutating func select(_ tie: ArraySlice<Int>, _ sum: ExactDecimal) {
    place(tie, .selected, -1)
    for index in tie {
      quotas[members[index].direction]?.left -= 1
      lastRank = members[index].rank
    }
    selected += tie.count
    if let left = placesLeft { placesLeft = left - tie.count }
    if let left = moneyLeft { moneyLeft = left - sum }
  }

  /// Divides those about whom the cut has not decided into those in reserve and the others.
  /// - Parameters:
  ///   - first: those of the tie at which the cut ended.
  ///   - later: the ties after it.
  private mutating func divideRest(_ first: ArraySlice<Int>, _ later: ArraySlice<Range<Int>>, because end: Int32) {
    var before = 0
    addToRest(first, &before, because: end)
    for tie in later { addToRest(sequence[tie], &before, because: end) }
  }

  private mutating func addToRest(_ tie: ArraySlice<Int>, _ before: inout Int, because end: Int32) {
    let isReserve = before < settings.reserve
    let place = Int32(before + 1)
    for index in tie {
      if let quota = quotas[members[index].direction], quota.left <= 0 {
        self.place([index], .overQuota, fullNote([index]))
      } else {
        self.place([index], isReserve ? .reserve : .notSelected, end)
        if isReserve { members[index].reserve = place }
        before += 1
      }
    }
  }

  /// Returns the note that the places of a direction are full, which is made once.
  private mutating func fullNote(_ tie: ArraySlice<Int>) -> Int32 {
    let direction = members[tie[tie.startIndex]].direction
    if let known = quotas[direction]?.full, known >= 0 { return known }
    let note = note(.quotaFull, tie)
    quotas[direction]?.full = note
    return note
  }

  private mutating func place(_ tie: ArraySlice<Int>, _ place: Place, _ note: Int32) {
    for index in tie {
      members[index].place = place
      members[index].note = note
    }
  }

  /// Notes the state of the cut at a tie.
  private mutating func note(_ event: CutNote.Event, _ tie: ArraySlice<Int>, free: Int? = nil) -> Int32 {
    let first = members[tie[tie.startIndex]]
    notes.append(
      CutNote(
        event: event, rank: first.rank, count: tie.count, direction: first.direction, free: free, money: moneyLeft,
        needed: tie.count == 1 ? first.amount : tie.reduce(ExactDecimal.zero) { $0 + (members[$1].amount ?? .zero) },
        selected: selected, kept: kept, lastRank: lastRank, quota: quotas[first.direction]))
    return Int32(notes.count - 1)
  }
}

/// The state of a cut when something happened that a reason tells.
struct CutNote: Sendable {
  /// What happened.
  enum Event: Sendable {
    /// The places are full, and the cut ends.
    case placesFull
    /// The money left is not enough for any of the tie.
    case moneyShort
    /// A person decides about the tie, and the cut ends.
    case tie
    /// The tie is not selected, and the cut ends.
    case tiePassedOver
    /// The direction has no place left.
    case quotaFull
    /// The direction has fewer places left than members in the tie; a person decides, or none is selected.
    case quotaTie, quotaTiePassedOver
  }

  /// What happened.
  let event: Event
  /// The rank and the number of those of the tie.
  let rank: Int32, count: Int
  /// The direction of the first of them.
  let direction: Int32
  /// The places that were free for them; nil if places are not limited or were not looked at.
  let free: Int?
  /// The money that was left; nil if it is not limited.
  let money: ExactDecimal?
  /// The sum of their amounts.
  let needed: ExactDecimal?
  /// The number of those selected, and of places kept for a tie of a direction.
  let selected: Int, kept: Int
  /// The rank of the last one selected; 0 if none is.
  let lastRank: Int32
  /// The places of the direction before the event; nil if it has no bound.
  let quota: Cut.Quota?
}
