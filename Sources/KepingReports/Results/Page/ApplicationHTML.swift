import KepingCore

/// An application as a `details` element.
enum ApplicationHTML {
  /// Returns the element.
  ///
  /// - Parameter anchor: its id, which links refer to.
  static func text(_ assessment: Assessment, _ catalogue: Catalogue, anchor: String) -> HTML {
    let verdict = assessment.verdict
    let direction = assessment.direction ?? ""
    let isKnown = assessment.program != nil
    var html: HTML = """
      <details class="application" id="\(anchor)" data-verdict="\(verdict.rawValue)" data-direction="\(isKnown ? direction : "-")">
      <summary><span class="verdict \(verdict.rawValue)">\(verdict.title)</span>\
      <span class="id">\(assessment.id ?? "申报编号不明")</span><a href="#\(anchor)" aria-label="本份的链接">#</a>\
      <span class="direction">\(direction.isEmpty ? "—" : direction)</span>\
      <span class="score">\(!assessment.isEvaluated ? "—" : String(score: assessment.total))</span>\
      <span class="title">\(assessment.title ?? "—")</span>\
      <span class="applicant">\(assessment.applicant ?? "—")</span></summary>
      <div class="body">

      """
    if let failure = assessment.failure {
      html += "<p class=\"failure\">\(failure.message)（\(failure.code.title)）</p>\n"
    }
    let reasons = assessment.failure == nil ? Reasons.all(assessment) : []
    if !reasons.isEmpty {
      html += "<ul class=\"reasons\">\(HTML(joining: reasons) { "<li>\($0)</li>" })</ul>\n"
    }
    if let correction = AmendmentTexts.correction(assessment, catalogue) {
      html += "<p class=\"amendment\"><b>\(AmendmentTexts.correction)</b>　\(correction)</p>\n"
    }
    html += clauses(assessment, catalogue.direction(of: assessment))
    html += problems(assessment)
    html += score(assessment)
    html += "</div>\n</details>\n"
    return html
  }

  private static func clauses(_ assessment: Assessment, _ direction: Direction?) -> HTML {
    guard let direction else { return "" }
    var html: HTML = """
      <table class="clauses cards"><caption><h3>\(direction.id) \(direction.title)</h3></caption>\
      <thead><tr><th scope="col">结论</th><th scope="col">类别</th><th scope="col">指南原文</th><th scope="col">评审意见</th></tr></thead><tbody>

      """
    for finding in assessment.findings {
      let outcome = finding.outcome
      html += """
        <tr class="\(outcome.rawValue)"><td>\(outcome.mark) \(outcome.title)</td><td>\(finding.kind.title)</td>\
        <td>\(finding.quote)<small>\(finding.clause)</small></td><td>\(finding.message)\(ruling(AmendmentTexts.ruling(finding)))</td></tr>

        """
    }
    html += "</tbody></table>\n"
    return html
  }

  private static func problems(_ assessment: Assessment) -> HTML {
    if assessment.problems.isEmpty { return "" }
    let items = HTML(joining: assessment.problems) { "<li>\($0.message)\(ruling(AmendmentTexts.ruling($0)))</li>" }
    return "<h3>材料问题</h3><ul class=\"problems\">\(items)</ul>\n"
  }

  /// Returns the sentence of a ruling below the machine's message; nothing if there is none.
  private static func ruling(_ sentence: String?) -> HTML {
    sentence.map { "<div class=\"amendment\"><b>\(AmendmentTexts.rulings)</b>　\($0)</div>" } ?? ""
  }

  private static func score(_ assessment: Assessment) -> HTML {
    guard assessment.isEvaluated else { return "" }
    var html: HTML = """
      <table class="points cards"><caption><h3>得分 \(String(score: assessment.total))（满分100）</h3></caption>\
      <thead><tr><th scope="col">评分项</th><th scope="col">得分</th><th scope="col">满分</th><th scope="col">说明</th></tr></thead><tbody>

      """
    for item in assessment.items {
      html += """
        <tr><td>\(item.title)</td><td>\(String(score: item.points))</td>\
        <td>\(String(score: item.maximum))</td><td>\(item.reason)</td></tr>

        """
    }
    html += "</tbody></table>\n"
    return html
  }
}
