import KepingCore
import KepingSelection

/// A line of a ranking in plain values, as both implementations give it.
struct RankedLine: Hashable, CustomStringConvertible {
  /// The program, the year and the key of the group; nil for those without one.
  var group: String?
  var rank: Int?
  var isTied = false
  var place = Place.ranked
  var reserve: Int?
  var id: String?
  var title: String
  var score: String?
  /// Score, experts, recused and trimmed scores.
  var panel: String?
  var amount: String?
  var amountSoFar = "0"
  /// The clauses of limits with the others.
  var limits: [String] = []
  /// The codes of suspicions with the others.
  var suspicions: [String] = []

  var description: String {
    "\(group ?? "-") #\(rank ?? 0)\(isTied ? "=" : "") \(place.rawValue) r\(reserve ?? 0) \(id ?? "-") \(title) s\(score ?? "-") p\(panel ?? "-") "
      + "\(amount ?? "-") Σ\(amountSoFar) \(limits) \(suspicions)"
  }
}

extension RankedLine {
  init(_ ranking: Ranking, _ line: Ranking.Line) {
    let entry = ranking.entries[line.entry]
    let decimals = ranking.decimals(of: line)
    func figure(_ units: Int) -> String { ExactDecimal(units, exponent: -decimals).text }
    self.init(
      group: line.group.map {
        "\(ranking.plan.groups[$0].program) \(ranking.plan.groups[$0].year) \(ranking.plan.groups[$0].key)"
      }, rank: line.rank,
      isTied: line.isTied, place: line.place, reserve: line.reserve, id: entry.text(.id), title: entry.text(.title) ?? "",
      score: line.score.map(figure),
      panel: ranking.panel(of: line).map { panel in
        let trimmed = panel.trimmed.map { ExactDecimal($0, exponent: -2).text }
        return "\(panel.score.map(figure) ?? "-")/\(panel.experts)/\(panel.recused)/\(trimmed)"
      },
      amount: line.amount?.text, amountSoFar: line.amountSoFar.text,
      limits: ranking.limits(of: line).map { "\(ranking.plan.limits[$0.limit].clause)\($0.with)" },
      suspicions: ranking.suspicions(of: line).map { "\($0.code.rawValue)\($0.with)" })
  }
}

extension PlainRound {
  /// The lines of the product.
  var ranked: [RankedLine] {
    let ranking = round.ranking()
    return ranking.lines.map { RankedLine(ranking, $0) }
  }
}
