import KepingCore

/// Finds the directions of many entries.
struct DirectionLookup {
  private let plan: RoundPlan
  /// The directions whose id has at most 8 bytes, by year and these bytes.
  private var short: [ShortName: Int32] = [:]

  private struct ShortName: Hashable {
    let year: Int
    let word: UInt64
    let count: Int

    init(year: Int, _ id: some Collection<UInt8>) {
      self.year = year
      word = id.reduce(0) { $0 << 8 | UInt64($1) }
      count = id.count
    }
  }

  init(_ plan: RoundPlan) {
    self.plan = plan
    for (name, index) in plan.indices where name.id.utf8.count <= 8 {
      short[ShortName(year: name.year, name.id.utf8)] = Int32(index)
    }
  }

  /// Returns the index of each entry's direction in the plan, or -1 if no program has it.
  func directions(of entries: [Entry]) -> [Int32] {
    entries.map { entry in
      guard let year = entry.year, let id = entry.bytes(.direction) else { return -1 }
      if id.count <= 8 { return short[ShortName(year: year, id)] ?? -1 }
      return plan.direction(year: year, id: String(decoding: id, as: UTF8.self)).map(Int32.init) ?? -1
    }
  }
}
