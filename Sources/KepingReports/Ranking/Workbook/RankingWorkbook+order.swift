import KepingCore
import KepingSelection
import Workbooks

/// The sheets 排序: the order of each group, with a line below the last one selected.
extension RankingWorkbook {
  private static let headings: [(title: String, width: Double)] = [
    ("名次", 6), ("同分", 6), ("去向", 11), ("申报编号", 17), ("项目名称", 32), ("方向", 7), ("申报单位", 26), ("负责人", 10), ("得分", 9),
    ("规则分", 8), ("专家分", 9), ("评分专家", 8), ("金额（万元）", 12), ("累计（万元）", 12), ("理由", 44),
  ]

  func writeOrder(_ part: GroupPart, name: String) {
    var layout = ReportSheet.Layout(name: name, headings: Self.headings)
    layout.tabColor = 0x3B5998
    layout.title = part.heading
    layout.notes = ["\(part.offer)。\(part.result)。", "\(part.method(report.catalogue))。" + (part.hasCut ? "红线以上为拟立项。" : "")]
    layout.frozenColumns = 5
    layout.hasLineBelowHeading = part.hasCut && part.above == 0
    let sheet = ReportSheet(writer, layout)
    for (position, number) in part.rankedLines.enumerated() {
      sheet.append(row(lines[number], part), hasLineBelow: part.hasCut && position + 1 == part.above)
    }
    sheet.finish()
  }

  private func row(_ line: Ranking.Line, _ part: GroupPart) -> [ReportSheet.Value] {
    let entry = ranking.entries[line.entry]
    let panel = ranking.panel(of: line)
    let figure = part.figure
    return [
      .number(line.rank.map(Double.init)), .mark(line.isTied ? "同分" : nil), Self.badge(line.place), .text(entry.text(.id)),
      .text(entry.text(.title)), .mark(entry.text(.direction)), .text(entry.text(.applicant)), .mark(entry.text(.leader)),
      .figure(line.score.map(figure.number), decimals: figure.decimals), .score(entry.points),
      .figure(panel?.score.map(figure.number), decimals: figure.decimals), .number(panel.map { Double($0.experts) }),
      Self.money(line.amount), Self.money(line.amountSoFar), .text(ranking.reason(of: line)),
    ]
  }
}
