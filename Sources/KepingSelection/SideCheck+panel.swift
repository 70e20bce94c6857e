import KepingCore

extension SideCheck {
  /// Scores: applications, experts, figures and units.
  mutating func examinePanel() {
    let entries = entriesOfPanel()
    let groups = entries.map { entry in
      entry.flatMap { index -> RoundPlan.Group? in
        guard let year = round.entries[index].year, let direction = round.entries[index].text(.direction) else { return nil }
        return round.plan.direction(year: year, id: direction).map { round.plan.groups[round.plan.directions[$0].group] }
      }
    }
    let repeats = repeatedExperts(entries)
    let units = round.panel.compactMap { $0.unit?.value }
    let keys = units.isEmpty ? nil : Keys(round, comparing: units)
    for row in round.panel.indices {
      if let first = repeats[row] { reportRepeat(row, first) }
      let score = round.panel[row]
      guard let entry = entries[row] else { continue }
      examineFigures(score, groups[row]?.settings.panel ?? PanelSettings())
      if let keys { examineUnit(score, entry, keys) }
    }
  }

  /// Returns the entry of each row, and reports unknown ones; rows for one application mostly follow each other.
  private mutating func entriesOfPanel() -> [Int?] {
    var last: (id: String, entry: Int)?
    var entries: [Int?] = []
    entries.reserveCapacity(round.panel.count)
    for score in round.panel {
      if let last, last.id == score.application.value {
        entries.append(last.entry)
        continue
      }
      let found = entry(score.application)
      entries.append(found)
      if let found { last = (score.application.value, found) }
    }
    return entries
  }

  /// Returns the first row of the same expert for the same application, for each row that repeats one.
  private func repeatedExperts(_ entries: [Int?]) -> [Int: Int] {
    let rows = entries.indices.filter { entries[$0] != nil }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (entries[left] ?? 0, entries[right] ?? 0)
      if first != second { return first < second }
      let (expert, other) = (round.panel[left].expert.value, round.panel[right].expert.value)
      return expert == other ? left < right : expert.utf8.lexicographicallyPrecedes(other.utf8)
    }
    let repeats = Self.repeats(rows.sorted(by: precedes)) {
      entries[$0] == entries[$1] && round.panel[$0].expert.value == round.panel[$1].expert.value
    }
    return Dictionary(uniqueKeysWithValues: repeats.map { ($0.row, $0.first) })
  }

  private mutating func reportRepeat(_ row: Int, _ first: Int) {
    let (score, other) = (round.panel[row], round.panel[first].expert.cell)
    report(
      score.expert.cell, "duplicate-score",
      "专家“\(score.expert.value)”对申报“\(score.application.value)”评了两次，另一次在\(other.place)",
      "the expert '\(score.expert.value)' has two rows for the application '\(score.application.value)'; the other is \(other.place)"
    )
  }

  /// Compares the figures of a row with the items of the group.
  ///
  /// A row with neither score nor recusal is no score yet.
  private mutating func examineFigures(_ row: PanelScore, _ settings: PanelSettings) {
    let name = "专家“\(row.expert.value)”对申报“\(row.application.value)”"
    let subject = "the expert '\(row.expert.value)' and the application '\(row.application.value)'"
    if row.isRecused {
      if let given = row.score ?? row.items.first?.score {
        report(
          given.cell, "scored-and-recused", "\(name)既回避又有评分；请删去评分，或把回避改为否",
          "\(subject): recused and scored; delete the score or the recusal")
      }
      return
    }
    for (id, score) in row.items {
      guard let item = settings.items.first(where: { $0.id == id }) else {
        report(
          score.cell, "unknown-item", "\(name)：所在组的配置没有评分项“\(id)”",
          "\(subject): the configuration of the group has no item '\(id)'")
        continue
      }
      if score.value > item.maximum {
        report(
          score.cell, "score-out-of-range", "\(name)：\(item.title)评了\(points(score.value))分，最高\(points(item.maximum))分",
          "\(subject): \(points(score.value)) points for '\(item.id)', the maximum is \(points(item.maximum))")
      }
    }
    if settings.items.isEmpty { return }
    let missing = settings.items.filter { item in !row.items.contains { $0.id == item.id } }
    if let cell = row.score?.cell ?? row.items.first?.score.cell, !missing.isEmpty {
      report(
        cell, "missing-item", "\(name)：没有评\(missing.map(\.title).joined(separator: "、"))",
        "\(subject): no score for \(missing.map { "'\($0.id)'" }.joined(separator: ", "))")
    } else if let total = row.score, total.value != row.items.reduce(0, { $0 + $1.score.value }) {
      let sum = row.items.reduce(0) { $0 + $1.score.value }
      report(
        total.cell, "wrong-total", "\(name)：评分\(points(total.value))分，各项之和是\(points(sum))分",
        "\(subject): the score is \(points(total.value)), the sum of its items \(points(sum))")
    }
  }

  private func points(_ hundredths: Int) -> String { ExactDecimal(hundredths, exponent: -2).text }

  /// An expert must not score an application of the own unit.
  private mutating func examineUnit(_ row: PanelScore, _ entry: Int, _ keys: Keys) {
    guard let unit = row.unit, !row.isRecused, row.score != nil || !row.items.isEmpty else { return }
    let key = keys.key(of: unit.value)
    guard key != 0, keys.units(of: round.entries[entry], entry).contains(key) else { return }
    report(
      unit.cell, "expert-of-unit", "专家“\(row.expert.value)”是申报“\(row.application.value)”的申报单位或联合申报单位的人，应当回避",
      "the expert '\(row.expert.value)' belongs to a unit of the application '\(row.application.value)' and must be recused")
  }
}
