import KepingCore
import KepingSelection
import Workbooks

/// The sheet 汇总: what each group had.
extension RankingWorkbook {
  private static let headings: [(title: String, width: Double)] = [
    ("年度", 8), ("组别", 10), ("名称", 44), ("名额", 9), ("经费（万元）", 13), ("申报", 9), ("候选", 9), ("拟立项", 9), ("金额（万元）", 13),
    ("分数线", 10), ("备选", 9), ("待定", 9), ("评分和排序", 50),
  ]

  func writeTotals() {
    let open = parts.reduce(0) { $0 + $1.open }
    var layout = ReportSheet.Layout(name: "汇总", headings: Self.headings)
    layout.title = "评选结果汇总"
    layout.notes = ["每份申报书只有一个去向：排序表和“拟立项”“备选”“未入选”各表写明理由；红线以上为拟立项。"]
    if open > 0 { layout.notes.append("还有\(open)项待定（\(Place.openTitles)），处理后请重新排序。") }
    if !report.unreadParts.isEmpty {
      layout.notes.append("输入中有\(report.unreadParts.count)处没有读到，见工作表“\(UnreadPart.title)”。")
    }
    layout.hasFilter = false
    let sheet = ReportSheet(writer, layout)
    for part in parts { sheet.append(row(part)) }
    // Without the row of sums.
    if !parts.isEmpty { sheet.sheet.setFilter(sheet.headingRow...(sheet.row - 1), 1...Self.headings.count) }
    sheet.append(sums(open: open), isBold: true)
    sheet.finish()
  }

  private func row(_ part: GroupPart) -> [ReportSheet.Value] {
    let summary = part.summary
    return [
      .mark(part.group.map { "\($0.year)" }), .mark(part.key), .text(part.title), .number(summary?.places.map(Double.init)),
      Self.money(summary?.budget), .number(Double(part.lines.count)), .number(Double(summary?.candidates ?? 0)),
      .number(Double(summary?.selected ?? 0)), Self.money(summary?.money),
      .figure(summary?.line.map(part.figure.number), decimals: part.figure.decimals),
      .number(Double(part.counts[.reserve] ?? 0)), .number(Double(part.open)), .text(part.method(report.catalogue)),
    ]
  }

  private func sums(open: Int) -> [ReportSheet.Value] {
    func sum(_ count: (GroupPart) -> Int) -> ReportSheet.Value { .number(Double(parts.reduce(0) { $0 + count($1) })) }
    let money = parts.reduce(ExactDecimal.zero) { $0 + ($1.summary?.money ?? .zero) }
    return [
      .mark("合计"), .text(nil), .text(nil), .text(nil), .text(nil), sum { $0.lines.count }, sum { $0.summary?.candidates ?? 0 },
      sum { $0.summary?.selected ?? 0 }, Self.money(money), .text(nil), sum { $0.counts[.reserve] ?? 0 }, .number(Double(open)),
    ]
  }
}
