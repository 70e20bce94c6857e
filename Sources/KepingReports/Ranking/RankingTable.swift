import KepingCore
import KepingSelection

/// A ranking as a table for a terminal: the order of each group with its line, the others, and what each group had.
struct RankingTable {
  private let report: RankingReport
  private let ranking: Ranking
  private let lines: Ranking.Lines

  private static let columns = [("名次", 6), ("去向", 12), ("申报编号", 16), ("得分", 8), ("项目名称", 30), ("申报单位", 24)]

  init(_ report: RankingReport) {
    self.report = report
    ranking = report.ranking
    lines = report.ranking.lines
  }

  func write(to text: inout BufferedSink) throws(Diagnostic) {
    let parts = GroupPart.parts(of: ranking)
    for part in parts {
      text.buffer.append("\(part.heading.printable())　\(part.offer)\n")
      text.buffer.append(Self.line(Self.columns.map(\.0) + ["理由"]))
      for (position, number) in part.lines.enumerated() {
        if position == part.above, let mark = part.lineText { text.buffer.append("—— \(mark) ——\n") }
        text.buffer.append(row(lines[number], part))
        try text.flushIfLarge()
      }
      if part.lines.count == part.above, let mark = part.lineText { text.buffer.append("—— \(mark) ——\n") }
      text.buffer.append("\n")
    }
    writeSummary(parts, to: &text.buffer)
    text.buffer.append(UnreadPart.text(report.unreadParts))
  }

  private func row(_ line: Ranking.Line, _ part: GroupPart) -> String {
    let entry = ranking.entries[line.entry]
    let place = line.place == .ranked ? "已排序" : line.place.title
    let cells: [String] = [
      line.rank.map { line.isTied ? "\($0)=" : "\($0)" } ?? "—", place, entry.text(.id) ?? "—",
      line.score.map(part.figure.text) ?? "—",
      Columns.cut((entry.text(.title) ?? "—").printable(), to: 30),
      Columns.cut((entry.text(.applicant) ?? "—").printable(), to: 24), ranking.reason(of: line),
    ]
    return Self.line(cells.map { $0.printable() })
  }

  private static func line(_ cells: [String]) -> String { Columns.line(cells, widths: columns.map(\.1)) + "\n" }

  // MARK: The end

  private func writeSummary(_ parts: [GroupPart], to buffer: inout Bytes) {
    let width = 44
    func append(_ title: String, _ cells: [String]) {
      var text = Columns.padded(Columns.cut(title.printable(), to: width), to: width)
      for (cell, size) in zip(cells, [7, 14, 7, 7, 7, 14, 9, 7]) {
        text += String(repeating: " ", count: max(1, size - Columns.width(cell))) + cell
      }
      buffer.append(text + "\n")
    }
    append("汇总", ["名额", "经费", "申报", "候选", "拟立项", "金额", "分数线", "待定"])
    for part in parts {
      let summary = part.summary
      append(
        part.heading,
        [
          summary?.places.map { "\($0)" } ?? "—", summary?.budget?.moneyText ?? "—", "\(part.lines.count)",
          "\(summary?.candidates ?? 0)", "\(summary?.selected ?? 0)", summary?.money.moneyText ?? "—",
          summary?.line.map(part.figure.text) ?? "—", "\(part.open)",
        ])
    }
    let money = parts.reduce(ExactDecimal.zero) { $0 + ($1.summary?.money ?? .zero) }
    append(
      "合计",
      [
        "", "", "\(lines.count)", "\(parts.reduce(0) { $0 + ($1.summary?.candidates ?? 0) })",
        "\(parts.reduce(0) { $0 + ($1.summary?.selected ?? 0) })", money.moneyText, "", "\(parts.reduce(0) { $0 + $1.open })",
      ])
    if parts.contains(where: { $0.open > 0 }) { buffer.append("待定：\(Place.openTitles)。\n") }
  }
}
