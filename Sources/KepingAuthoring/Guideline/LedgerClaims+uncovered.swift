import KepingCore
import KepingPlugins

extension LedgerClaims {
  /// Claims the uncovered texts: those of a direction in its part, and those of the program in the parts outside directions.
  mutating func claimUncovered() {
    guard !parts.isEmpty else { return }
    for direction in program.directions {
      // If its part was not found, that is already reported.
      let own = ownParts(of: direction)
      if own.isEmpty { continue }
      let directionParts = own + parts.filter { $0.follows == direction.id }
      for item in direction.uncovered {
        for words in item.texts where !recordExemption(for: words, of: direction, directionParts) {
          claim(words, of: item, in: directionParts)
        }
      }
    }
    requireAnswersToHeads()
    let others = parts.filter { if case .direction = $0.owner { false } else { true } }
    for item in program.uncovered { for words in item.texts { claim(words, of: item, in: others) } }
  }

  /// Records an exemption if an uncovered text is found in a head above the direction but not in the direction's own part.
  ///
  /// The text stays unclaimed, since other directions may quote it.
  ///
  /// - Returns: whether the exemption was recorded.
  private mutating func recordExemption(
    for words: String, of direction: Direction, _ directionParts: [GuidelinePart]
  ) -> Bool {
    guard !directionParts.contains(where: { !UncoveredSpan.all(of: words, in: $0.range, of: text).isEmpty }) else { return false }
    let heads = parts.filter { $0.isHead(above: direction) }
    let spans = heads.flatMap { UncoveredSpan.all(of: words, in: $0.range, of: text) }
    guard let span = spans.first else { return false }
    exemptions.append((direction.id, span.range))
    return true
  }

  /// Reports each direction that neither quotes nor exempts a passage of a head that another direction quotes.
  private mutating func requireAnswersToHeads() {
    for part in parts {
      let below: [Direction]
      switch part.owner {
      case .plan: below = program.directions
      case .projectType(let id): below = program.directions.filter { $0.projectType == id }
      case .direction, .foreign: continue
      }
      let answering = part.isTail ? directionsConcerned(by: part, among: below) : below
      var ranges: [Range<Int>] = []
      for quote in quotes where part.range.overlaps(quote.range) && !ranges.contains(quote.range) { ranges.append(quote.range) }
      for range in ranges {
        for direction in answering where !answers(direction, for: range) {
          let other = quotes.first { $0.range == range }?.clause ?? ""
          report(
            .headLeftOut(
              direction: direction.id, passage: text.excerpt(range), position: text.shownPosition(of: range.lowerBound),
              quotedBy: other),
            at: loaded.locations[direction: direction.id])
        }
      }
    }
  }

  /// Returns the directions that must answer words behind the last direction: all, or as many as quote them.
  ///
  /// What only the last direction quotes is its own. What only directions of one project type quote concerns that type.
  private func directionsConcerned(by part: GuidelinePart, among all: [Direction]) -> [Direction] {
    let quoting = all.filter { direction in
      quotes.contains { $0.range.overlaps(part.range) && $0.clause.hasPrefix(direction.id + "/") }
    }
    if quoting.allSatisfy({ $0.id == part.follows }) { return [] }
    let types = Set(quoting.map(\.projectType))
    return types.count == 1 ? all.filter { types.contains($0.projectType) } : all
  }

  /// Whether a direction quotes or exempts a passage, or a limit that applies to the direction quotes it elsewhere.
  private func answers(_ direction: Direction, for range: Range<Int>) -> Bool {
    exemptions.contains { $0.direction == direction.id && $0.range.overlaps(range) }
      || quotes.contains { quote in
        guard quote.range.overlaps(range) else { return false }
        if quote.clause.hasPrefix(direction.id + "/") { return true }
        return program.clause(quote.clause)?.submission?.group(of: direction, in: program) != nil
      }
  }

  /// Claims an uncovered text, preferably where it overlaps no quote.
  private mutating func claim(_ words: String, of item: Uncovered, in parts: [GuidelinePart]) {
    let spans = parts.flatMap { UncoveredSpan.all(of: words, in: $0.range, of: text) }.filter { span in
      !uncovered.contains { $0.range.overlaps(span.range) }
    }
    guard let span = spans.first(where: { span in !quotes.contains { $0.range.overlaps(span.range) } }) ?? spans.first else {
      report(.uncoveredNotFound(words), at: item.location)
      return
    }
    let crossed = quotes.filter { $0.range.overlaps(span.range) }.min { $0.range.lowerBound < $1.range.lowerBound }
    if let crossed { report(.uncoveredQuote(words, clause: crossed.clause), at: item.location) }
    let sections = parts.flatMap(\.sections).map(\.heading)
    if let section = sections.first(where: { heading in span.elided.contains { $0.overlaps(heading) } }) {
      report(
        .uncoveredSection(words, heading: text.excerpt(section), position: text.shownPosition(of: section.lowerBound)),
        at: item.location)
    } else if let (requirement, offset) = span.hiddenRequirement(in: text) {
      report(
        .hiddenRequirement(words, requirement: requirement, position: text.shownPosition(of: offset)), at: item.location)
    }
    uncovered.append((span.range, item.reason, item.location))
  }
}
