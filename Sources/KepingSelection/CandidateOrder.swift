import KepingCore

/// An application that takes part in the order of its group.
struct Candidate: Sendable {
  /// The first key of the order, where less is better.
  let key: Int64
  /// The position in the order of ids.
  let position: Int32
  /// The index of the entry.
  let entry: Int32
  /// The place of the further keys among those of the group.
  let further: Int32
  /// The rank; equal for a tie.
  var rank: Int32 = 0
}

/// The candidates of one group in their order.
///
/// Source: the contract of a round, “Score, order, rank”: more is better, with `-` less is; absent comes last; equal in all is a
/// tie; ranks are 1, 2, 2, 4; within a tie the order is that of the ids.
struct CandidateOrder {
  private let settings: GroupSettings
  private let entries: [Entry]
  private let standings: [Standing]
  /// The keys after the first of all candidates, one candidate after the other.
  private var further: [Int64] = []
  private(set) var candidates: [Candidate] = []

  init(_ settings: GroupSettings, _ entries: [Entry], _ standings: [Standing]) {
    self.settings = settings
    self.entries = entries
    self.standings = standings
  }

  /// Adds a candidate.
  mutating func add(entry: Int, position: Int32) {
    var field = 0
    var first: Int64 = 0
    let start = further.count
    for (place, order) in settings.order.enumerated() {
      let key = key(order, entry, &field)
      if place == 0 { first = key } else { further.append(key) }
    }
    candidates.append(Candidate(key: first, position: position, entry: Int32(entry), further: Int32(start)))
  }

  /// Sorts the candidates and gives them their ranks.
  mutating func rank() {
    let (further, count) = (further, max(0, settings.order.count - 1))
    func order(_ left: Candidate, _ right: Candidate) -> Int {
      if left.key != right.key { return left.key < right.key ? -1 : 1 }
      for offset in 0..<count {
        let (first, second) = (further[Int(left.further) + offset], further[Int(right.further) + offset])
        if first != second { return first < second ? -1 : 1 }
      }
      return 0
    }
    candidates.sort { left, right in
      let order = order(left, right)
      return order == 0 ? left.position < right.position : order < 0
    }
    for index in candidates.indices {
      let isTied = index > 0 && order(candidates[index - 1], candidates[index]) == 0
      candidates[index].rank = isTied ? candidates[index - 1].rank : Int32(index + 1)
    }
  }

  /// Returns a key where less is better; the largest one is absent.
  private func key(_ order: OrderKey, _ entry: Int, _ field: inout Int) -> Int64 {
    switch order.subject {
    case .score: return key(Int64(standings[entry].score), order.isReversed)
    case .panel: return key(Int64(standings[entry].panel), order.isReversed)
    case .rules: return key(Int64(entries[entry].points), order.isReversed)
    case .field:
      let values = entries[entry].orderValues
      let value = field < values.count ? values[field] : .nan
      field += 1
      if value.isNaN { return .max }
      // Adding 0 turns -0 into 0. The bits of doubles have the order of the numbers once those of negative ones are inverted.
      let bits = Int64(bitPattern: (value + 0).bitPattern)
      let ordered = bits < 0 ? bits ^ .max : bits
      return order.isReversed ? ordered : ~ordered
    }
  }

  /// Returns the key of a figure that is not negative, or -1 if it is absent.
  private func key(_ figure: Int64, _ isReversed: Bool) -> Int64 { figure < 0 ? .max : isReversed ? figure : -figure }
}
