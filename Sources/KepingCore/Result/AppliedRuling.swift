/// 裁定: a ruling as the result of its application shows it.
public struct AppliedRuling: Sendable, Hashable {
  /// The outcome that the program found; nil for the ruling on a problem, which has no outcome.
  public let from: Outcome?
  /// The reason.
  public let reason: String
  /// The person who decided.
  public let by: String
  /// The day of the decision.
  public let on: CalendarDate
  /// The person who confirmed the decision; nil if nobody has.
  public let confirmedBy: String?
  /// The material on which the decision is based; nil if none is named.
  public let basis: String?

  /// Creates a ruling.
  public init(
    from: Outcome?, reason: String, by: String, on: CalendarDate, confirmedBy: String? = nil, basis: String? = nil
  ) {
    self.from = from
    self.reason = reason
    self.by = by
    self.on = on
    self.confirmedBy = confirmedBy
    self.basis = basis
  }

  /// Creates the form in which a result shows a ruling.
  package init(_ ruling: Ruling, from: Outcome?) {
    self.init(
      from: from, reason: ruling.reason, by: ruling.by, on: ruling.on, confirmedBy: ruling.confirmedBy, basis: ruling.basis)
  }
}

/// The rulings that are applied to an evaluation.
package struct EvaluationRulings: Sendable {
  /// The ruled outcomes by the index of the finding.
  package var findings: [Int: (outcome: Outcome, ruling: AppliedRuling)] = [:]
  /// The rulings on problems by the index of the problem.
  package var problems: [Int: AppliedRuling] = [:]
  /// The problems that tell of rulings without effect.
  package var told: [Problem] = []

  package init() {}

  /// Whether nothing is ruled and nothing is told.
  package var isEmpty: Bool { findings.isEmpty && problems.isEmpty && told.isEmpty }
}

extension Evaluator {
  /// Applies rulings to the findings and problems of the record, and returns the verdict that the clauses have now.
  mutating func apply<Sink: FindingSink>(
    _ rulings: EvaluationRulings, to clauses: [CompiledClause], into sink: inout Sink
  ) -> Verdict {
    for (index, ruled) in rulings.findings {
      outcomes[index] = ruled.outcome
      sink.rule(finding: index, ruled.outcome, ruled.ruling)
    }
    for (index, ruling) in rulings.problems { problems[index].ruling = ruling }
    problems += rulings.told
    return zip(clauses, outcomes).reduce(.pass) { worse($0, $1.0.kind.verdict(for: $1.1)) }
  }
}
