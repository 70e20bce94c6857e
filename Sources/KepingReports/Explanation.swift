import KepingCore

/// One application, clause by clause, as a clerk would print it.
public enum Explanation {
  /// The whole text, with its line ends.
  public static func text(_ evaluation: borrowing Evaluation) -> String {
    var text = "申报编号：\((evaluation.idText ?? "—").printable())\n"
    text += "项目名称：\((evaluation.titleText ?? "—").printable())\n"
    text += "申报单位：\((evaluation.applicantName ?? "—").printable())\n"
    let title = evaluation.direction.map { " \($0.title)" } ?? ""
    text += "申报方向：\((evaluation.directionText ?? "—").printable())\(title)（\(evaluation.yearText ?? "—")年度）\n"
    if let program = evaluation.program { text += "评审专项：\(program.id) \(program.version)\n" }
    text += "结　　论：\(evaluation.verdict.title)\n"
    if let failure = evaluation.failure { text += "原　　因：\(failure.message.printable())\n" }
    guard let direction = evaluation.direction else { return text + problems(evaluation) }
    if evaluation.verdict == .supplement, let closes = direction.window?.correctionCloses {
      text += "补正截止：\(closes)\n"
    }
    text += clauses(evaluation, direction)
    text += problems(evaluation)
    text += score(evaluation, direction)
    return text
  }

  private static func clauses(_ evaluation: borrowing Evaluation, _ direction: Direction) -> String {
    var text = ""
    var kind: ClauseKind?
    for (clause, finding) in zip(direction.answeredClauses, evaluation.findings) {
      if clause.kind != kind { text += "\n【\(clause.kind.title)】\n" }
      kind = clause.kind
      text += "\(finding.outcome.mark) \(clause.quote)　(\(clause.id))\n"
      text += "    \(evaluation.message(finding).printable())\n"
    }
    return text
  }

  private static func problems(_ evaluation: borrowing Evaluation) -> String {
    if evaluation.problems.isEmpty { return "" }
    var text = "\n【材料问题】\n"
    for problem in evaluation.problems { text += "! \(problem.message.printable())\n" }
    return text
  }

  private static func score(_ evaluation: borrowing Evaluation, _ direction: Direction) -> String {
    var text = "\n【得分】\(String(tenths: evaluation.total))（满分100；分值由专项拟定，指南未作规定）\n"
    for (criterion, item) in zip(direction.criteria, evaluation.items) {
      let points = "\(String(tenths: item.points))/\(String(tenths: criterion.maximum))"
      let number = String(repeating: " ", count: max(0, 10 - points.utf8.count)) + points
      text += "\(number)  \(criterion.title)：\(evaluation.reason(item).printable())\n"
    }
    return text
  }
}
