import KepingCore

/// The codes or numbers that names which stand without one have elsewhere.
struct KnownCodes: Sendable {
  /// The names that stand somewhere without a code, ascending.
  private var names: [UInt64] = []
  /// The code of each of these names: 0 if none is known, ``several`` if there are several.
  private var codes: [UInt64] = []

  /// Stands for several codes; no hash of a text is practically ever equal to it.
  private static let several = UInt64.max

  /// Collects the codes.
  /// - Parameters:
  ///   - open: the names that stand somewhere without a code.
  ///   - known: calls its argument with each name that stands with a code.
  init(open: [UInt64], known: ((_ name: UInt64, _ code: UInt64) -> Void) -> Void) {
    var last: UInt64 = 0
    // A closure that is passed down cannot change self.
    var (names, codes): ([UInt64], [UInt64]) = ([], [])
    for name in open.sorted() where name != last {
      names.append(name)
      last = name
    }
    guard !names.isEmpty else { return }
    codes = Array(repeating: 0, count: names.count)
    known { name, code in
      guard let index = Self.index(of: name, in: names) else { return }
      codes[index] = codes[index] == 0 || codes[index] == code ? code : Self.several
    }
    self.names = names
    self.codes = codes
  }

  /// Returns the only code of a name; nil if none or several are known.
  func code(of name: UInt64) -> UInt64? {
    guard let index = Self.index(of: name, in: names), codes[index] != 0, codes[index] != Self.several else { return nil }
    return codes[index]
  }

  /// Returns whether a name that stands somewhere without a code has several.
  func hasSeveral(_ name: UInt64) -> Bool { Self.index(of: name, in: names).map { codes[$0] == Self.several } ?? false }

  /// The names that have several codes, ascending.
  var ambiguous: [UInt64] { names.indices.filter { codes[$0] == Self.several }.map { names[$0] } }

  private static func index(of name: UInt64, in names: [UInt64]) -> Int? {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name ? low : nil
  }
}

/// The keys by which limits compare units and leaders; 0 for one that does not count.
///
/// Source: the contract of a round, “Limits”: the key of a unit is its valid credit code, else its name; the key of a leader is the id
/// number, else name and the applicant's key together. A name without a code takes the code that the same name has elsewhere.
/// Applications that could not be evaluated, and projects that are no longer in progress, take no part.
struct Keys: Sendable {
  /// The codes of units by name.
  let units: KnownCodes
  /// The numbers of leaders by name and unit.
  let leaders: KnownCodes
  /// The key of each entry's applicant.
  private(set) var applicants: [UInt64] = []
  /// The key of each entry's leader.
  private(set) var leaderKeys: [UInt64] = []
  /// The key of each project's unit, and of its leader.
  private(set) var projects: [(unit: UInt64, leader: UInt64)] = []

  /// Finds the keys of a round.
  /// - Parameter others: units that are compared with those of the round without taking part in it.
  init(_ round: Round, comparing others: [UnitIdentity] = []) {
    let entries = round.entries
    let ongoing = round.ongoing
    var open: [UInt64] = []
    func each(_ body: (UnitIdentity) -> Void) {
      for entry in entries where entry.verdict != .error {
        body(entry.unit)
        for partner in entry.partners { body(partner) }
      }
      for project in ongoing where project.isInProgress { body(project.unit) }
    }
    each { if $0.code.isNone && !$0.name.isNone { open.append($0.name.bits) } }
    for unit in others where unit.code.isNone && !unit.name.isNone { open.append(unit.name.bits) }
    let units = KnownCodes(open: open) { known in
      each { if !$0.code.isNone && !$0.name.isNone { known($0.name.bits, $0.code.bits) } }
    }
    applicants = entries.map { $0.verdict == .error ? 0 : Self.key(of: $0.unit, units) }
    let projectUnits = ongoing.map { $0.isInProgress ? Self.key(of: $0.unit, units) : 0 }
    let applicants = applicants
    open = []
    func eachLeader(_ body: (LeaderIdentity, _ named: UInt64) -> Void) {
      for (index, entry) in entries.enumerated() where entry.verdict != .error && !entry.leader.name.isNone {
        body(entry.leader, Self.named(entry.leader, applicants[index]))
      }
      for (index, project) in ongoing.enumerated() where project.isInProgress && !project.leader.name.isNone {
        body(project.leader, Self.named(project.leader, projectUnits[index]))
      }
    }
    eachLeader { if $0.number.isNone { open.append($1) } }
    let leaders = KnownCodes(open: open) { known in eachLeader { if !$0.number.isNone { known($1, $0.number.bits) } } }
    leaderKeys = entries.indices.map {
      entries[$0].verdict == .error ? 0 : Self.key(of: entries[$0].leader, applicants[$0], leaders)
    }
    projects = ongoing.indices.map { index in
      guard ongoing[index].isInProgress else { return (0, 0) }
      return (projectUnits[index], Self.key(of: ongoing[index].leader, projectUnits[index], leaders))
    }
    self.units = units
    self.leaders = leaders
  }

  /// Returns the key of a unit.
  func key(of unit: UnitIdentity) -> UInt64 { Self.key(of: unit, units) }

  /// Returns the keys of the units that take part in an application, the applicant first, each once.
  func units(of entry: Entry, _ index: Int) -> [UInt64] {
    var keys: [UInt64] = applicants[index] == 0 ? [] : [applicants[index]]
    for partner in entry.partners {
      let key = key(of: partner)
      if key != 0 && !keys.contains(key) { keys.append(key) }
    }
    return keys
  }

  private static func key(of unit: UnitIdentity, _ codes: KnownCodes) -> UInt64 {
    if !unit.code.isNone { return unit.code.bits }
    if unit.name.isNone { return 0 }
    // A name is no code, even if the texts are the same.
    return codes.code(of: unit.name.bits) ?? unit.name.bits ^ 0xA5A5_A5A5_A5A5_A5A5
  }

  private static func key(of leader: LeaderIdentity, _ unit: UInt64, _ numbers: KnownCodes) -> UInt64 {
    if !leader.number.isNone { return leader.number.bits }
    if leader.name.isNone { return 0 }
    let named = named(leader, unit)
    return numbers.code(of: named) ?? named
  }

  /// Returns the key of a name together with a unit.
  private static func named(_ leader: LeaderIdentity, _ unit: UInt64) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(leader.name.bits)
    hasher.combine(unit)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}

extension OngoingProject {
  /// Whether the project counts as one in progress.
  var isInProgress: Bool { status == .running || status == .overdue }
}
