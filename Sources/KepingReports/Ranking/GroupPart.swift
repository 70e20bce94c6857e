import KepingCore
import KepingSelection

/// The part of a ranking that belongs to one group: its lines, which stand together, and what is said about it.
struct GroupPart {
  /// The index of the group in the plan; nil for the records whose direction no program has.
  let index: Int?
  /// The group; nil for the records whose direction no program has.
  let group: RoundPlan.Group?
  /// What the group had; nil for the records whose direction no program has.
  let summary: Ranking.GroupSummary?
  /// The indices of its lines.
  let lines: Range<Int>
  /// The number of its lines that have a rank; they are the first.
  let ranked: Int
  /// The number of its lines above the line: those up to the last one selected.
  let above: Int
  /// The number of lines in each place.
  let counts: [Place: Int]

  /// The lines that have a rank.
  var rankedLines: Range<Int> { lines.prefix(ranked) }
  /// The lines that have none.
  var otherLines: Range<Int> { lines.dropFirst(ranked) }
  /// Whether there is a line between those selected and the others: places or money are limited.
  var hasCut: Bool { summary?.places != nil || summary?.budget != nil }
  /// How its published figures are written.
  var figure: PublishedFigure { PublishedFigure(decimals: group?.settings.panel.decimals ?? 2) }
  /// The number of lines about which a person has to decide, or for which something is missing.
  var open: Int { counts.reduce(0) { $0 + ($1.key.standing == .open ? $1.value : 0) } }
  /// The key of the group, or `—`.
  var key: String { group?.key ?? "—" }
  /// The title of the group.
  var title: String { group?.title ?? "没有专项的申报书" }
  /// The key and the title.
  var name: String { group.map { "\($0.key) \($0.title)" } ?? title }
  /// The key and the title with the year.
  var heading: String { group.map { "\($0.key) \($0.title)（\($0.year)）" } ?? title }
}

extension GroupPart {
  /// Returns the parts of a ranking in the order of its lines.
  ///
  /// A group without applications is among them only if it has places or money to give.
  static func parts(of ranking: Ranking) -> [GroupPart] {
    let lines = ranking.lines
    var summaries: [Int: Ranking.GroupSummary] = [:]
    for summary in ranking.summaries { summaries[summary.group] = summary }
    var ranges: [Int: Range<Int>] = [:]
    // The records without a group may stand behind those of each year.
    var others: [Range<Int>] = []
    var start = 0
    while start < lines.count {
      let group = lines[start].group
      var end = start + 1
      while end < lines.count, lines[end].group == group { end += 1 }
      if let group { ranges[group] = start..<end } else { others.append(start..<end) }
      start = end
    }
    var parts: [GroupPart] = []
    for index in ranking.plan.groups.indices {
      let summary = summaries[index]
      let isCut = summary.map { $0.places != nil || $0.budget != nil } ?? false
      guard let range = ranges[index] ?? (isCut ? 0..<0 : nil) else { continue }
      parts.append(GroupPart(index, range, summary, ranking))
    }
    for range in others { parts.append(GroupPart(nil, range, nil, ranking)) }
    return parts
  }

  private init(_ index: Int?, _ lines: Range<Int>, _ summary: Ranking.GroupSummary?, _ ranking: Ranking) {
    let all = ranking.lines
    var (ranked, above) = (0, 0)
    var counts: [Place: Int] = [:]
    for number in lines {
      let line = all[number]
      counts[line.place, default: 0] += 1
      if line.rank != nil { ranked += 1 }
      if line.place == .selected { above = number - lines.lowerBound + 1 }
    }
    self.init(
      index: index, group: index.map { ranking.plan.groups[$0] }, summary: summary, lines: lines, ranked: ranked, above: above,
      counts: counts)
  }
}
