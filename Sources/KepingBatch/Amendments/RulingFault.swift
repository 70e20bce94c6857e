import KepingCore

/// The reason why a ruling cannot be taken as it is.
enum RulingFault {
  case unknownApplication
  /// There is no such clause, limit or problem; known are the names that it could be.
  case unknownClause(known: [String])
  case notice
  /// The clause limits the number of accepted projects, not what may be submitted.
  case acceptanceLimit
  /// The problem has no effect that a ruling could lift, or decides by itself.
  case unruledProblem
  /// The application does not have the problem.
  case absentProblem
  /// The clause cannot have the outcome; allowed are those that it can have.
  case impossibleOutcome(allowed: [Outcome])
  case positionNeeded
  case outcomeNeeded
  /// Limits and ties have no finding whose fingerprint could be given.
  case uselessCheck
  case confirmedByItself
  /// Another ruling settles the same.
  case conflict(with: Ruling)

  private var code: String {
    switch self {
    case .unknownApplication: "unknown-application"
    case .unknownClause, .absentProblem: "unknown-clause"
    case .notice, .acceptanceLimit, .unruledProblem: "not-ruled"
    case .impossibleOutcome, .positionNeeded, .outcomeNeeded: "invalid-outcome"
    case .uselessCheck: "useless-check"
    case .confirmedByItself: "self-confirmed"
    case .conflict: "conflicting-rulings"
    }
  }

  /// Returns the error of a ruling.
  func diagnostic(for ruling: Ruling) -> Diagnostic {
    ruling.cell.fault(code, wording(ruling.clause.printable(limit: 60), ruling))
  }

  private func wording(_ clause: String, _ ruling: Ruling) -> Wording {
    switch self {
    case .unknownApplication:
      let id = ruling.application.printable(limit: 60)
      return Wording("没有编号为“\(id)”的申报书，请核对申报编号", "no application has the id '\(id)'")
    case .unknownClause(let known):
      return Wording("没有条款“\(clause)”", "there is no clause '\(clause)'").suggesting(ruling.clause, among: known)
    case .notice:
      return Wording(
        "“\(clause)”是另行通知，不能裁定；通知发布后在配置的 notices 里登记", "'\(clause)' is a notice, which cannot be ruled; register it under notices"
      )
    case .acceptanceLimit:
      return Wording("“\(clause)”限制的是立项数，不能裁定", "'\(clause)' limits how many are accepted and cannot be ruled")
    case .unruledProblem:
      return Wording(
        "问题“\(clause)”不能裁定；能裁定的是使“通过”成为“需补正”的问题：\(Self.ruledCodes)",
        "the problem '\(clause)' cannot be ruled; only those that make a pass a supplement can: \(Self.ruledCodes)")
    case .absentProblem:
      return Wording("这份申报书没有问题“\(clause)”，请删去这一行", "the application does not have the problem '\(clause)'; delete the row")
    case .impossibleOutcome(let allowed):
      return Wording(
        "“\(clause)”的裁定结论只能是\(allowed.map(\.title).joined(separator: "或"))",
        "'\(clause)' can only be ruled \(allowed.map(\.rawValue).joined(separator: " or "))")
    case .positionNeeded:
      return Wording("同分（tie）的裁定结论应为名次：1、2、3…", "the outcome of a tie is a position: 1, 2, 3 …")
    case .outcomeNeeded:
      return Wording("只有同分（tie）能以名次裁定，“\(clause)”不能", "only a tie is ruled by a position, not '\(clause)'")
    case .uselessCheck:
      return Wording("“\(clause)”没有评审意见可以校验，“校验”请留空", "'\(clause)' has no finding; leave the column 校验 (check) empty")
    case .confirmedByItself:
      return Wording("复核人不能是裁定人自己，须由另一人复核", "the ruling is confirmed by the person who made it; another one has to confirm it")
    case .conflict(let other):
      let place = other.cell.file == ruling.cell.file ? other.cell.text : "\(other.cell.file) \(other.cell.text)"
      return Wording(
        "“\(clause)”裁定了两次，另一次在\(place)，都没有采用；请只留一次",
        "'\(clause)' is ruled twice, here and at \(place); neither is applied, keep one")
    }
  }

  private static var ruledCodes: String { Problem.Code.allCases.filter(\.canBeRuled).map(\.rawValue).joined(separator: ", ") }
}

extension Problem.Code {
  /// Whether a person can rule that the problem has no effect.
  var canBeRuled: Bool { verdict == .supplement && self != .rulingStale && self != .rulingUnconfirmed }
}
