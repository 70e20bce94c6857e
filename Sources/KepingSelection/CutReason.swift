import KepingCore

/// Says in Chinese why the cut gave an application its place.
struct CutReason {
  private let ranking: Ranking
  private let line: Ranking.Line
  private let settings: GroupSettings
  private let cut: CutRecord
  /// What the cut noted about the application, or about the tie at which the cut ended.
  private let note: CutNote?

  /// Finds what the cut noted about a line; fails if it has no group.
  init?(_ ranking: Ranking, _ line: Ranking.Line) {
    guard let group = line.group else { return nil }
    self.ranking = ranking
    self.line = line
    settings = ranking.plan.groups[group].settings
    cut = ranking.layout.cuts[group]
    let index = Int(ranking.outcomes[line.entry].note)
    note = index >= 0 ? cut.notes[index] : nil
  }

  /// The reason.
  var text: String {
    switch line.place {
    case .selected: "\(own)，\(frame)之内" + beyond
    case .ranked: "\(own)；没有设名额和经费"
    case .noAmount: "\(own)；没有填写申请财政经费，也没有拟支持经费，不能分配经费"
    default: note.map(explain) ?? own
    }
  }

  /// Rank and score of the application.
  private var own: String {
    let position = cut.ruledTies.contains(Int32(line.rank ?? 0)) ? ranking.entries[line.entry].tiePosition : nil
    return ranking.rank(line) + (position.map { "（同分，裁定第\($0)位）" } ?? "")
      + (ranking.score(line).map { "，\($0)" } ?? "")
  }

  /// The places and the budget.
  private var frame: String {
    let limits = [cut.places.map { "名额\($0)个" }, settings.budget.map { "经费\($0.moneyText)" }].compactMap { $0 }
    return limits.joined(separator: "、")
  }

  /// Says that the application is selected beyond the places, because a tie is.
  private var beyond: String {
    guard let group = line.group, let places = cut.places, settings.tieAtCut == .all, line.isTied else { return "" }
    let selected = ranking.summaries[group].selected
    return selected > places ? "；同分一并入选，共\(selected)项" : ""
  }

  private func explain(_ note: CutNote) -> String {
    switch note.event {
    case .placesFull: "\(placesFull(note))：本项目\(ranking.rank(line))\(difference(note))"
    case .moneyShort:
      line.place == .noMoney || isOfTie(note)
        ? "经费余\(money(note))，不足本项目的\((line.amount ?? .zero).moneyText)"
        : "经费余\(money(note))，不足\(tie(note))的\(needed(note))，评选到此为止：本项目\(ranking.rank(line))"
    case .tie:
      line.place == .tied
        ? "\(tie(note))：\(left(note))，由主管部门裁定" : "\(tie(note))待定，评选到此为止：本项目\(ranking.rank(line))"
    case .tiePassedOver: "\(tie(note))，\(left(note))，按规定都不入选" + (isOfTie(note) ? "" : "：本项目\(ranking.rank(line))")
    case .quotaFull: quotaFull(note)
    case .quotaTie: "\(tie(note))：\(direction(note))名额只余\(note.quota?.left ?? 0)个，由主管部门裁定"
    case .quotaTiePassedOver: "\(tie(note))，\(direction(note))名额只余\(note.quota?.left ?? 0)个，按规定都不入选"
    }
  }

  private func isOfTie(_ note: CutNote) -> Bool { note.rank == Int32(line.rank ?? 0) }

  // MARK: Places

  private func placesFull(_ note: CutNote) -> String {
    let places = cut.places ?? 0
    let kept = note.kept > 0 ? "（\(min(note.kept, places))个留给同分待定的项目）" : ""
    return places == 0 ? "没有名额" : "名额\(places)个已满\(kept)"
  }

  /// Compares the application with the last one selected.
  private func difference(_ note: CutNote) -> String {
    guard note.lastRank > 0, let group = line.group else { return "" }
    let last = "第\(note.lastRank)名"
    if isLast(note) { return "，同分中裁定在后" }
    guard let score = line.score, let limit = ranking.summaries[group].line, score <= limit else { return "，排在\(last)之后" }
    return score < limit ? "，低于\(last)\(ranking.points(limit - score, line))" : "，得分与\(last)相同，其他排序指标在后"
  }

  private func isLast(_ note: CutNote) -> Bool { note.lastRank == Int32(line.rank ?? 0) }

  private func quotaFull(_ note: CutNote) -> String {
    guard let quota = note.quota else { return "" }
    let end: String
    if quota.closing >= 0 {
      let closing = cut.notes[Int(quota.closing)]
      end = "\(tie(closing))" + (quota.kept > 0 ? "待定，名额留给它们" : "，名额不够，按规定都不入选")
    } else {
      end = "已满"
    }
    return "\(direction(note))名额\(quota.bound)个\(end == "已满" ? end : "：\(end)")：本项目\(ranking.rank(line))"
  }

  private func direction(_ note: CutNote) -> String { "方向\(ranking.plan.directions[Int(note.direction)].id)" }

  // MARK: Ties and money

  /// The tie of a note, or the one application.
  private func tie(_ note: CutNote) -> String {
    note.count == 1 ? "第\(note.rank)名" : "第\(note.rank)名\(note.count)项同分"
  }

  /// What was left for the tie of a note.
  private func left(_ note: CutNote) -> String {
    let parts = [
      note.free.map { "名额余\(max(0, $0))个" }, note.money.map { "经费余\($0.moneyText)，共需\(needed(note))" },
    ].compactMap { $0 }
    return "\(parts.joined(separator: "、"))，不够\(note.count == 1 ? "" : "全部")"
  }

  private func money(_ note: CutNote) -> String { (note.money ?? .zero).moneyText }

  private func needed(_ note: CutNote) -> String { (note.needed ?? .zero).moneyText }
}
