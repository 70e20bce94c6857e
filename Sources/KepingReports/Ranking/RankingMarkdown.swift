import KepingCore
import KepingSelection

/// A ranking as Markdown: what each group had, the order of each group with its line, and what the ranking is based on.
struct RankingMarkdown {
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
    text.buffer.append("# 评选结果\n\n")
    for part in parts {
      text.buffer.append("- \(MarkdownLines.escaped(part.heading))：\(MarkdownLines.escaped("\(part.offer)；\(part.result)"))\n")
    }
    for part in parts {
      text.buffer.append(
        "\n## \(MarkdownLines.escaped(part.heading))\n\n\(MarkdownLines.escaped(part.method(report.catalogue)))\n")
      text.buffer.append("\n| 名次 | 去向 | 申报编号 | 项目名称 | 申报单位 | 得分 | 金额（元） | 理由 |\n")
      text.buffer.append("| --: | --- | --- | --- | --- | --: | --: | --- |\n")
      for (position, number) in part.lines.enumerated() {
        if position == part.above { appendMark(part, to: &text.buffer) }
        append(lines[number], part, to: &text.buffer)
        try text.flushIfLarge()
      }
      if part.above == part.lines.count { appendMark(part, to: &text.buffer) }
    }
    if !report.unreadParts.isEmpty {
      text.buffer.append(MarkdownLines.table(UnreadPart.title, UnreadPart.headings, report.unreadParts.map(\.cells)))
    }
    if let provenance = report.provenance {
      let rows = ProvenanceTable.rows(provenance).map(\.cells)
      text.buffer.append(MarkdownLines.table(ProvenanceTable.title, ProvenanceTable.headings, rows))
    }
  }

  private func appendMark(_ part: GroupPart, to buffer: inout Bytes) {
    if let mark = part.lineText { buffer.append("| | | | **—— \(MarkdownLines.escaped(mark)) ——** | | | | |\n") }
  }

  private func append(_ line: Ranking.Line, _ part: GroupPart, to buffer: inout Bytes) {
    let entry = ranking.entries[line.entry]
    let cells = [
      line.rank.map { line.isTied ? "\($0)（同分）" : "\($0)" } ?? "—", line.place.title, entry.text(.id) ?? "—",
      entry.text(.title) ?? "—", entry.text(.applicant) ?? "—", line.score.map(part.figure.text) ?? "—", line.amount?.text ?? "—",
      ranking.reason(of: line),
    ]
    buffer.append("| \(cells.map(MarkdownLines.escaped).joined(separator: " | ")) |\n")
  }
}
