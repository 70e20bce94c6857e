import KepingCore
import KepingSelection

/// Reads what one expert gave one application from a row.
struct PanelRow {
  /// The items that rows may have scores of, each once.
  struct Items {
    /// The items of all groups.
    let all: [PanelSettings.Item]
    /// The ids in the order of the groups, each once.
    let ids: [String]

    init(_ all: [PanelSettings.Item]) {
      self.all = all
      var ids: [String] = []
      for item in all where !ids.contains(item.id) { ids.append(item.id) }
      self.ids = ids
    }

    /// Returns the largest score of an item in any group, in hundredths.
    func maximum(_ id: String) -> Int { all.filter { $0.id == id }.map(\.maximum).max() ?? 0 }
  }

  let row: SideRow
  let items: Items

  /// Returns the scores; nil for a row that is neither scored nor recused, and for one with an error, which is told.
  func score() -> PanelScore? {
    let scored = (["score"] + items.ids).filter { row.cell($0) != nil }
    let before = row.faults.errorCount
    let isRecused = row.flag("recused") ?? false
    if scored.isEmpty, !isRecused, row.faults.errorCount == before { return nil }
    if isRecused, let field = scored.first {
      row.fail(
        field, "scored-and-recused",
        Wording("回避的专家不能评分：请删去评分，或把回避改为“否”", "an expert who is recused cannot score; delete the score, or set 'recused' to 否"))
    }
    let application = row.id()
    let expert = row.text("expert", isRequired: true)
    let unit = row.text("unit")
    let total = points("score", maximum: 10_000)
    let scores = items.ids.compactMap { id in
      points(id, maximum: items.maximum(id)).map { (id: id, score: Given($0, row.place(id))) }
    }
    guard let application, let expert, row.faults.errorCount == before else { return nil }
    return PanelScore(
      application: application, expert: Given(expert, row.place("expert")), score: total.map { Given($0, row.place("score")) },
      items: scores, isRecused: isRecused, unit: unit.map { Given(UnitIdentity(text: $0), row.place("unit")) })
  }

  /// Returns a score in hundredths of a point; nil if it is empty or none, which is told.
  private func points(_ field: String, maximum: Int) -> Int? {
    let bound = ExactDecimal(maximum, exponent: -2)
    guard let number = row.number(field, Wording("0到\(bound.text)的数", "a number from 0 to \(bound.text)")) else { return nil }
    let label = row.column(field)?.label ?? field
    guard number.sign >= 0, number <= bound else {
      row.fail(
        field, "score-out-of-range",
        Wording("\(label)\(number.text)应在0到\(bound.text)之间", "'\(field)' \(number.text) must be from 0 to \(bound.text)"))
      return nil
    }
    let hundredths = number.shifted(by: 2)
    let whole = Int(hundredths.nearest)
    guard ExactDecimal(whole) == hundredths else {
      row.fail(
        field, "score-decimals",
        Wording("\(label)\(number.text)最多写两位小数", "'\(field)' \(number.text) must have at most two decimals"))
      return nil
    }
    return whole
  }
}
