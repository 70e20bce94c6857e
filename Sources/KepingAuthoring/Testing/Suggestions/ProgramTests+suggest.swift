import KepingCore
import KepingPlugins
import KepingYAML
import SystemPackage

extension ProgramTests {
  /// Suggests cases that notice the changes and have the outcomes that no test notices or has, by direction.
  ///
  /// Each case is tried before it is suggested: the unchanged program meets it, and a changed one does not.
  ///
  /// - Parameters:
  ///   - unnoticed: the unnoticed changes by the index of their direction.
  ///   - gaps: the outcomes that no test has.
  ///   - functions: the functions that the changed programs call.
  ///   - language: the language of names and comments.
  func suggest(
    for unnoticed: [[Mutant]], gaps: [TestCoverage.Item], _ functions: ChangedFunctions, _ language: Language
  ) -> [SuggestedCases] {
    let bench = TestBench(loaded: loaded, examples: examples)
    return loaded.program.directions.indices.compactMap { index in
      let direction = loaded.program.directions[index]
      let mutants = unnoticed.indices.contains(index) ? unnoticed[index] : []
      let missing = gaps.filter { item in direction.clauses.contains { $0.id == item.clause } }
      guard !mutants.isEmpty || !missing.isEmpty else { return nil }
      guard let target = SuggestionTarget(index, bench), let base = bench.examples[target.base] else {
        return Self.without(direction, mutants, missing)
      }
      let ids = direction.clauses.map(\.id) + direction.criteria.map(\.id)
      let trials = ids.reduce(into: [Trial]()) { trials, id in
        let own = mutants.filter { $0.clause == id }
        let outcomes = missing.filter { $0.clause == id }.map(\.outcome)
        guard !trials.contains(where: { $0.id == id }), !own.isEmpty || !outcomes.isEmpty else { return }
        trials.append(Trial(id, of: direction, own, gaps: outcomes, bench, functions))
      }
      return SuggestionSearch(direction, target, base, trials, bench, language).result
    }
  }

  /// Returns the result for a direction without an example.
  private static func without(_ direction: Direction, _ mutants: [Mutant], _ gaps: [TestCoverage.Item]) -> SuggestedCases {
    let reason = Wording("examples/ 中没有方向\(direction.id)能评审的示例", "examples/ has no application of direction \(direction.id)")
    let missed =
      mutants.map { SuggestedCases.Missed(id: $0.clause, what: $0.change, reason: reason) }
      + gaps.map { SuggestedCases.Missed(id: $0.clause, what: Wording($0.outcome.rawValue, $0.outcome.rawValue), reason: reason) }
    return SuggestedCases(
      direction: direction.id, path: "", isNew: true, text: "", count: 0, noticed: 0, seen: 0, missed: missed)
  }
}
