import KepingCore

extension Round {
  /// Returns everything that is wrong in the files beside the applications, in the order of their rows; nothing can be ranked
  /// before it is mended.
  ///
  /// Source: the contract of a round, “Files beside the applications” and “Score, order, rank”.
  public func faults() -> [Diagnostic] {
    var check = SideCheck(self)
    check.examinePanel()
    check.examineOngoing()
    check.examineGrants()
    return check.faults
  }
}

/// Compares the rows of the files beside the applications with the applications.
struct SideCheck {
  let round: Round
  private(set) var faults: [Diagnostic] = []
  /// The number of further unknown ids for which a similar one is looked up, which takes time.
  private var suggestions = 20

  init(_ round: Round) { self.round = round }

  mutating func report(_ cell: SourceCell, _ code: String, _ chinese: String, _ english: String) {
    faults.append(cell.fault(code, Wording(chinese, english)))
  }

  /// Returns the index of the entry with an id, and reports an unknown one.
  mutating func entry(_ id: Given<String>) -> Int? {
    if let entry = round.index.entry(id.value) { return entry }
    var wording = Wording("没有申报编号为“\(id.value)”的申报", "there is no application with the id '\(id.value)'")
    if suggestions > 0 {
      suggestions -= 1
      let round = round
      let known = round.index.order.lazy.compactMap { round.entries[Int($0)].text(.id) }
      wording = wording.suggesting(id.value, among: known)
    }
    faults.append(id.cell.fault("unknown-application", wording))
    return nil
  }

  /// Projects in progress: a number that stands twice.
  mutating func examineOngoing() {
    let order = round.ongoing.indices.sorted {
      let (left, right) = (round.ongoing[$0].id, round.ongoing[$1].id)
      return left == right ? $0 < $1 : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    var repeats: [(row: Int, first: Int)] = []
    for (row, first) in Self.repeats(order, { round.ongoing[$0].id == round.ongoing[$1].id }) { repeats.append((row, first)) }
    for (row, first) in repeats.sorted(by: { $0.row < $1.row }) {
      let project = round.ongoing[row]
      let cell = round.ongoing[first].cell
      report(
        project.cell, "duplicate-project", "在研项目“\(project.id)”填了两次，另一次在\(cell.place)",
        "the project in progress '\(project.id)' stands twice; the other row is \(cell.place)")
    }
  }

  /// Grants: an unknown application, or one that stands twice.
  mutating func examineGrants() {
    let entries = round.grants.map { entry($0.application) ?? -1 }
    let order = entries.indices.filter { entries[$0] >= 0 }.sorted { (entries[$0], $0) < (entries[$1], $1) }
    let repeats = Self.repeats(order) { entries[$0] == entries[$1] }
    for (row, first) in repeats.sorted(by: { $0.row < $1.row }) {
      let (grant, cell) = (round.grants[row], round.grants[first].application.cell)
      report(
        grant.application.cell, "duplicate-grant", "申报“\(grant.application.value)”的拟支持经费填了两次，另一次在\(cell.place)",
        "the application '\(grant.application.value)' has two amounts granted; the other is at \(cell.place)")
    }
  }

  /// Returns the rows that repeat an earlier one, where equal rows stand beside each other in an order.
  static func repeats(_ order: [Int], _ areEqual: (Int, Int) -> Bool) -> [(row: Int, first: Int)] {
    var repeats: [(row: Int, first: Int)] = []
    var first = 0
    for place in order.indices.dropFirst() {
      if areEqual(order[first], order[place]) {
        repeats.append((order[place], order[first]))
      } else {
        first = place
      }
    }
    return repeats
  }
}

extension SourceCell {
  /// The file and the place within it: `评分.xlsx:评分!C5`.
  var place: String { "\(file):\(text)" }
}
