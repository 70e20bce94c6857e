import KepingCore
import KepingSelection

/// A ranking as CSV for spreadsheet programs, one line for each application; amounts are in yuan.
struct RankingCSV {
  private let report: RankingReport
  private let ranking: Ranking
  private let lines: Ranking.Lines

  private static let headings = [
    "组别", "名次", "同分", "去向", "备选", "理由", "申报编号", "年度", "方向", "项目名称", "申报单位", "负责人", "结论", "得分", "规则分", "专家分",
    "评分专家", "回避专家", "去掉的评分", "金额（元）", "累计金额（元）", "限项", "疑似", "专项",
  ]

  init(_ report: RankingReport) {
    self.report = report
    ranking = report.ranking
    lines = report.ranking.lines
  }

  func write(to text: inout BufferedSink) throws(Diagnostic) {
    text.buffer.append(contentsOf: [0xEF, 0xBB, 0xBF])
    text.buffer.append(Self.headings.joined(separator: ",") + "\r\n")
    for line in lines {
      text.buffer.append(cells(line).map { CSVLines.cell($0 ?? "") }.joined(separator: ",") + "\r\n")
      try text.flushIfLarge()
    }
  }

  private func cells(_ line: Ranking.Line) -> [String?] {
    let entry = ranking.entries[line.entry]
    let panel = ranking.panel(of: line)
    let figure = PublishedFigure(decimals: ranking.decimals(of: line))
    let hundredths = PublishedFigure(decimals: 2)
    return [
      line.group.map { ranking.plan.groups[$0].key }, line.rank.map { "\($0)" }, line.isTied ? "是" : nil, line.place.title,
      line.reserve.map { "\($0)" }, ranking.reason(of: line), entry.text(.id), entry.year.map { "\($0)" }, entry.text(.direction),
      entry.text(.title), entry.text(.applicant), entry.text(.leader), entry.verdict.title, line.score.map(figure.text),
      entry.verdict == .error ? nil : String(score: entry.points), panel?.score.map(figure.text), panel.map { "\($0.experts)" },
      panel.map { "\($0.recused)" }, panel.map { $0.trimmed.map(hundredths.text).joined(separator: "；") }, line.amount?.text,
      line.amountSoFar.text, ranking.limits(of: line).map { LimitMember.text($0, ranking.plan) }.joined(separator: "；"),
      ranking.suspicions(of: line).map(\.message).joined(separator: "；"), entry.program.map { "\($0.id) \($0.version)" },
    ]
  }
}
