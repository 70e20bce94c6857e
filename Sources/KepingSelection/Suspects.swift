import KepingCore

/// The applications and projects in progress whose names stand under several keys.
///
/// Source: the contract of a round, “Limits”: `same-unit` of all who bear the name of a unit without a code that has several codes
/// elsewhere; `same-name` of those who bear the same leader's name under different keys.
struct Suspects: Sendable {
  /// One who bears a name; a project in progress has a number after those of all applications.
  struct Bearer: Sendable {
    let name: UInt64
    /// The key of the leader; 0 for units.
    let key: UInt64
    /// The position of the application in the order of ids, or the number of applications and the place of the project.
    let position: Int32
  }

  /// The bearers of ambiguous names of units, by name and position.
  private(set) var units: [Bearer] = []
  /// The bearers of leaders' names that stand under several keys, by name and position.
  private(set) var leaders: [Bearer] = []
  /// The indices of the projects in progress by id.
  private(set) var projectOrder: [Int]

  init(_ round: Round, _ keys: Keys) {
    projectOrder = Ongoing.order(round.ongoing)
    let count = round.entries.count
    let hasAmbiguous = !keys.units.ambiguous.isEmpty
    func add(_ name: UInt64, _ position: Int) {
      if name != 0, keys.units.hasSeveral(name) { units.append(Bearer(name: name, key: 0, position: Int32(position))) }
    }
    for (position, index) in round.index.order.enumerated() {
      let entry = round.entries[Int(index)]
      guard entry.verdict != .error else { continue }
      if !entry.leader.name.isNone {
        leaders.append(Bearer(name: entry.leader.name.bits, key: keys.leaderKeys[Int(index)], position: Int32(position)))
      }
      guard hasAmbiguous else { continue }
      add(entry.unit.name.bits, position)
      for partner in entry.partners { add(partner.name.bits, position) }
    }
    for (place, index) in projectOrder.enumerated() where round.ongoing[index].isInProgress {
      let project = round.ongoing[index]
      if !project.leader.name.isNone {
        leaders.append(Bearer(name: project.leader.name.bits, key: keys.projects[index].leader, position: Int32(count + place)))
      }
      add(project.unit.name.bits, count + place)
    }
    leaders.sort { ($0.name, $0.position) < ($1.name, $1.position) }
    units.sort { ($0.name, $0.position) < ($1.name, $1.position) }
    keepAmbiguousLeaders()
  }

  /// Removes the leaders' names that stand under one key alone.
  private mutating func keepAmbiguousLeaders() {
    var kept: [Bearer] = []
    var start = 0
    while start < leaders.count {
      var end = start + 1
      while end < leaders.count, leaders[end].name == leaders[start].name { end += 1 }
      if leaders[start..<end].contains(where: { $0.key != leaders[start].key }) { kept += leaders[start..<end] }
      start = end
    }
    leaders = kept
  }

  /// Returns the bearers of a name, by position.
  static func bearers(of name: UInt64, in all: [Bearer]) -> ArraySlice<Bearer> {
    func first(_ isBefore: (UInt64) -> Bool) -> Int {
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if isBefore(all[middle].name) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return all[first { $0 < name }..<first { $0 <= name }]
  }
}
