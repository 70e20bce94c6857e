import KepingCore
import KepingSelection

/// A ranking as a self-contained HTML page without scripts: what each group had, its order with its line, and each reason.
struct RankingPage {
  private let report: RankingReport
  private let ranking: Ranking
  private let lines: Ranking.Lines

  init(_ report: RankingReport) {
    self.report = report
    ranking = report.ranking
    lines = report.ranking.lines
  }

  func write(to text: inout BufferedSink) throws(Diagnostic) {
    let parts = GroupPart.parts(of: ranking)
    let anchors = parts.indices.map { "group~\($0 + 1)" }
    text.buffer.append(contentsOf: start(parts, anchors).bytes)
    for (part, anchor) in zip(parts, anchors) { try write(part, anchor: anchor, to: &text) }
    text.buffer.append(contentsOf: RankingNotesHTML.limits(report).bytes)
    text.buffer.append(contentsOf: RankingNotesHTML.suspicions(ranking).bytes)
    text.buffer.append(contentsOf: UnreadPartsHTML.text(report.unreadParts).bytes)
    text.buffer.append(contentsOf: ProvenanceHTML.text(report.provenance).bytes)
    let end: HTML = "</main>\n<footer>由科评 keping 生成。规则分由各专项拟定，指南未作规定。</footer>\n</body>\n</html>\n"
    text.buffer.append(contentsOf: end.bytes)
  }

  // MARK: Totals

  private func start(_ parts: [GroupPart], _ anchors: [String]) -> HTML {
    var html = HTMLPage.head("科技计划项目评选结果", style: RankingStyle.text)
    html += "<header><h1>科技计划项目评选结果</h1></header>\n<main>\n<section aria-label=\"汇总\">\n<h2>汇总</h2>\n"
    html += "<ul class=\"totals\"><li><b>\(lines.count)</b> 合计</li>"
    for standing in Standing.allCases {
      let count = parts.reduce(0) { sum, part in
        sum + part.counts.reduce(0) { $0 + ($1.key.standing == standing ? $1.value : 0) }
      }
      html += "<li class=\"\(standing.rawValue)\"><b>\(count)</b> \(Self.title(of: standing))</li>"
    }
    html += "</ul>\n"
    let headings = ["组别", "名额", "经费", "申报", "候选", "拟立项", "金额", "分数线", "备选", "待定"]
    html +=
      "<table class=\"groups cards\"><thead><tr>\(HTML(joining: headings) { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>\n"
    for (part, anchor) in zip(parts, anchors) { html += row(part, anchor, headings) }
    html += "</tbody></table>\n"
    if parts.contains(where: { $0.open > 0 }) { html += "<p class=\"note\">待定：\(Place.openTitles)。处理后请重新排序。</p>\n" }
    return html + "</section>\n"
  }

  private func row(_ part: GroupPart, _ anchor: String, _ headings: [String]) -> HTML {
    let summary = part.summary
    let cells: [String] = [
      summary?.places.map { "\($0)" } ?? "—", summary?.budget?.moneyText ?? "—", "\(part.lines.count)",
      "\(summary?.candidates ?? 0)", "\(summary?.selected ?? 0)", summary?.money.moneyText ?? "—",
      summary?.line.map(part.figure.text) ?? "—", "\(part.counts[.reserve] ?? 0)", "\(part.open)",
    ]
    let numbers = HTML(joining: zip(headings.dropFirst(), cells)) { "<td class=\"number\" data-title=\"\($0)\">\($1)</td>" }
    return "<tr><th scope=\"row\"><a href=\"#\(anchor)\">\(part.heading)</a></th>\(numbers)</tr>\n"
  }

  private static func title(of standing: Standing) -> String {
    switch standing {
    case .selected: "拟立项"
    case .reserve: "备选"
    case .open: "待定"
    case .ranked: "已排序"
    case .out: "其他"
    }
  }

  // MARK: Groups

  private func write(_ part: GroupPart, anchor: String, to text: inout BufferedSink) throws(Diagnostic) {
    var html: HTML = "<section class=\"group\" id=\"\(anchor)\" aria-label=\"\(part.heading)\">\n<h2>\(part.heading)</h2>\n"
    html += "<p>\(part.offer)。\(part.result)。</p>\n"
    if part.group != nil { html += "<p class=\"note\">\(part.method(report.catalogue))。</p>\n" }
    text.buffer.append(contentsOf: html.bytes)
    if part.ranked > 0 || part.hasCut { try writeOrder(part, to: &text) }
    if !part.otherLines.isEmpty {
      let start: HTML = """
        <details class="others"\(part.ranked == 0 ? " open" : "" as HTML)><summary><h3>没有名次的\(part.otherLines.count)项</h3></summary>

        """
      text.buffer.append(contentsOf: start.bytes)
      try writeTable(part.otherLines, part, mark: nil, to: &text)
      text.buffer.append("</details>\n")
    }
    text.buffer.append("</section>\n")
  }

  private func writeOrder(_ part: GroupPart, to text: inout BufferedSink) throws(Diagnostic) {
    guard part.ranked > 0 else {
      let html: HTML = "<p class=\"empty\">没有候选项目。</p>\n"
      return text.buffer.append(contentsOf: html.bytes)
    }
    try writeTable(part.rankedLines, part, mark: part.lineText, to: &text)
  }

  /// Writes a table of lines.
  ///
  /// - Parameter mark: what stands below the last one selected; nil if nothing is cut.
  private func writeTable(_ range: Range<Int>, _ part: GroupPart, mark: String?, to text: inout BufferedSink) throws(Diagnostic) {
    let headings = ["名次", "去向", "项目", "得分", "金额", "累计", "理由"]
    let head = HTML(joining: headings) { "<th scope=\"col\">\($0)</th>" }
    let start: HTML = "<table class=\"order cards\"><thead><tr>\(head)</tr></thead><tbody>\n"
    text.buffer.append(contentsOf: start.bytes)
    for (position, number) in range.enumerated() {
      if let mark, position == part.above { text.buffer.append(contentsOf: Self.line(mark, columns: headings.count).bytes) }
      text.buffer.append(contentsOf: RankedRowHTML.text(lines[number], ranking, part).bytes)
      try text.flushIfLarge()
    }
    if let mark, range.count == part.above { text.buffer.append(contentsOf: Self.line(mark, columns: headings.count).bytes) }
    text.buffer.append("</tbody></table>\n")
  }

  private static func line(_ mark: String, columns: Int) -> HTML {
    "<tr class=\"line\"><td colspan=\"\(columns)\">\(mark)</td></tr>\n"
  }
}
