import KepingCore

/// The amounts of a round: `granted` where given, else `budget.requested`.
///
/// Source: the contract of a round, “Cut”.
struct Amounts: Sendable {
  private let entries: [Entry]
  /// The entries with a grant, ascending, each with the amount.
  private var granted: [(entry: Int32, amount: ExactDecimal)] = []

  init(_ round: Round) {
    entries = round.entries
    for grant in round.grants {
      if let entry = round.index.entry(grant.application.value) { granted.append((Int32(entry), grant.amount.value)) }
    }
    granted.sort { $0.entry != $1.entry ? $0.entry < $1.entry : $0.amount < $1.amount }
  }

  /// Returns the amount of an entry in yuan; nil if none is given.
  func amount(of entry: Int) -> ExactDecimal? {
    var (low, high) = (0, granted.count)
    while low < high {
      let middle = (low + high) / 2
      if granted[middle].entry < entry { low = middle + 1 } else { high = middle }
    }
    if low < granted.count, granted[low].entry == entry { return granted[low].amount }
    return entries[entry].requested.map { ExactDecimal($0) }
  }
}
