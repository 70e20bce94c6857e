import KepingCore

/// An application as an element that unfolds.
enum ApplicationHTML {
  static func text(_ assessment: Assessment, _ catalogue: Catalogue) -> HTML {
    let verdict = assessment.verdict
    let direction = assessment.direction ?? ""
    let isKnown = assessment.program != nil
    var html: HTML =
      "<details class=\"application\" data-verdict=\"\(verdict.rawValue)\" data-direction=\"\(isKnown ? direction : "-")\">\n<summary>"
    html += "<span class=\"verdict \(verdict.rawValue)\">\(verdict.title)</span>"
    html += "<span class=\"id\">\(assessment.id ?? "申报编号不明")</span>"
    html += "<span class=\"direction\">\(direction.isEmpty ? "—" : direction)</span>"
    html += "<span class=\"score\">\(!assessment.isEvaluated ? "—" : String(tenths: assessment.total))</span>"
    html += "<span class=\"title\">\(assessment.title ?? "—")</span>"
    html += "<span class=\"applicant\">\(assessment.applicant ?? "—")</span></summary>\n<div class=\"body\">\n"
    if let failure = assessment.failure {
      html += "<p class=\"failure\">\(failure.message)（\(failure.code.title)）</p>\n"
    }
    let reasons = assessment.failure == nil ? Reasons.all(assessment) : []
    if !reasons.isEmpty {
      html += "<ul class=\"reasons\">\(HTML(joining: reasons) { "<li>\($0)</li>" })</ul>\n"
    }
    html += clauses(assessment, catalogue.direction(of: assessment))
    html += problems(assessment)
    html += score(assessment)
    return html + "</div>\n</details>\n"
  }

  private static func clauses(_ assessment: Assessment, _ direction: Direction?) -> HTML {
    guard let direction else { return "" }
    var html: HTML = "<table class=\"clauses\"><caption>\(direction.id) \(direction.title)</caption>"
    html +=
      "<thead><tr><th scope=\"col\">结论</th><th scope=\"col\">类别</th><th scope=\"col\">指南原文</th><th scope=\"col\">评审意见</th></tr></thead><tbody>\n"
    for finding in assessment.findings {
      html +=
        "<tr class=\"\(finding.outcome.rawValue)\"><td>\(finding.outcome.mark) \(finding.outcome.title)</td><td>\(finding.kind.title)</td>"
      html +=
        "<td>\(finding.quote)<small>\(finding.clause)</small></td><td>\(finding.message)</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }

  private static func problems(_ assessment: Assessment) -> HTML {
    if assessment.problems.isEmpty { return "" }
    let items = HTML(joining: assessment.problems) { "<li>\($0.message)</li>" }
    return "<h3>材料问题</h3><ul class=\"problems\">\(items)</ul>\n"
  }

  private static func score(_ assessment: Assessment) -> HTML {
    guard assessment.isEvaluated else { return "" }
    var html: HTML = "<table class=\"points\"><caption>得分 \(String(tenths: assessment.total))（满分100）</caption>"
    html +=
      "<thead><tr><th scope=\"col\">评分项</th><th scope=\"col\">得分</th><th scope=\"col\">满分</th><th scope=\"col\">说明</th></tr></thead><tbody>\n"
    for item in assessment.items {
      html += "<tr><td>\(item.title)</td><td class=\"number\">\(String(tenths: item.points))</td>"
      html += "<td class=\"number\">\(String(tenths: item.maximum))</td><td>\(item.reason)</td></tr>\n"
    }
    return html + "</tbody></table>\n"
  }
}
