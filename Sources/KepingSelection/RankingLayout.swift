import KepingCore

/// The order of the lines, and the money of those selected up to each of them.
struct RankingLayout: Sendable {
  /// The entry of each line.
  private(set) var order: [Int32] = []
  /// The first line of each group, and of those without a group.
  private(set) var starts: [Int] = []
  /// The lines of those selected, ascending, and the money of the group up to each.
  private var selected: [(line: Int32, sum: ExactDecimal)] = []
  /// The money of the group so far.
  private(set) var sum = ExactDecimal.zero
  /// What each group had.
  private(set) var summaries: [Ranking.GroupSummary] = []
  /// What the cut of each group leaves for the reasons.
  private(set) var cuts: [CutRecord] = []

  init(count: Int) { order.reserveCapacity(count) }

  mutating func beginGroup() {
    starts.append(order.count)
    sum = .zero
  }

  /// Adds a line, with the amount of one that is selected.
  mutating func add(_ entry: Int, selected amount: ExactDecimal?) {
    if let amount {
      sum = sum + amount
      selected.append((Int32(order.count), sum))
    }
    order.append(Int32(entry))
  }

  mutating func endGroup(_ summary: Ranking.GroupSummary, _ cut: CutRecord) {
    summaries.append(summary)
    cuts.append(cut)
  }

  /// Returns the money of those selected in the group of a line up to it.
  func sum(upTo line: Int, start: Int) -> ExactDecimal {
    var (low, high) = (0, selected.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(selected[middle].line) <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 && Int(selected[low - 1].line) >= start ? selected[low - 1].sum : .zero
  }
}
