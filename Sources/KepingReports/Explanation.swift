import KepingCore

/// The result of one application as plain text, clause by clause.
public enum Explanation {
  /// Returns the text of all lines, each with its line end.
  public static func text(_ assessment: Assessment, _ catalogue: Catalogue) -> String {
    let direction = catalogue.direction(of: assessment)
    var text = "申报编号：\((assessment.id ?? "—").printable())\n"
    text += "项目名称：\((assessment.title ?? "—").printable())\n"
    text += "申报单位：\((assessment.applicant ?? "—").printable())\n"
    let title = direction.map { " \($0.title)" } ?? ""
    text += "申报方向：\((assessment.direction ?? "—").printable())\(title)（\(assessment.year.map { "\($0)" } ?? "—")年度）\n"
    if let program = assessment.program { text += "评审专项：\(program.id) \(program.version)\n" }
    text += "结　　论：\(assessment.verdict.title)\n"
    for limit in direction?.limits ?? [] { text += "限　　项：\(limit.text)\n" }
    var rules: Set<String> = []
    for limit in catalogue.submissionLimits(of: assessment) where rules.insert(limit.rule).inserted {
      text += "限　　项：\(limit.rule)\n"
    }
    if let failure = assessment.failure { text += "原　　因：\(failure.message.printable())\n" }
    if let corrects = assessment.corrects { text += correction(corrects) }
    guard assessment.isEvaluated else { return text + problems(assessment) }
    if assessment.verdict == .supplement, let window = direction?.window, window.correctionCloses != nil {
      text += "补正截止：\(window.correctionClosesText)\n"
    }
    text += clauses(assessment)
    text += problems(assessment)
    text += score(assessment)
    return text
  }

  private static func clauses(_ assessment: Assessment) -> String {
    var text = ""
    var kind: ClauseKind?
    for finding in assessment.findings {
      if finding.kind != kind { text += "\n【\(finding.kind.title)】\n" }
      kind = finding.kind
      text += "\(finding.outcome.mark) \(finding.quote)　(\(finding.clause))\n"
      text += "    \(finding.message.printable())\n"
      if let ruling = finding.ruling { text += "    \(Self.text(ruling))\n" }
    }
    return text
  }

  private static func problems(_ assessment: Assessment) -> String {
    if assessment.problems.isEmpty { return "" }
    var text = "\n【材料问题】\n"
    for problem in assessment.problems {
      text += "! \(problem.message.printable())\n"
      if let ruling = problem.ruling { text += "    \(Self.text(ruling))\n" }
    }
    return text
  }

  /// Returns the line that says who has decided what the program had not, and why.
  private static func text(_ ruling: AppliedRuling) -> String {
    let from = ruling.from.map { "（评审为\($0.title)）" } ?? ""
    let people = ruling.by + (ruling.confirmedBy.map { "，\($0)复核" } ?? "")
    let basis = ruling.basis.map { "，依据\($0)" } ?? ""
    return "裁定\(from)：\(ruling.reason.printable())（\(people.printable())，\(ruling.on.chinese)\(basis.printable())）"
  }

  private static func correction(_ correction: Assessment.Correction) -> String {
    var text = "补　　正：补正前\(correction.verdict.title)"
    if !correction.changed.isEmpty { text += "；改动 \(correction.changed.joined(separator: "、").printable())" }
    if !correction.unasked.isEmpty {
      text += "\n　　　　　其中没有要求补正的：\(correction.unasked.joined(separator: "、").printable())"
    }
    return text + "\n"
  }

  private static func score(_ assessment: Assessment) -> String {
    var text = "\n【得分】\(String(score: assessment.total))（满分100；分值由专项拟定，指南未作规定）\n"
    for item in assessment.items {
      let points = "\(String(score: item.points))/\(String(score: item.maximum))"
      let number = String(repeating: " ", count: max(0, 10 - points.utf8.count)) + points
      text += "\(number)  \(item.title)：\(item.reason.printable())\n"
    }
    return text
  }
}
