import KepingCore
import KepingPlugins

extension ProgramTests {
  /// Changes one part of the program at a time, and evaluates the cases until one of them notices the change.
  ///
  /// Checks, grades, and what the plugin's functions receive and return are changed. Lua tests take no part, since they would run
  /// for minutes, and neither do cases with other settings, which test another program. The result is meaningful only if all
  /// tests pass.
  public func mutate() -> MutationReport { mutate(ChangedFunctions(loaded)).report }

  /// Tries all changes, and returns those that no case notices by the index of their direction, too.
  func mutate(_ functions: ChangedFunctions) -> (report: MutationReport, unnoticed: [[Mutant]]) {
    var report = MutationReport()
    var unnoticed: [[Mutant]] = loaded.program.directions.map { _ in [] }
    var used: Set<Int> = []
    var changes: [String: [String]] = [:]
    var cases = Dictionary(grouping: prepared, by: \.direction)
    for (index, direction) in loaded.program.directions.enumerated() {
      var subjects = cases.removeValue(forKey: index)?.map { (testCase: $0.testCase, prepared: $0.prepared) } ?? []
      for mutant in Mutant.all(of: direction, loaded, functions) {
        let declared = exceptions.equivalent.firstIndex {
          $0.clause == mutant.clause && ($0.change == mutant.change.chinese || $0.change == mutant.change.english)
        }
        if let declared { used.insert(declared) }
        changes[mutant.clause, default: []].append(mutant.change.chinese)
        report.count += 1
        if isNoticed(mutant, direction, functions, &subjects) {
          report.killed += 1
          if let declared { report.faults.append(exceptions.equivalent[declared].noticed) }
        } else {
          let reason = declared.map { exceptions.equivalent[$0].reason }
          let survivor = MutationReport.Survivor(
            clause: mutant.clause, change: mutant.change, location: mutant.location, reason: reason)
          if reason == nil {
            report.survivors.append(survivor)
            unnoticed[index].append(mutant)
          } else {
            report.equivalents.append(survivor)
          }
        }
      }
    }
    for (index, item) in exceptions.equivalent.enumerated() where !used.contains(index) {
      report.faults.append(item.unknown(among: changes[item.clause] ?? []))
    }
    return (report, unnoticed)
  }

  /// The cases with the program's default settings whose application belongs to a direction, each read once.
  private var prepared: [(direction: Int, testCase: TestCase, prepared: TestBench.Prepared)] {
    cases.filter(\.usesManifestSettings).compactMap { subject in
      let prepared = subject.bench.evaluate(subject.application, notices: subject.testCase.notices)
      return prepared.direction.map { ($0, subject.testCase, prepared) }
    }
  }

  /// Whether a case fails when the program is changed.
  private func isNoticed(
    _ mutant: Mutant, _ direction: Direction, _ functions: ChangedFunctions,
    _ subjects: inout [(testCase: TestCase, prepared: TestBench.Prepared)]
  ) -> Bool {
    let compiled = mutant.applied(to: loaded.program, direction)
    // A clause affects only its own outcome and points, the verdict and the total, so only cases that expect one of these can
    // notice the change. Cases that expect the clause come first, since they are the likeliest to fail.
    func expectsClause(_ testCase: TestCase) -> Bool { testCase.expectedIDs.contains(mutant.clause) }
    func expectsTotal(_ testCase: TestCase) -> Bool { testCase.verdict != nil || testCase.score != nil }
    let order =
      subjects.indices.filter { expectsClause(subjects[$0].testCase) }
      + subjects.indices.filter { !expectsClause(subjects[$0].testCase) && expectsTotal(subjects[$0].testCase) }
    for index in order {
      let assessment = subjects[index].prepared.evaluateAgain(by: compiled, direction: 0, functions)
      if !subjects[index].testCase.holds(assessment) { return true }
    }
    return false
  }
}

extension TestExceptions.Equivalent {
  /// The fault of a change that is declared equivalent and noticed by a case.
  fileprivate var noticed: Diagnostic {
    node.fault(
      "noticed-mutant", Wording("有用例识破了它，不是等价变异：\(change)", "a case notices this change, so it is not equivalent: \(change)"))
  }

  /// Returns the fault of a declaration that matches no change.
  fileprivate func unknown(among changes: [String]) -> Diagnostic {
    node.fault(
      "unknown-mutant",
      Wording("\(clause) 没有这样的变异：\(change)", "\(clause) has no such change: \(change)").suggesting(change, among: changes))
  }
}
