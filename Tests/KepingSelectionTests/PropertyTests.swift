import KepingCore
import KepingSelection
import Testing

/// What the contract of a round promises of every ranking (“Always” at its end).
@Suite("What is promised of every ranking holds in random rounds")
struct PropertyTests {
  /// Tells a round of which a promise does not hold.
  static func report(_ seed: UInt64, _ text: String) { Issue.record("seed \(seed): \(text)") }

  @Test("Every application is in exactly one place, with a reason", arguments: 0..<4)
  func onePlace(_ part: UInt64) {
    for seed in part * 250..<part * 250 + 250 {
      let plain = RoundMaker.round(seed: seed)
      let ranking = plain.round.ranking()
      if ranking.lines.map(\.entry).sorted() != Array(plain.applications.indices) { Self.report(seed, "lines") }
      for line in ranking.lines where ranking.reason(of: line).isEmpty { Self.report(seed, "no reason: \(line.place)") }
    }
  }

  @Test("No group selects more than its places, unless ties go beyond them, or more than its money", arguments: 0..<4)
  func neverExceeded(_ part: UInt64) {
    for seed in part * 250..<part * 250 + 250 {
      let ranking = RoundMaker.round(seed: seed).round.ranking()
      for summary in ranking.summaries {
        let settings = ranking.plan.groups[summary.group].settings
        if let places = summary.places, summary.selected > places, settings.tieAtCut != .all { Self.report(seed, "places") }
        if let budget = summary.budget, summary.money > budget { Self.report(seed, "money") }
        let lines = ranking.lines.filter { $0.group == summary.group }
        if lines.filter({ $0.place == .selected }).count != summary.selected { Self.report(seed, "summary") }
        if let last = lines.last, last.amountSoFar != summary.money { Self.report(seed, "sum") }
      }
    }
  }

  @Test("The order of applications and rows changes nothing", arguments: 0..<4)
  func permutation(_ part: UInt64) {
    for seed in part * 200..<part * 200 + 200 {
      let plain = RoundMaker.round(seed: seed)
      var other = plain
      var random = SplitMix64(seed: seed &+ 77)
      other.applications.shuffle(using: &random)
      other.scores.shuffle(using: &random)
      other.projects.shuffle(using: &random)
      other.grants.shuffle(using: &random)
      let (first, second) = (plain.round.ranking(), other.round.ranking())
      func told(_ ranking: Ranking) -> [String] {
        ranking.lines.map { "\(RankedLine(ranking, $0)) \(ranking.reason(of: $0)) \(ranking.suspicions(of: $0).map(\.message))" }
          + ranking.remarks.map { $0.text(.chinese) }
      }
      if told(first) != told(second) { Self.report(seed, "differs after a permutation") }
    }
  }

  /// A place in the order of the promise: selected, reserve, the others; nil for `tied`, which is none yet.
  private static func worth(_ place: Place) -> Int? {
    switch place {
    case .selected: 2
    case .reserve: 1
    case .tied: nil
    default: 0
    }
  }

  @Test("A higher score never worsens a place, as far as that is promised", arguments: 0..<4)
  func monotony(_ part: UInt64) {
    for seed in part * 500..<part * 500 + 500 {
      var plain = RoundMaker.round(seed: seed)
      plain.scopes = plain.scopes.map(Self.promising)
      guard let index = plain.applications.indices.first(where: { plain.applications[$0].verdict == .pass }) else { continue }
      var better = plain
      better.applications[index].points += [1, 5, 50, 100, 200][Int(seed % 5)]
      let title = plain.applications[index].title
      guard let before = plain.ranked.first(where: { $0.title == title }),
        let after = better.ranked.first(where: { $0.title == title }),
        let first = Self.worth(before.place), let second = Self.worth(after.place)
      else { continue }
      if second < first { Self.report(seed, "\(title): \(before)\n\(after)\n\(plain.scopes)") }
    }
  }

  /// The settings of a scope under which the promise holds.
  private static func promising(_ scope: SelectionSettings.Scope) -> SelectionSettings.Scope {
    var settings = scope.settings
    settings.whenFull = .stop
    if settings.tieAtCut == .none { settings.tieAtCut = .stop }
    settings.order = settings.order.map { key in
      if case .field = key.subject { return key }
      return OrderKey(key.subject)
    }
    return SelectionSettings.Scope(program: scope.program, key: scope.key, kind: scope.kind, settings: settings)
  }

  @Test("Taking away one that is not selected changes no other place, as far as that is promised", arguments: 0..<4)
  func withdrawal(_ part: UInt64) {
    for seed in part * 500..<part * 500 + 500 {
      var plain = RoundMaker.round(seed: seed)
      plain.bureauLimits = []
      for index in plain.programs.indices { plain.programs[index].limits = [] }
      plain.scopes = plain.scopes.map { scope in
        var settings = scope.settings
        settings.atLeast = nil
        settings.reserve = 0
        return SelectionSettings.Scope(program: scope.program, key: scope.key, kind: scope.kind, settings: settings)
      }
      let lines = plain.ranked
      for line in lines where line.place == .notSelected {
        let rest = lines.filter { $0.group == line.group && $0.place == .notSelected }
        if line.rank == rest.compactMap(\.rank).min() { continue }
        var without = plain
        without.applications.removeAll { $0.title == line.title }
        let others = Dictionary(uniqueKeysWithValues: without.ranked.map { ($0.title, $0.place) })
        for other in lines where other.title != line.title && others[other.title] != other.place {
          Self.report(seed, "without \(line.title): \(other) \(String(describing: others[other.title]))")
        }
      }
    }
  }
}
