import KepingCore
import KepingFiles

/// A report as a self-contained HTML page: totals, a chart, and every application with its clauses.
///
/// The applications are kept in a scratch file until the end, because the totals above them are known only then.
final class HTMLReport: ResultReport {
  private let sink: ByteSink
  private let catalogue: Catalogue
  private let applications: ScratchFile
  private var anchors = Anchors()
  private var count = 0

  init(_ sink: ByteSink, _ catalogue: Catalogue) throws(Diagnostic) {
    self.sink = sink
    self.catalogue = catalogue
    applications = try ScratchFile()
  }

  func write(_ assessment: Assessment) throws(Diagnostic) {
    count += 1
    let anchor = anchors.next(assessment.id)
    try applications.append(ApplicationHTML.text(assessment, catalogue, anchor: anchor).bytes)
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    let lines = summary.lines(catalogue)
    var start = HTMLPage.head("科技计划项目评审结果", style: PageStyle.text, scriptHash: PageScript.hash)
    start += """
      <a class="skip" href="#~list">跳到申报书</a>
      <header><h1>科技计划项目评审结果</h1></header>
      <main>

      """
    start += ListHTML.filters(lines)
    start += TotalsHTML.text(summary, lines, catalogue)
    start += UnreadPartsHTML.text(summary.unreadParts)
    start += ListHTML.start(count)
    try sink.write(start.bytes)
    var offset = 0
    while offset < applications.count {
      let end = min(offset + (1 << 20), applications.count)
      var chunk: Bytes = []
      try applications.read(offset..<end, into: &chunk)
      try sink.write(chunk)
      offset = end
    }
    var end = ListHTML.end
    end += ProvenanceHTML.text(summary.provenance)
    end +=
      "</main>\n<footer>由科评 keping 生成。分值由各专项拟定，指南未作规定。</footer>\n<script>\(PageScript.text)</script>\n</body>\n</html>\n"
    try sink.write(end.bytes)
    try sink.finish()
  }
}
