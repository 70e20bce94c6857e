import KepingCore
import KepingSelection
import Workbooks

/// The sheet 裁定: who is over a limit and which ties a person has to decide, to be filled in and handed back.
extension RankingWorkbook {
  private static let readings: [(title: String, width: Double)] = [
    ("方向", 6), ("项目名称", 26), ("申报单位", 22), ("名次", 7), ("得分", 9), ("类别", 8), ("说明", 50),
  ]

  func writeRulings() {
    let sheet = RulingSheet(
      writer, readings: Self.readings,
      notes: [
        "限项待定和同分待定的各项。填好黄色的格子，再用 --rulings 交回；没有裁定结论的行不起作用。",
        "限项：符合为保留，不符合为排除。同分：给同一名次的每一项写不同的先后（1、2、3……），名次不变，名额和经费依次给予。",
      ])
    for part in parts {
      for index in part.lines where lines[index].place == .overLimit {
        append(limitsOf: lines[index], part, sheet)
      }
      for tie in ties(part) {
        for index in tie {
          append(
            lines[index], part, sheet, kind: "同分", note: ranking.reason(of: lines[index]), clause: Ruling.tie,
            .positions(tie.count))
        }
      }
    }
    sheet.finish()
  }

  /// Returns the ties of which a member waits for a decision, and not all members have a position.
  private func ties(_ part: GroupPart) -> [Range<Int>] {
    var ties: [Range<Int>] = []
    var start = part.rankedLines.lowerBound
    while start < part.rankedLines.upperBound {
      let rank = lines[start].rank
      let end = part.rankedLines[start...].first { lines[$0].rank != rank } ?? part.rankedLines.upperBound
      let isOpen = (start..<end).contains { lines[$0].place == .tied }
      let isRuled = (start..<end).allSatisfy { index in
        ranking.entries[lines[index].entry].rulings.contains { $0.clause == Ruling.tie }
      }
      if isOpen, !isRuled, end - start > 1 { ties.append(start..<end) }
      start = end
    }
    return ties
  }

  private func append(limitsOf line: Ranking.Line, _ part: GroupPart, _ sheet: RulingSheet) {
    let rulings = ranking.entries[line.entry].rulings
    var clauses: Set<String> = []
    for note in ranking.limits(of: line) {
      let limit = ranking.plan.limits[note.limit]
      // One ruling settles the limit, for however many holders it is exceeded.
      guard !rulings.contains(where: { $0.clause == limit.clause }), clauses.insert(limit.clause).inserted else { continue }
      append(
        line, part, sheet, kind: AcceptanceLimit.title, note: "\(limit.quote)：与\(note.with.joined(separator: "、"))",
        clause: limit.clause, .outcomes([.met, .unmet]))
    }
  }

  private func append(
    _ line: Ranking.Line, _ part: GroupPart, _ sheet: RulingSheet, kind: String, note: String, clause: String,
    _ offer: RulingSheet.Offer
  ) {
    let entry = ranking.entries[line.entry]
    let readings: [ReportSheet.Value] = [
      .mark(entry.text(.direction)), .text(entry.text(.title)), .text(entry.text(.applicant)),
      .number(line.rank.map(Double.init)),
      .figure(line.score.map(part.figure.number), decimals: part.figure.decimals), .mark(kind), .text(note),
    ]
    sheet.append(id: entry.text(.id), readings: readings, clause: clause, offer: offer, check: nil)
  }
}
