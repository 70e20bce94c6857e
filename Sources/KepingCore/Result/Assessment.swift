/// 评审结果: what became of one application, as a value that can be kept, compared, stored and sent to another thread.
///
/// ```swift
/// let assessment = assessor.assess(record)
/// for finding in assessment.findings where finding.outcome == .unmet { print(finding.clause, finding.message) }
/// ```
public struct Assessment: Sendable, Equatable {
  /// 申报编号; this and the other facts of the record are nil where they are not known.
  public var id: String?
  /// 指南年度
  public var year: Int?
  /// The id of the direction: `4.1`.
  public var direction: String?
  /// 项目名称
  public var title: String?
  /// The name of the applicant.
  public var applicant: String?
  /// The program that the application belongs to.
  public var program: ProgramReference?
  public var verdict: Verdict
  /// One for each clause of the direction but limits, in the order of the guideline; empty where the verdict is `error`.
  public var findings: [Finding] = []
  /// What the host noticed apart from the clauses.
  public var problems: [Problem] = []
  /// One for each criterion of the direction; empty where the verdict is `error`.
  public var items: [ScoreItem] = []
  /// Why the application could not be evaluated; nil where it was.
  public var failure: EvaluationFailure?

  public init(verdict: Verdict) { self.verdict = verdict }

  /// 评审意见: the answer to one clause.
  public struct Finding: Sendable, Equatable {
    /// The id of the clause: `4.1/condition/1`.
    public let clause: String
    public let kind: ClauseKind
    public let outcome: Outcome
    /// The clause, verbatim.
    public let quote: String
    /// What met or missed it, in Chinese.
    public let message: String
    public let evidence: [Evidence]
  }

  /// What the application earns for one criterion.
  public struct ScoreItem: Sendable, Equatable {
    /// The id of the criterion: the clause it rewards, or `4.1/criterion/1`.
    public let id: String
    public let title: String
    /// In tenths of a point.
    public let points: Int
    /// The most points, in tenths.
    public let maximum: Int
    /// Why it has its points, in Chinese.
    public let reason: String
  }
}

extension Assessment {
  /// Whether a program has evaluated the application, so that it has findings and a score.
  public var isEvaluated: Bool { verdict != .error }

  /// The sum of the score, in tenths of a point.
  public var total: Int { items.reduce(0) { $0 + $1.points } }

  /// The finding of a clause; nil where the direction does not have it, or does not answer it.
  public func finding(of clause: String) -> Finding? { findings.first { $0.clause == clause } }

  /// The item of a criterion; nil where the direction does not have it.
  public func item(of criterion: String) -> ScoreItem? { items.first { $0.id == criterion } }
}
