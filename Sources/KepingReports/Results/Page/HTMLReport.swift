import KepingCore
import KepingFiles

/// A report as a self-contained HTML page: totals, a chart, and every application with its clauses.
///
/// The applications are kept in a scratch file until the end, because the totals above them are known only then.
final class HTMLReport: ResultReport {
  private let sink: ByteSink
  private let catalogue: Catalogue
  private let applications: ScratchFile
  private var count = 0

  init(_ sink: ByteSink, _ catalogue: Catalogue) throws(Diagnostic) {
    self.sink = sink
    self.catalogue = catalogue
    applications = try ScratchFile()
  }

  func write(_ assessment: Assessment) throws(Diagnostic) {
    count += 1
    try applications.append(ApplicationHTML.text(assessment, catalogue).bytes)
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    let lines = summary.lines(catalogue)
    var start = HTMLPage.head("科技计划项目评审结果", style: PageStyle.text, scriptHash: PageScript.hash)
    start += "<header><h1>科技计划项目评审结果</h1></header>\n"
    start += TotalsHTML.text(summary, lines)
    start += Self.unreadParts(summary)
    start += Self.controls(lines, count)
    try sink.write(start.bytes)
    var offset = 0
    while offset < applications.count {
      let end = min(offset + (1 << 20), applications.count)
      var chunk: Bytes = []
      try applications.read(offset..<end, into: &chunk)
      try sink.write(chunk)
      offset = end
    }
    try sink.write(("</main>\n" + ProvenanceHTML.text(summary.provenance)).bytes)
    let end: HTML =
      "<footer>由科评 keping 生成。分值由各专项拟定，指南未作规定。</footer>\n<script>\(PageScript.text)</script>\n</body>\n</html>\n"
    try sink.write(end.bytes)
    try sink.finish()
  }

  /// Returns the table of the parts of the inputs that were not read; nothing if there are none.
  private static func unreadParts(_ summary: Summary) -> HTML {
    if summary.unreadParts.isEmpty { return "" }
    let headings = HTML(joining: UnreadPart.headings) { "<th scope=\"col\">\($0)</th>" }
    let rows = HTML(joining: summary.unreadParts) { part in
      "<tr>\(HTML(joining: part.cells) { "<td>\($0)</td>" })</tr>\n"
    }
    return """
      <section class="unread" aria-label="\(UnreadPart.title)">
      <table><caption>\(UnreadPart.title)</caption><thead><tr>\(headings)</tr></thead><tbody>
      \(rows)</tbody></table>
      </section>

      """
  }

  private static func controls(_ lines: [Summary.Line], _ count: Int) -> HTML {
    var html: HTML =
      "<form id=\"filters\" role=\"search\" aria-label=\"筛选\">\n<label>方向 <select id=\"direction\"><option value=\"\">全部方向</option>"
    var seen: Set<String> = []
    for line in lines where seen.insert(line.direction).inserted {
      let name = line.direction.isEmpty ? line.title : "\(line.direction) \(line.title)"
      html += "<option value=\"\(line.direction.isEmpty ? "-" : line.direction)\">\(name)</option>"
    }
    html += "</select></label>\n<fieldset><legend>结论</legend>"
    for verdict in Verdict.allCases {
      html += "<label><input type=\"checkbox\" name=\"verdict\" value=\"\(verdict.rawValue)\" checked> \(verdict.title)</label>"
    }
    html += """
      </fieldset>
      <label>搜索 <input type="search" id="search" placeholder="编号、名称、单位、意见" title="按 / 键到这里，按 Esc 键清除" autocomplete="off"></label>
      <button type="button" id="unfold">全部展开</button> <button type="button" id="fold">全部收起</button>
      <output id="shown" aria-live="polite">共\(count)份</output>
      </form>
      <main id="applications">

      """
    return html
  }
}
