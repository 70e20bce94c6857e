import KepingCore
import KepingPlugins

/// The coverage of a plugin's tests: of the outcomes that each clause can have, those that a test expects and gets.
public struct TestCoverage: Sendable {
  /// An outcome of a clause.
  public struct Item: Sendable {
    /// The id of the clause.
    public let clause: String
    /// The outcome.
    public let outcome: Outcome
    /// The location of the clause in the plugin.
    public let location: SourceLocation
    /// The declared reason why no record has the outcome, or nil if none is declared.
    public let reason: String?
  }

  /// The number of clauses that have findings; limits have none.
  public let clauses: Int
  /// The number of outcomes that the clauses can have, without those that are declared impossible.
  public let possible: Int
  /// The number of possible outcomes that a test expects and gets.
  public let seen: Int
  /// The outcomes that no test sees.
  public let missing: [Item]
  /// The outcomes that are declared impossible, with their reasons.
  public let impossible: [Item]
  /// The faults of outcomes that are declared impossible although a test sees them or the clause never has them.
  public let faults: [Diagnostic]
}

extension ProgramTests {
  /// Returns the coverage by the results of all tests.
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
                "\(clause.id) is never \(item.outcome.rawValue), so no declaration is needed")))
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
  /// Returns the location of a clause, or the plugin's first line if it is unknown.
  func location(ofClause id: String) -> SourceLocation { locations[clause: id] ?? SourceLocation(path: plugin.path, line: 1) }
}
