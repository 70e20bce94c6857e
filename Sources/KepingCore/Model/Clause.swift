/// What a clause is in the guideline, which decides what it does to the verdict.
public enum ClauseKind: String, Sendable, CaseIterable {
  /// 考核要求
  case target
  /// 申报条件、申报要求
  case condition
  /// 提供协议、签字盖章承诺
  case document
  /// 原则上、重点面向、围绕…
  case principle
  /// 优先支持
  case priority
  /// 鼓励
  case encouraged
  /// 具体申报事项另行通知
  case notice
  /// 接受1个项目: answered over a whole batch, never on one application
  case limit

  /// The heading under which a clerk looks for it.
  public var title: String {
    switch self {
    case .target: "考核要求"
    case .condition: "申报条件"
    case .document: "申报材料"
    case .principle: "原则"
    case .priority: "优先支持"
    case .encouraged: "鼓励"
    case .notice: "另行通知"
    case .limit: "限额"
    }
  }
}

/// 条款: one sentence of the guideline with the check that answers for it.
public struct Clause: Sendable {
  /// Direction, kind and place among the clauses of that kind: `4.1/condition/1`.
  public let id: String
  public let kind: ClauseKind
  /// Verbatim.
  public let quote: String
  /// Nil for a notice, which the configuration answers, and a limit.
  public var check: CheckID?
  /// The clause does not apply where this is unmet.
  public var appliesWhen: CheckID?
  /// Of a limit: how many applications are accepted.
  public let atMost: Int?

  public init(
    id: String, kind: ClauseKind, quote: String, check: CheckID?, appliesWhen: CheckID?, atMost: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.quote = quote
    self.check = check
    self.appliesWhen = appliesWhen
    self.atMost = atMost
  }
}
