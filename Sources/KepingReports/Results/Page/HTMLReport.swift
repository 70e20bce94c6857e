import KepingBatch
import KepingCore
import KepingFiles

/// Results as one page that needs nothing else: totals, a chart, and every application with its clauses to unfold.
///
/// The applications wait in a scratch file, since the totals that stand above them are known last.
final class HTMLReport: ResultReport {
  private let sink: ByteSink
  private let programs: Programs
  private let applications: ScratchFile
  private var count = 0

  init(_ sink: ByteSink, _ programs: Programs) throws(Diagnostic) {
    self.sink = sink
    self.programs = programs
    applications = try ScratchFile()
  }

  func write(_ evaluation: borrowing Evaluation) throws(Diagnostic) {
    count += 1
    try applications.append(Bytes(ApplicationHTML.text(evaluation).utf8))
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    let lines = summary.lines(programs)
    try sink.write(
      Bytes(
        (HTMLPage.head("科技计划项目评审结果", style: PageStyle.text, script: PageScript.hash)
          + "<header><h1>科技计划项目评审结果</h1></header>\n").utf8))
    try sink.write(Bytes(TotalsHTML.text(summary, lines).utf8))
    try sink.write(Bytes(Self.controls(lines, count).utf8))
    var place = 0
    while place < applications.count {
      let end = min(place + (1 << 20), applications.count)
      var chunk: Bytes = []
      try applications.read(place..<end, into: &chunk)
      try sink.write(chunk)
      place = end
    }
    try sink.write(
      Bytes(
        "</main>\n<footer>由科评 keping 生成。分值由各专项拟定，指南未作规定。</footer>\n<script>\(PageScript.text)</script>\n</body>\n</html>\n".utf8))
    try sink.finish()
  }

  private static func controls(_ lines: [Summary.Line], _ count: Int) -> String {
    var text =
      "<form id=\"filters\" role=\"search\" aria-label=\"筛选\">\n<label>方向 <select id=\"direction\"><option value=\"\">全部方向</option>"
    var seen: Set<String> = []
    for line in lines where seen.insert(line.direction).inserted {
      let name = line.direction.isEmpty ? line.title : "\(line.direction) \(line.title)"
      text += "<option value=\"\(escaped(line.direction.isEmpty ? "-" : line.direction))\">\(escaped(name))</option>"
    }
    text += "</select></label>\n<fieldset><legend>结论</legend>"
    for verdict in Verdict.allCases {
      text += "<label><input type=\"checkbox\" name=\"verdict\" value=\"\(verdict.rawValue)\" checked> \(verdict.title)</label>"
    }
    text += """
      </fieldset>
      <label>搜索 <input type="search" id="search" placeholder="编号、名称、单位、意见" title="按 / 键到这里，按 Esc 键清除" autocomplete="off"></label>
      <button type="button" id="unfold">全部展开</button> <button type="button" id="fold">全部收起</button>
      <output id="shown" aria-live="polite">共\(count)份</output>
      </form>
      <main id="applications">

      """
    return text
  }
}
