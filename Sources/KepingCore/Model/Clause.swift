/// The kind of a clause in the guideline, which decides how its outcome affects the verdict.
public enum ClauseKind: String, Sendable, CaseIterable {
  /// 考核要求: a result that the project must achieve.
  case target
  /// 申报条件、申报要求: a condition that the applicant must meet.
  case condition
  /// 提供协议、签字盖章承诺: an agreement, a signed commitment or another document to submit.
  case document
  /// 原则上、重点面向、围绕…: a principle, from which exceptions are possible.
  case principle
  /// 优先支持: applications that are preferred.
  case priority
  /// 鼓励: something that the guideline encourages.
  case encouraged
  /// 具体申报事项另行通知: a matter left to a separate notice.
  case notice
  /// 接受1个项目: a limit on the number of applications; checked for a whole round, never for a single application.
  case limit

  /// The Chinese heading for clauses of this kind.
  public var title: String {
    switch self {
    case .target: "考核要求"
    case .condition: "申报条件"
    case .document: "申报材料"
    case .principle: "原则"
    case .priority: "优先支持"
    case .encouraged: "鼓励"
    case .notice: "另行通知"
    case .limit: "限项"
    }
  }
}

/// 条款: one sentence of the guideline with the check that implements it.
public struct Clause: Sendable {
  /// The direction, the clause kind and the 1-based number among the clauses of that kind: `4.1/condition/1`.
  public let id: String
  /// The kind of the clause.
  public let kind: ClauseKind
  /// The sentence of the guideline, verbatim.
  public let quote: String
  /// The check that decides the outcome; nil for a notice, which the configuration registers, and for a limit.
  public var check: CheckID?
  /// The check that decides whether the clause applies; nil if it always applies.
  public var appliesWhen: CheckID?
  /// The bound of a limit: how many applications are accepted, or how many one holder may submit; nil for other kinds.
  public let atMost: Int?
  /// The limit on what may be submitted, if the clause is one; nil for a limit on the number of accepted projects.
  public let submission: SubmissionLimit?
  /// The reason why figures in the quote have no bound, which names them; nil if none is given.
  public let reason: String?

  /// Creates a clause.
  public init(
    id: String, kind: ClauseKind, quote: String, check: CheckID?, appliesWhen: CheckID?, atMost: Int? = nil,
    submission: SubmissionLimit? = nil, reason: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.quote = quote
    self.check = check
    self.appliesWhen = appliesWhen
    self.atMost = atMost
    self.submission = submission
    self.reason = reason
  }
}
