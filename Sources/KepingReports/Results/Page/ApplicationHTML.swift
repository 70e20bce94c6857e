import KepingCore

/// An application as an element that unfolds.
enum ApplicationHTML {
  static func text(_ evaluation: borrowing Evaluation) -> String {
    let verdict = evaluation.verdict
    let direction = evaluation.directionText ?? ""
    let isKnown = evaluation.program != nil
    var text =
      "<details class=\"application\" data-verdict=\"\(verdict.rawValue)\" data-direction=\"\(isKnown ? escaped(direction) : "-")\">\n<summary>"
    text += "<span class=\"verdict \(verdict.rawValue)\">\(verdict.title)</span>"
    text += "<span class=\"id\">\(escaped(evaluation.idText ?? "申报编号不明"))</span>"
    text += "<span class=\"direction\">\(escaped(direction.isEmpty ? "—" : direction))</span>"
    text += "<span class=\"score\">\(evaluation.direction == nil ? "—" : String(tenths: evaluation.total))</span>"
    text += "<span class=\"title\">\(escaped(evaluation.titleText ?? "—"))</span>"
    text += "<span class=\"applicant\">\(escaped(evaluation.applicantName ?? "—"))</span></summary>\n<div class=\"body\">\n"
    if let failure = evaluation.failure {
      text += "<p class=\"failure\">\(escaped(failure.message))（\(failure.code.title)）</p>\n"
    }
    let reasons = evaluation.failure == nil ? Reasons.all(evaluation) : []
    if !reasons.isEmpty {
      text += "<ul class=\"reasons\">" + reasons.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>\n"
    }
    text += clauses(evaluation) + problems(evaluation) + score(evaluation)
    return text + "</div>\n</details>\n"
  }

  private static func clauses(_ evaluation: borrowing Evaluation) -> String {
    guard let direction = evaluation.direction else { return "" }
    var text = "<table class=\"clauses\"><caption>\(escaped("\(direction.id) \(direction.title)"))</caption>"
    text +=
      "<thead><tr><th scope=\"col\">结论</th><th scope=\"col\">类别</th><th scope=\"col\">指南原文</th><th scope=\"col\">评审意见</th></tr></thead><tbody>\n"
    for (clause, finding) in zip(direction.answeredClauses, evaluation.findings) {
      text +=
        "<tr class=\"\(finding.outcome.rawValue)\"><td>\(finding.outcome.mark) \(finding.outcome.title)</td><td>\(clause.kind.title)</td>"
      text +=
        "<td>\(escaped(clause.quote))<small>\(escaped(clause.id))</small></td><td>\(escaped(evaluation.message(finding)))</td></tr>\n"
    }
    return text + "</tbody></table>\n"
  }

  private static func problems(_ evaluation: borrowing Evaluation) -> String {
    if evaluation.problems.isEmpty { return "" }
    let items = evaluation.problems.map { "<li>\(escaped($0.message))</li>" }
    return "<h3>材料问题</h3><ul class=\"problems\">\(items.joined())</ul>\n"
  }

  private static func score(_ evaluation: borrowing Evaluation) -> String {
    guard let direction = evaluation.direction else { return "" }
    var text = "<table class=\"points\"><caption>得分 \(String(tenths: evaluation.total))（满分100）</caption>"
    text +=
      "<thead><tr><th scope=\"col\">评分项</th><th scope=\"col\">得分</th><th scope=\"col\">满分</th><th scope=\"col\">说明</th></tr></thead><tbody>\n"
    for (criterion, item) in zip(direction.criteria, evaluation.items) {
      text += "<tr><td>\(escaped(criterion.title))</td><td class=\"number\">\(String(tenths: item.points))</td>"
      text += "<td class=\"number\">\(String(tenths: criterion.maximum))</td><td>\(escaped(evaluation.reason(item)))</td></tr>\n"
    }
    return text + "</tbody></table>\n"
  }
}
