import KepingCore

/// The number of applications of each holder, and the holders who have more than a limit allows.
///
/// A holder takes one entry of a ``KeyTable`` in each tally, which is 16 bytes with at most 25 % of free slots. Names and ids are
/// kept only for the holders that will be listed. A unit that gives its credit code in one application and only its name in another
/// counts as two, because the applications are not kept; a ranking, which has all of them, can recognise that they are one.
struct SubmissionCounts: Sendable {
  /// What is counted.
  let plan: SubmissionPlan
  private var counts = KeyTable()
  /// The holders who have too many applications, by tally and limit.
  private var lists: [[ExcessList]]

  /// Creates counts that are all 0.
  init(_ plan: SubmissionPlan) {
    self.plan = plan
    lists = plan.tallies.map { $0.limits.map { _ in ExcessList() } }
  }

  /// Counts an application that could be evaluated.
  mutating func count(_ submission: Submission, of assessment: Assessment) {
    for share in submission.shares {
      let number = Int(counts.increment(share.key))
      for (index, limit) in plan.tallies[share.tally].limits.enumerated() where number > limit.bound {
        lists[share.tally][index].add(share, number, id: assessment.id ?? "", isFirst: number == limit.bound + 1)
      }
    }
  }

  /// The holders who have too many applications, in the order of the limits and their groups.
  var excesses: [LimitExcess] {
    zip(plan.tallies, lists).flatMap { tally, lists in
      zip(tally.limits, lists).compactMap { limit, list in
        guard list.count > 0 else { return nil }
        return LimitExcess(
          program: tally.program, limit: limit, group: tally.group, count: list.count, holders: list.holders)
      }
    }
  }
}

/// The holders who have more applications than a limit allows: their number, and the first of them by name.
///
/// Which holders are listed depends on their names alone, not on the order of the input: once a list is full, a holder with an
/// earlier name takes the place of the last one, and who has left the list never returns.
struct ExcessList: Sendable {
  /// The largest number of holders that are listed.
  static let maximumCount = 20
  /// The largest number of ids that are kept for a holder.
  static let maximumIDs = 10

  private struct Entry: Sendable {
    let key: KeyTable.Key
    let name: String
    var applications: Int
    var ids: [String]

    /// Whether the entry comes before another one, by the Unicode scalars of the names and then of the ids.
    func isBefore(_ other: Entry) -> Bool {
      let (left, right) = (name.unicodeScalars, other.name.unicodeScalars)
      if left.elementsEqual(right) {
        return (ids.first ?? "").unicodeScalars.lexicographicallyPrecedes((other.ids.first ?? "").unicodeScalars)
      }
      return left.lexicographicallyPrecedes(right)
    }
  }

  /// The number of holders, including those that are not listed.
  private(set) var count = 0
  private var entries: [Entry] = []

  /// Adds an application that exceeds the limit.
  ///
  /// - Parameters:
  ///   - number: the number of applications of the holder, including this one.
  ///   - isFirst: whether the holder's earlier applications did not exceed the limit.
  mutating func add(_ share: Submission.Share, _ number: Int, id: String, isFirst: Bool) {
    guard isFirst else {
      guard let index = entries.firstIndex(where: { $0.key == share.key }) else { return }
      entries[index].applications = number
      if entries[index].ids.count < Self.maximumIDs { entries[index].ids.append(id) }
      return
    }
    count += 1
    let entry = Entry(key: share.key, name: share.name, applications: number, ids: [id])
    let index = entries.firstIndex { entry.isBefore($0) } ?? entries.count
    guard index < Self.maximumCount else { return }
    entries.insert(entry, at: index)
    if entries.count > Self.maximumCount { entries.removeLast() }
  }

  /// The holders that are listed, sorted by name.
  var holders: [LimitExcess.Holder] {
    entries.map { LimitExcess.Holder(name: $0.name, applications: $0.applications, ids: $0.ids) }
  }
}
