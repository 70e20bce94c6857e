import KepingCore

/// An application as an element that unfolds.
enum ApplicationHTML {
  static func text(_ evaluation: borrowing Evaluation) -> HTML {
    let verdict = evaluation.verdict
    let direction = evaluation.directionText ?? ""
    let isKnown = evaluation.program != nil
    var html: HTML =
      "<details class=\"application\" data-verdict=\"\(verdict.rawValue)\" data-direction=\"\(isKnown ? direction : "-")\">\n<summary>"
    html += "<span class=\"verdict \(verdict.rawValue)\">\(verdict.title)</span>"
    html += "<span class=\"id\">\(evaluation.idText ?? "申报编号不明")</span>"
    html += "<span class=\"direction\">\(direction.isEmpty ? "—" : direction)</span>"
    html += "<span class=\"score\">\(evaluation.direction == nil ? "—" : String(tenths: evaluation.total))</span>"
    html += "<span class=\"title\">\(evaluation.titleText ?? "—")</span>"
    html += "<span class=\"applicant\">\(evaluation.applicantName ?? "—")</span></summary>\n<div class=\"body\">\n"
    if let failure = evaluation.failure {
      html += "<p class=\"failure\">\(failure.message)（\(failure.code.title)）</p>\n"
    }
    let reasons = evaluation.failure == nil ? Reasons.all(evaluation) : []
    if !reasons.isEmpty {
      html += "<ul class=\"reasons\">\(HTML(joining: reasons) { "<li>\($0)</li>" })</ul>\n"
    }
    html += clauses(evaluation)
    html += problems(evaluation)
    html += score(evaluation)
    return html + "</div>\n</details>\n"
  }

  private static func clauses(_ evaluation: borrowing Evaluation) -> HTML {
    guard let direction = evaluation.direction else { return "" }
    var html: HTML = "<table class=\"clauses\"><caption>\(direction.id) \(direction.title)</caption>"
    html +=
      "<thead><tr><th scope=\"col\">结论</th><th scope=\"col\">类别</th><th scope=\"col\">指南原文</th><th scope=\"col\">评审意见</th></tr></thead><tbody>\n"
    for (clause, finding) in zip(direction.answeredClauses, evaluation.findings) {
      html +=
        "<tr class=\"\(finding.outcome.rawValue)\"><td>\(finding.outcome.mark) \(finding.outcome.title)</td><td>\(clause.kind.title)</td>"
      html +=
        "<td>\(clause.quote)<small>\(clause.id)</small></td><td>\(evaluation.message(finding))</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }

  private static func problems(_ evaluation: borrowing Evaluation) -> HTML {
    if evaluation.problems.isEmpty { return "" }
    let items = HTML(joining: evaluation.problems) { "<li>\($0.message)</li>" }
    return "<h3>材料问题</h3><ul class=\"problems\">\(items)</ul>\n"
  }

  private static func score(_ evaluation: borrowing Evaluation) -> HTML {
    guard let direction = evaluation.direction else { return "" }
    var html: HTML = "<table class=\"points\"><caption>得分 \(String(tenths: evaluation.total))（满分100）</caption>"
    html +=
      "<thead><tr><th scope=\"col\">评分项</th><th scope=\"col\">得分</th><th scope=\"col\">满分</th><th scope=\"col\">说明</th></tr></thead><tbody>\n"
    for (criterion, item) in zip(direction.criteria, evaluation.items) {
      html += "<tr><td>\(criterion.title)</td><td class=\"number\">\(String(tenths: item.points))</td>"
      html += "<td class=\"number\">\(String(tenths: criterion.maximum))</td><td>\(evaluation.reason(item))</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }
}
