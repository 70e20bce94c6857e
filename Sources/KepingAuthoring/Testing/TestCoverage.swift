import KepingCore
import KepingPlugins

/// Which outcomes of its clauses a plugin's tests see, of those that each clause can have.
public struct TestCoverage: Sendable {
  /// An outcome of a clause.
  public struct Item: Sendable {
    public let clause: String
    public let outcome: Outcome
    /// Where the clause is written.
    public let location: SourceLocation
    /// Why no record has it; nil where nobody says so.
    public let reason: String?
  }

  /// How many clauses are answered; a limit is not.
  public let clauses: Int
  /// How many outcomes they can have, those left out that are declared impossible.
  public let possible: Int
  /// How many of these a test asks for, and gets.
  public let seen: Int
  /// What no test sees.
  public let missing: [Item]
  /// What is declared impossible, with the reason.
  public let impossible: [Item]
  /// Declarations that do not hold.
  public let faults: [Diagnostic]
}

extension ProgramTests {
  /// What the results of all tests cover.
  public func coverage(of results: [TestResult]) -> TestCoverage {
    var seen: [String: Set<Outcome>] = [:]
    for result in results { for (clause, outcome) in result.seen { seen[clause, default: []].insert(outcome) } }
    let program = loaded.program
    let clauses = program.directions.flatMap(\.answeredClauses)
    var missing: [TestCoverage.Item] = []
    var impossible: [TestCoverage.Item] = []
    var faults: [Diagnostic] = []
    var count = 0
    for clause in clauses {
      let possible = program.checks.outcomes(of: clause, in: program.schema)
      let declared = exceptions.impossible.filter { $0.clause == clause.id }
      for item in declared {
        if seen[clause.id]?.contains(item.outcome) == true {
          faults.append(
            item.node.fault(
              "seen-impossible",
              Wording(
                "\(clause.id) 的 \(item.outcome.rawValue) 有用例见到，不能声明为不可能",
                "a test sees \(clause.id) \(item.outcome.rawValue), which is declared impossible")))
        } else if !possible.contains(item.outcome) {
          faults.append(
            item.node.fault(
              "needless-exception",
              Wording(
                "\(clause.id) 本来就没有 \(item.outcome.rawValue)，不必声明",
                "\(clause.id) is never \(item.outcome.rawValue): nothing needs declaring")))
        }
      }
      for outcome in Outcome.allCases where possible.contains(outcome) {
        let reason = declared.first { $0.outcome == outcome }?.reason
        let item = TestCoverage.Item(
          clause: clause.id, outcome: outcome, location: loaded.location(ofClause: clause.id), reason: reason)
        if reason != nil {
          impossible.append(item)
        } else {
          count += 1
          if seen[clause.id]?.contains(outcome) != true { missing.append(item) }
        }
      }
    }
    return TestCoverage(
      clauses: clauses.count, possible: count, seen: count - missing.count, missing: missing, impossible: impossible,
      faults: faults)
  }
}

extension PluginProgram {
  /// Where a clause is written.
  func location(ofClause id: String) -> SourceLocation { locations[clause: id] ?? SourceLocation(path: plugin.path, line: 1) }
}
