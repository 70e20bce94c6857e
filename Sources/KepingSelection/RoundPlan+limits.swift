import KepingCore

extension RoundPlan {
  /// Adds the limits of the programs that are on, in the order of the guideline, then those of the bureau.
  ///
  /// A limit stands once for every part of the round whose applications it counts by itself. The order is that of `limits` in a
  /// line of the ranking.
  mutating func addLimits(of entries: [Catalogue.Entry], _ settings: SelectionSettings) {
    limitsOfDirection = Array(repeating: [], count: directions.count)
    for entry in entries {
      guard let program = entry.program else { continue }
      for limit in program.submissionLimits { add(limit, of: program, entry) }
    }
    for limit in settings.limits { add(limit, entries) }
    for (index, limit) in limits.enumerated() {
      for direction in limit.directions ?? directions.indices.filter({ directions[$0].year == limit.year }) {
        limitsOfDirection[direction].append(index)
      }
    }
  }

  private mutating func add(_ limit: SubmissionLimit, of program: Program, _ entry: Catalogue.Entry) {
    var parts: [(group: SubmissionLimit.Group, directions: [Int])] = []
    for direction in program.directions {
      guard let group = limit.group(of: direction, in: program), let index = self.index(of: direction.id, in: entry) else {
        continue
      }
      if let known = parts.firstIndex(where: { $0.group == group }) {
        parts[known].directions.append(index)
      } else {
        parts.append((group, [index]))
      }
    }
    for part in parts {
      limits.append(
        Limit(
          clause: limit.clause, quote: limit.quote, per: limit.terms.per, bound: limit.bound, over: limit.terms.over,
          ongoing: limit.terms.ongoing, year: entry.year, directions: part.directions))
    }
  }

  private mutating func add(_ limit: BureauLimit, _ entries: [Catalogue.Entry]) {
    func part(_ year: Int, _ directions: [Int]?) -> Limit {
      Limit(
        clause: limit.clause, quote: limit.text, per: limit.per, bound: limit.bound, over: limit.over, ongoing: limit.ongoing,
        year: year, directions: directions)
    }
    if limit.within == .round {
      var years: [Int] = []
      for entry in entries where years.last != entry.year { years.append(entry.year) }
      limits += years.map { part($0, nil) }
      return
    }
    for entry in entries where entry.program != nil {
      let own = entry.directions.compactMap { type, heading in index(of: heading.id, in: entry).map { (type.id, $0) } }
      switch limit.within {
      case .direction: limits += own.map { part(entry.year, [$0.1]) }
      case .projectType:
        for type in entry.plan.projectTypes {
          let directions = own.filter { $0.0 == type.id }.map(\.1)
          if !directions.isEmpty { limits.append(part(entry.year, directions)) }
        }
      case .plan: limits.append(part(entry.year, own.map(\.1)))
      case .round: break
      }
    }
  }

  /// Returns the index of a program's direction; nil if another program evaluates the applications of that direction.
  private func index(of id: String, in entry: Catalogue.Entry) -> Int? {
    guard let index = direction(year: entry.year, id: id), groups[directions[index].group].program == entry.reference.id else {
      return nil
    }
    return index
  }
}
