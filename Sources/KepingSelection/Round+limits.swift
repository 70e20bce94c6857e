import KepingCore

/// Counts the applications of each limit and holder, and decides what becomes of those that are too many.
///
/// Source: the contract of a round, “Limits”. Every application of the scope counts but those with verdict `error`; each limit
/// and key stands by itself, so that an application that one limit leaves out still takes its place in another.
struct LimitCount {
  let round: Round
  let keys: Keys
  /// The direction of each entry in the plan, or -1.
  let directions: [Int32]
  /// The figures of each entry.
  let standings: [Standing]
  /// The indices of the projects in progress by id.
  private let projectOrder: [Int]
  private var table = LimitTable()

  init(_ round: Round, keys: Keys, directions: [Int32], standings: [Standing]) {
    self.round = round
    self.keys = keys
    self.directions = directions
    self.standings = standings
    projectOrder = Ongoing.order(round.ongoing)
  }

  /// Returns the excesses of all limits.
  consuming func count() -> LimitTable {
    let limits = round.plan.limits
    if limits.isEmpty { return table }
    var positions: [[Int32]] = Array(repeating: [], count: round.plan.directions.count)
    for (position, entry) in round.index.order.enumerated() {
      let index = Int(entry)
      if directions[index] >= 0, round.entries[index].verdict != .error {
        positions[Int(directions[index])].append(Int32(position))
      }
    }
    for (index, limit) in limits.enumerated() {
      let counting = round.plan.directions.indices.filter { round.plan.limitsOfDirection[$0].contains(index) }
      let shares = shares(of: limit, in: counting.map { positions[$0] })
      let projects = projects(of: limit)
      var start = 0
      while start < shares.count {
        var end = start + 1
        while end < shares.count, shares[end].key == shares[start].key { end += 1 }
        examine(limit: index, shares[start..<end], projects)
        start = end
      }
    }
    table.sort()
    return table
  }

  /// An application or a project in progress that counts for a holder; `index` is the position of an application.
  private struct Share {
    let key: UInt64
    let index: Int32

    static func precedes(_ left: Share, _ right: Share) -> Bool {
      left.key != right.key ? left.key < right.key : left.index < right.index
    }
  }

  /// Returns the applications that count for each holder, by holder and then by id.
  private func shares(of limit: RoundPlan.Limit, in positions: [[Int32]]) -> [Share] {
    var shares: [Share] = []
    for position in positions.joined() {
      let index = Int(round.index.order[Int(position)])
      switch limit.per {
      case .applicant: shares.append(Share(key: keys.applicants[index], index: position))
      case .leader: shares.append(Share(key: keys.leaderKeys[index], index: position))
      case .unit:
        for key in keys.units(of: round.entries[index], index) { shares.append(Share(key: key, index: position)) }
      }
    }
    shares.removeAll { $0.key == 0 }
    shares.sort(by: Share.precedes)
    return shares
  }

  /// Returns the projects in progress that count for each holder, by holder and then by id.
  private func projects(of limit: RoundPlan.Limit) -> [Share] {
    guard let ongoing = limit.ongoing else { return [] }
    var shares: [(key: UInt64, place: Int, index: Int32)] = []
    for (place, index) in projectOrder.enumerated() {
      let project = round.ongoing[index]
      guard project.status == .overdue || ongoing == .all && project.status == .running else { continue }
      let key = limit.per == .leader ? keys.projects[index].leader : keys.projects[index].unit
      if key != 0 { shares.append((key, place, Int32(index))) }
    }
    shares.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    return shares.map { Share(key: $0.key, index: $0.index) }
  }

  private mutating func examine(limit index: Int, _ shares: ArraySlice<Share>, _ projects: [Share]) {
    guard let key = shares.first?.key else { return }
    let limit = round.plan.limits[index]
    let ongoing = projects.isEmpty ? [] : Self.matching(key, in: projects).map { $0.index }
    guard shares.count + ongoing.count > limit.bound else { return }
    let choice = LimitChoice(limit, staying: max(0, limit.bound - ongoing.count), self)
    let effects = choice.effects(shares.map { $0.index })
    let chooses = limit.over == .best || limit.over == .earliest
    table.add(index, key: key, staying: chooses ? choice.staying : nil, effects, ongoing)
  }

  private static func matching(_ key: UInt64, in shares: [Share]) -> ArraySlice<Share> {
    var (low, high) = (0, shares.count)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return shares[low...].prefix { $0.key == key }
  }
}

/// The projects in progress in an order that does not depend on that of the input.
enum Ongoing {
  /// Returns the indices of projects by id in the order of Unicode scalars.
  static func order(_ projects: [OngoingProject]) -> [Int] {
    projects.indices.sorted { first, second in
      let (left, right) = (projects[first], projects[second])
      if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
      return left.title == right.title ? first < second : left.title.utf8.lexicographicallyPrecedes(right.title.utf8)
    }
  }
}
