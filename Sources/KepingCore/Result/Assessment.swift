/// 评审结果: the result of one application, as a value that can be kept, compared, stored and sent to another thread.
///
/// The example imports `KepingCore`. `assessment` is the result of the example of `Assessor`.
///
/// ```swift
/// for finding in assessment.findings where finding.kind == .condition && finding.outcome == .unmet {
///   print(finding.clause, finding.message)
///   for evidence in finding.evidence { print(evidence.field, evidence.value.json, evidence.required?.text ?? "") }
/// }
/// let copy = try Assessment(json: assessment.json)
/// print(copy == assessment)
/// // Prints "4.1/condition/1 上年（2023年）研发投入80万元，低于100万元"
/// // Prints "applicant.rdExpense.2023 800000 >= 1000000"
/// // Prints "true"
/// ```
public struct Assessment: Sendable, Equatable {
  /// 申报编号; like the other values from the record, nil if it is absent or cannot be read.
  public var id: String?
  /// 指南年度: the year of the guideline.
  public var year: Int?
  /// The id of the direction: `4.1`.
  public var direction: String?
  /// 项目名称: the title of the project.
  public var title: String?
  /// The name of the applicant.
  public var applicant: String?
  /// The program that the application belongs to; nil if there is none.
  public var program: ProgramReference?
  /// 结论; `error` if the application could not be evaluated.
  public var verdict: Verdict
  /// What the application changes in an earlier one; nil if it is no correction.
  public var corrects: Correction?
  /// The findings, one for each clause of the direction except limits, in the order of the guideline.
  ///
  /// The array is empty if the verdict is `error`.
  public var findings: [Finding] = []
  /// The problems that the host found independently of the clauses.
  public var problems: [Problem] = []
  /// The score items, one for each criterion of the direction; empty if the verdict is `error`.
  public var items: [ScoreItem] = []
  /// The reason why the application could not be evaluated; nil if it was evaluated.
  public var failure: EvaluationFailure?

  /// Creates an assessment without findings, problems and score items.
  public init(verdict: Verdict) { self.verdict = verdict }

  /// 评审意见: the answer to one clause.
  public struct Finding: Sendable, Equatable {
    /// The id of the clause: `4.1/condition/1`.
    public let clause: String
    /// The kind of the clause.
    public let kind: ClauseKind
    /// The outcome of the clause; if the clause was ruled on, the ruled outcome.
    public let outcome: Outcome
    /// The text of the clause, verbatim.
    public let quote: String
    /// The reason for the outcome, in Chinese.
    public let message: String
    /// The values of the record that the outcome depends on.
    public let evidence: [Evidence]
    /// The ruling on the clause; nil if there is none.
    public internal(set) var ruling: AppliedRuling?

    /// Returns the finding with a ruled outcome; message and evidence stay those of the program.
    func ruled(_ outcome: Outcome, by ruling: AppliedRuling) -> Finding {
      Finding(
        clause: clause, kind: kind, outcome: outcome, quote: quote, message: message, evidence: evidence, ruling: ruling)
    }
  }

  /// 补正: what a correction has changed.
  public struct Correction: Sendable, Equatable {
    /// The verdict of the application that was corrected.
    public let verdict: Verdict
    /// The paths of the fields whose values differ, in the order of the schema; empty if one of both is an error.
    public let changed: [String]
    /// Those of the changed fields that nobody had asked to correct.
    public let unasked: [String]

    /// Creates a correction.
    public init(verdict: Verdict, changed: [String], unasked: [String]) {
      self.verdict = verdict
      self.changed = changed
      self.unasked = unasked
    }
  }

  /// The points of the application for one criterion.
  public struct ScoreItem: Sendable, Equatable {
    /// The id of the criterion: the id of the clause that it rewards, or `4.1/criterion/1`.
    public let id: String
    /// The name of the criterion as shown to people.
    public let title: String
    /// The points in tenths.
    public let points: Int
    /// The maximum in tenths of a point.
    public let maximum: Int
    /// The reason for the points, in Chinese.
    public let reason: String
  }
}

extension Assessment {
  /// Whether a program evaluated the application, so that it has findings and a score.
  public var isEvaluated: Bool { verdict != .error }

  /// The total of the score, in tenths of a point.
  public var total: Int { items.reduce(0) { $0 + $1.points } }

  /// Returns the finding of a clause, or nil if the direction has no such clause or the clause has no finding.
  public func finding(of clause: String) -> Finding? { findings.first { $0.clause == clause } }

  /// Returns the score item of a criterion, or nil if the direction has no such criterion.
  public func item(of criterion: String) -> ScoreItem? { items.first { $0.id == criterion } }
}
