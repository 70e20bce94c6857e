import KepingCore
import KepingSelection

/// The row of one application in the order of its group.
enum RankedRowHTML {
  static func text(_ line: Ranking.Line, _ ranking: Ranking, _ part: GroupPart) -> HTML {
    let entry = ranking.entries[line.entry]
    let rank: HTML = line.rank.map { "\($0)\(line.isTied ? "<small>同分</small>" : "" as HTML)" } ?? "—"
    let reserve: HTML = line.reserve.map { "<small>第\($0)</small>" } ?? ""
    let leader = entry.text(.leader).map { "　\($0)" } ?? ""
    let notes = ranking.limits(of: line).map { LimitMember.text($0, ranking.plan) } + ranking.suspicions(of: line).map(\.message)
    let remarks: HTML = notes.isEmpty ? "" : "<small>\(notes.joined(separator: "；"))</small>"
    return """
      <tr class="\(line.place.standing.rawValue)"><td class="number" data-title="名次">\(rank)</td>\
      <td data-title="去向"><span class="place">\(line.place.title)</span>\(reserve)</td>\
      <td data-title="项目"><b>\(entry.text(.title) ?? "—")</b><small>\(entry.text(.id) ?? "申报编号不明")　\(entry.text(.applicant) ?? "—")\(leader)</small></td>\
      <td data-title="得分">\(score(line, entry, ranking, part))</td>\
      <td class="number" data-title="金额">\(line.amount?.moneyText ?? "—")</td>\
      <td class="number" data-title="累计">\(line.rank == nil ? "—" : line.amountSoFar.moneyText)</td>\
      <td data-title="理由">\(ranking.reason(of: line))\(remarks)</td></tr>

      """
  }

  /// Returns the score with a bar of its parts: what the program's score and the panel's score contribute to 100.
  private static func score(_ line: Ranking.Line, _ entry: Entry, _ ranking: Ranking, _ part: GroupPart) -> HTML {
    guard entry.verdict != .error else { return "—" }
    let panel = ranking.panel(of: line)
    var parts = ["规则分\(String(score: entry.points))"]
    if let panel {
      let recused = panel.recused > 0 ? "，回避\(panel.recused)人" : ""
      let score = panel.score.map(part.figure.text) ?? "—"
      parts.append("专家分\(score)（\(panel.experts)人\(recused)）")
    }
    let small: HTML = "<small>\(parts.joined(separator: "，"))</small>"
    guard let score = line.score, let settings = part.group?.settings else { return "—\(small)" }
    let rules = Double(entry.points) / 10 * settings.rulesWeight.nearest / 100
    let judged = (panel?.score.map(part.figure.number) ?? 0) * settings.panelWeight.nearest / 100
    return """
      <span class="points">\(part.figure.text(score))</span>\
      <span class="bar" aria-hidden="true"><i class="rules" style="width:\(percent(rules))%" title="规则分折算\(percent(rules))"></i>\
      <i class="panel" style="width:\(percent(judged))%" title="专家分折算\(percent(judged))"></i></span>\(small)
      """
  }

  /// Returns a share of 100 with two decimals at most, for a bar.
  private static func percent(_ value: Double) -> String { ExactDecimal((value * 100).rounded() / 100).text }
}
