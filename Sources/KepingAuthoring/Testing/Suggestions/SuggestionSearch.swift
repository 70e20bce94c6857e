import KepingCore
import KepingPlugins
import KepingYAML

/// Puts the expectations that the trials of a direction choose together to cases, and reads the cases back to see what they notice.
struct SuggestionSearch {
  private let direction: Direction
  private let target: SuggestionTarget
  private let base: JSONValue
  private let trials: [Trial]
  private let bench: TestBench
  private let language: Language

  init(
    _ direction: Direction, _ target: SuggestionTarget, _ base: JSONValue, _ trials: [Trial], _ bench: TestBench,
    _ language: Language
  ) {
    self.direction = direction
    self.target = target
    self.base = base
    self.trials = trials
    self.bench = bench
    self.language = language
  }

  /// The suggested cases with what they notice, and what none was found for.
  var result: SuggestedCases {
    let probes = Probes(bench.loaded.program, base: base)
    var text = SuggestionText(
      direction: direction, checks: bench.loaded.program.checks, language: language, indent: target.indent)
    var scored: [(trial: Int, items: [Trial.Item])] = []
    var tried: [Int] = []
    for (index, trial) in trials.enumerated() {
      let found = trial.search(probes)
      tried.append(found.tried)
      for item in found.items where !item.expectsPoints {
        guard let clause = trial.clause, let outcome = item.candidate.answer.outcome else { continue }
        text.outcomes.append(
          SuggestionText.OutcomeCase(
            clause: clause, edit: item.candidate.edit, notices: item.candidate.notices, outcome: outcome))
      }
      scored.append((index, found.items.filter(\.expectsPoints)))
    }
    text.points = combined(scored)
    return checked(text, tried)
  }

  /// Combines the expectations of points of different criteria into few cases: the first of each, then the second of each.
  ///
  /// A combination stands only if every expectation notices in it what it noticed alone.
  private func combined(_ scored: [(trial: Int, items: [Trial.Item])]) -> [SuggestionText.PointsCase] {
    var groups: [(edit: Edit, parts: [(trial: Int, noticed: Set<Int>)])] = []
    for rank in 0..<(scored.map(\.items.count).max() ?? 0) {
      for (trial, items) in scored where items.indices.contains(rank) {
        let item = items[rank]
        let place = groups.indices.first { index in
          let group = groups[index]
          guard !group.parts.contains(where: { $0.trial == trial }), group.edit.isIndependent(of: item.candidate.edit) else {
            return false
          }
          let edit = group.edit.adding(item.candidate.edit)
          return (group.parts + [(trial, item.noticed)]).allSatisfy { part in
            let candidate = trials[part.trial].candidate(edit, base: base, wanted: part.noticed)
            return candidate.map { part.noticed.isSubset(of: $0.byPoints) } ?? false
          }
        }
        if let place {
          groups[place].edit = groups[place].edit.adding(item.candidate.edit)
          groups[place].parts.append((trial, item.noticed))
        } else {
          groups.append((item.candidate.edit, [(trial, item.noticed)]))
        }
      }
    }
    return groups.compactMap { group in
      guard let application = group.edit.applied(to: base) else { return nil }
      let assessment = bench.evaluate(application).assessment
      let points = group.parts.compactMap { part -> (criterion: Criterion, tenths: Int)? in
        guard let criterion = trials[part.trial].criteria.first, let item = assessment.item(of: criterion.id) else { return nil }
        return (criterion, item.points)
      }.sorted { first, second in order(of: first.criterion) < order(of: second.criterion) }
      return SuggestionText.PointsCase(edit: group.edit, points: points)
    }
  }

  private func order(of criterion: Criterion) -> Int { direction.criteria.firstIndex { $0.id == criterion.id } ?? 0 }

  /// Reads the cases back from their text as a part of the file, and counts what they notice.
  private func checked(_ text: SuggestionText, _ tried: [Int]) -> SuggestedCases {
    let cases = text.outcomes.isEmpty && text.points.isEmpty ? "" : text.text
    let whole = target.text(with: cases)
    let known = KnownNames(bench.loaded.program)
    var read = cases.isEmpty ? [] : (try? TestCase.read(whole, path: target.path, known)) ?? []
    if let existing = target.existing, let before = try? TestCase.read(existing, path: target.path, known) {
      read.removeFirst(min(before.count, read.count))
    }
    // A case that the unchanged program does not meet would be a fault of the search, and nothing is suggested then.
    let isMet = read.allSatisfy { testCase in
      guard let application = try? testCase.application(from: base) else { return false }
      return testCase.differences(bench.evaluate(application, notices: testCase.notices).assessment).isEmpty
    }
    if !isMet { read = [] }
    var missed: [SuggestedCases.Missed] = []
    var (noticed, seen) = (0, 0)
    for (trial, count) in zip(trials, tried) {
      let found = read.reduce(into: Set<Int>()) { $0.formUnion(trial.noticed(by: $1, base: base)) }
      let reason = Wording(
        "试了\(count)份申报书，改动前后结果都一样；确实没有区别的，在 tests/exceptions.yaml 写明理由",
        "\(count) applications get the same result with and without it; if it makes no difference, say why in tests/exceptions.yaml"
      )
      for (index, mutant) in trial.mutants.enumerated() where !found.contains(index) {
        missed.append(SuggestedCases.Missed(id: trial.id, what: mutant.change, reason: reason))
      }
      let outcomes = read.flatMap(\.outcomes).filter { $0.clause == trial.id }.map(\.outcome)
      for outcome in trial.gaps where !outcomes.contains(outcome) {
        let reason = Wording(
          "试了\(count)份申报书，都不是这个结论；确实不可能的，在 tests/exceptions.yaml 写明理由",
          "none of \(count) applications has it; if it is impossible, say why in tests/exceptions.yaml")
        missed.append(SuggestedCases.Missed(id: trial.id, what: Wording(outcome.rawValue, outcome.rawValue), reason: reason))
      }
      noticed += found.count
      seen += trial.gaps.count { outcomes.contains($0) }
    }
    return SuggestedCases(
      direction: direction.id, path: target.path, isNew: target.existing == nil,
      text: read.isEmpty ? "" : target.existing == nil ? whole : cases, count: read.count, noticed: noticed, seen: seen,
      missed: missed)
  }
}

extension Trial {
  /// Returns the indices of the changes that a case notices.
  func noticed(by testCase: TestCase, base: JSONValue) -> Set<Int> {
    guard testCase.expectedIDs.contains(id) else { return [] }
    var edit = Edit.none
    for change in testCase.changes { edit = edit.adding(Edit(change.path, JSONValue(change.value))) }
    guard let found = candidate(edit, notices: testCase.notices, base: base) else { return [] }
    let outcomes = testCase.outcomes.contains { $0.clause == id } ? found.byOutcome : []
    let points = testCase.points.contains { $0.criterion == id } ? found.byPoints : []
    return outcomes.union(points)
  }
}
