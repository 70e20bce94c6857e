import KepingCore

/// The totals of the page: a number for each verdict and a bar for each direction.
enum TotalsHTML {
  static func text(_ summary: Summary, _ lines: [Summary.Line], _ catalogue: Catalogue) -> HTML {
    let all = summary.totals.values.reduce(0, +)
    var html: HTML = "<section aria-label=\"汇总\">\n<h2>汇总</h2>\n<ul class=\"totals\"><li><b>\(all)</b> 合计</li>"
    for verdict in Verdict.allCases {
      html += "<li class=\"\(verdict.rawValue)\"><b>\(summary.totals[verdict] ?? 0)</b> \(verdict.title)</li>"
    }
    html += "</ul>\n"
    if !summary.amendmentLines.isEmpty {
      html += "<p class=\"amendment\">\(summary.amendmentLines.joined(separator: "；"))</p>\n"
    }
    html += """
      <details class="chart" open><summary><h3>各方向结论</h3></summary>
      <table><thead><tr><th scope="col">方向</th><th scope="col" class="bars">分布</th>
      """
    for verdict in Verdict.allCases { html += "<th scope=\"col\">\(verdict.title)</th>" }
    html += "<th scope=\"col\">合计</th></tr></thead><tbody>\n"
    let longest = max(1, lines.map(\.total).max() ?? 1)
    var plan = ""
    for line in lines {
      if line.plan != plan {
        plan = line.plan
        html += "<tr class=\"plan\"><th colspan=\"\(Verdict.allCases.count + 3)\" scope=\"rowgroup\">\(plan)</th></tr>\n"
      }
      html +=
        "<tr><th scope=\"row\">\(line.direction) \(line.title)</th><td class=\"bars\"><span class=\"bar\" aria-hidden=\"true\">"
      for verdict in Verdict.allCases {
        let count = line.counts[verdict] ?? 0
        if count > 0 {
          html += "<i class=\"\(verdict.rawValue)\" style=\"flex-grow:\(count)\" title=\"\(verdict.title) \(count)\"></i>"
        }
      }
      let rest = longest - line.total
      if rest > 0 { html += "<i style=\"flex-grow:\(rest)\"></i>" }
      html += "</span></td>"
      for verdict in Verdict.allCases { html += "<td class=\"number\">\(line.counts[verdict] ?? 0)</td>" }
      html += "<td class=\"number\">\(line.total)</td></tr>\n"
    }
    return html + "</tbody></table>\n</details>\n" + LimitsHTML.limits(summary.limitLines(catalogue)) + "</section>\n"
  }
}
