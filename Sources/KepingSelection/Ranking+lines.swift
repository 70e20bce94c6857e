import KepingCore

extension Ranking {
  /// The lines in the order in which they are told: by group, the ranked ones first.
  public var lines: Lines { Lines(ranking: self) }

  /// The lines of a ranking, each of which is made when it is asked for.
  public struct Lines: Sendable, RandomAccessCollection {
    let ranking: Ranking

    /// The index of the first line.
    public var startIndex: Int { 0 }
    /// The number of lines.
    public var endIndex: Int { ranking.layout.order.count }
    /// Returns a line.
    public subscript(index: Int) -> Line { ranking.line(index) }
  }

  private func line(_ index: Int) -> Line {
    let entry = Int(layout.order[index])
    let outcome = outcomes[entry]
    let group = outcome.direction < 0 ? nil : plan.directions[Int(outcome.direction)].group
    return Line(
      entry: entry, index: index, group: group, rank: outcome.rank > 0 ? Int(outcome.rank) : nil, isTied: outcome.isTied,
      place: outcome.place, reserve: outcome.reserve > 0 ? Int(outcome.reserve) : nil,
      score: outcome.score >= 0 ? Int(outcome.score) : nil, amount: amounts.amount(of: entry),
      amountSoFar: layout.sum(upTo: index, start: layout.starts[group ?? plan.groups.count]))
  }

  /// Returns the decimals of the published figures of a line.
  public func decimals(of line: Line) -> Int { line.group.map { plan.groups[$0].settings.panel.decimals } ?? 2 }

  /// Returns the panel's score of an application; nil if nobody scored it and nobody is recused.
  public func panel(of line: Line) -> Panel? {
    guard let group = line.group else { return nil }
    let settings = plan.groups[group].settings
    var tally = PanelTally()
    tally.read(panelTable.rows(of: line.entry), of: round.panel, settings.panel)
    if tally.scores.isEmpty && tally.recused == 0 { return nil }
    return Panel(
      score: Published(settings).panel(tally), experts: tally.scores.count, recused: tally.recused, trimmed: tally.trimmed)
  }

  /// Returns the limits that an application takes part in exceeding, in the order of ``RoundPlan/limits``.
  ///
  /// A limit on units stands once for each unit that exceeds it, the applicant first.
  public func limits(of line: Line) -> [LimitNote] {
    parts(of: line).map { part in LimitNote(limit: Int(limitTable.excesses[Int(part.excess)].limit), with: others(in: part)) }
  }

  /// Returns the parts of an application in excesses of limits, in the order in which they are told.
  func parts(of line: Line) -> [LimitTable.Part] {
    let parts = limitTable.parts(at: Int(round.index.positions[line.entry]))
    if parts.count < 2 { return Array(parts) }
    let units = keys.units(of: entries[line.entry], line.entry)
    return parts.sorted { first, second in
      let (left, right) = (limitTable.excesses[Int(first.excess)], limitTable.excesses[Int(second.excess)])
      if left.limit != right.limit { return left.limit < right.limit }
      return (units.firstIndex(of: left.key) ?? 0) < (units.firstIndex(of: right.key) ?? 0)
    }
  }

  /// Returns the ids of the others who count in an excess, then the numbers of projects in progress.
  func others(in part: LimitTable.Part) -> [String] {
    let excess = limitTable.excesses[Int(part.excess)]
    return limitTable.members[excess.applications].lazy.filter { $0 != part.position }.map { id(at: Int($0)) }
      + limitTable.projects[excess.projects].map { "在研 \(round.ongoing[Int($0)].id)" }
  }

  /// Returns the id of the application at a position in the order of ids, or the number of a project in progress after them.
  private func id(at position: Int) -> String {
    if position >= entries.count { return "在研 \(round.ongoing[suspects.projectOrder[position - entries.count]].id)" }
    return entries[Int(round.index.order[position])].text(.id) ?? ""
  }

  // MARK: Suspicions

  /// Returns what people should look at, each code once.
  public func suspicions(of line: Line) -> [Suspicion] {
    let entry = entries[line.entry]
    if entry.verdict == .error { return [] }
    return [sameName(line, entry), sameUnit(line, entry), spread(line)].compactMap { $0 }
  }

  private func sameName(_ line: Line, _ entry: Entry) -> Suspicion? {
    if entry.leader.name.isNone { return nil }
    let key = keys.leaderKeys[line.entry]
    let others = Suspects.bearers(of: entry.leader.name.bits, in: suspects.leaders).lazy.filter { $0.key != key }.map(\.position)
    let first = Array(others.prefix(Suspicion.mostNamed + 1))
    return first.isEmpty ? nil : suspicion(.sameName, first, "负责人姓名相同而证件号码或单位不同，须核对是否同一人")
  }

  private func sameUnit(_ line: Line, _ entry: Entry) -> Suspicion? {
    let names = Set(([entry.unit] + entry.partners).map(\.name.bits).filter(keys.units.hasSeveral))
    if names.isEmpty { return nil }
    let own = round.index.positions[line.entry]
    // The positions of each name ascend, so the first of all of them are found without the rest, which may be very many.
    var bearers = names.map { Suspects.bearers(of: $0, in: suspects.units) }
    var others: [Int32] = []
    while others.count <= Suspicion.mostNamed, let next = bearers.lazy.compactMap({ $0.first?.position }).min() {
      for index in bearers.indices { while bearers[index].first?.position == next { bearers[index].removeFirst() } }
      if next != own { others.append(next) }
    }
    return suspicion(.sameUnit, others, "单位名称相同，统一社会信用代码有几个，须核对是否同一单位")
  }

  /// Returns a suspicion with the first of the others; there may be none, if all with a name take part in one application.
  private func suspicion(_ code: Suspicion.Code, _ others: [Int32], _ message: String) -> Suspicion {
    let most = Suspicion.mostNamed
    return Suspicion(
      code: code, with: others.prefix(most).map { id(at: Int($0)) },
      message: others.count > most ? "\(message)（只列出前\(most)项）" : message)
  }

  private func spread(_ line: Line) -> Suspicion? {
    guard let group = line.group else { return nil }
    let settings = plan.groups[group].settings.panel
    guard let most = settings.spread else { return nil }
    var tally = PanelTally()
    tally.read(panelTable.rows(of: line.entry), of: round.panel, settings)
    guard tally.spread > most, let high = tally.scores.last, let low = tally.scores.first else { return nil }
    func points(_ hundredths: Int) -> String { ExactDecimal(hundredths, exponent: -2).text }
    return Suspicion(
      code: .spread, with: [],
      message: "专家评分最高\(points(high))分，最低\(points(low))分，相差\(points(high - low))分，超过\(points(most))分")
  }
}
