import KepingCore

/// The rows of the panel by application.
struct PanelTable: Sendable {
  /// The rows of all applications, those of one beside each other.
  private var rows: [Int32] = []
  /// The start of each entry's rows and the end of the last; empty if there are no rows.
  private var starts: [Int32] = []

  /// Sorts the rows of a panel; those of an unknown application are left out.
  init(_ panel: [PanelScore], _ index: EntryIndex) {
    guard !panel.isEmpty else { return }
    var found = Lookup(index)
    let entries = panel.map { Int32(found.entry($0.application.value) ?? -1) }
    starts = Array(repeating: 0, count: index.order.count + 1)
    for entry in entries where entry >= 0 { starts[Int(entry) + 1] += 1 }
    for entry in index.order.indices { starts[entry + 1] += starts[entry] }
    var next = starts
    rows = Array(repeating: 0, count: Int(starts.last ?? 0))
    for (row, entry) in entries.enumerated() where entry >= 0 {
      rows[Int(next[Int(entry)])] = Int32(row)
      next[Int(entry)] += 1
    }
  }

  /// Returns the rows of an entry.
  func rows(of entry: Int) -> ArraySlice<Int32> {
    starts.isEmpty ? [] : rows[Int(starts[entry])..<Int(starts[entry + 1])]
  }

  /// Finds entries by id; rows for one application mostly follow each other.
  private struct Lookup {
    private let index: EntryIndex
    private var last: (id: String, entry: Int?)?

    init(_ index: EntryIndex) { self.index = index }

    mutating func entry(_ id: String) -> Int? {
      if let last, last.id == id { return last.entry }
      let entry = index.entry(id)
      last = (id, entry)
      return entry
    }
  }
}

/// What the experts gave one application.
struct PanelTally {
  /// The scores of the experts who are not recused, in hundredths of a point, ascending.
  private(set) var scores: [Int] = []
  /// The number of experts who are recused.
  private(set) var recused = 0
  /// The number of highest and of lowest scores that are left out.
  private(set) var trim = 0

  /// Reads the rows of one application.
  mutating func read(_ rows: ArraySlice<Int32>, of panel: [PanelScore], _ settings: PanelSettings) {
    scores.removeAll(keepingCapacity: true)
    recused = 0
    for row in rows {
      let given = panel[Int(row)]
      if given.isRecused { recused += 1 }
      if !given.isRecused, let score = given.total(settings) { scores.append(score) }
    }
    scores.sort()
    trim = settings.trim > 0 && scores.count >= settings.trimFrom && 2 * settings.trim < scores.count ? settings.trim : 0
  }

  /// The scores whose mean is the panel's score.
  var counted: ArraySlice<Int> { scores[trim..<scores.count - trim] }
  /// The scores that are left out, the highest first.
  var trimmed: [Int] { (scores.suffix(trim) + scores.prefix(trim)).sorted(by: >) }
  /// The difference of the highest and the lowest score, before any is left out.
  var spread: Int { (scores.last ?? 0) - (scores.first ?? 0) }
}

extension PanelScore {
  /// Returns the score of the expert, which is the sum of the items where the group has items; nil if it is not given.
  func total(_ settings: PanelSettings) -> Int? {
    if settings.items.isEmpty { return score?.value }
    return items.count == settings.items.count ? items.reduce(0) { $0 + $1.score.value } : nil
  }
}
