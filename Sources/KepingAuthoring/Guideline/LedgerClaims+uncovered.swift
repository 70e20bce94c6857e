import KepingCore
import KepingPlugins

extension LedgerClaims {
  /// Claims the uncovered texts: those of a direction in its part, and those of the program in the parts outside directions.
  mutating func claimUncovered() {
    guard !parts.isEmpty else { return }
    for direction in program.directions {
      let directionParts = parts.filter { $0.owner == .direction(direction.id) }
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

  /// Records an exemption if an uncovered text is found in a head above the direction and not in its own part.
  ///
  /// The text stays unclaimed, since other directions may quote it.
  ///
  /// - Returns: whether the exemption was recorded.
  private mutating func recordExemption(
    for words: String, of direction: Direction, _ directionParts: [GuidelinePart]
  ) -> Bool {
    guard !directionParts.contains(where: { !UncoveredSpan.all(of: words, in: $0.range, of: text).isEmpty }) else { return false }
    let heads = parts.filter { $0.owner == .projectType(direction.projectType) || $0.owner == .plan }
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
      var ranges: [Range<Int>] = []
      for quote in quotes where part.range.overlaps(quote.range) && !ranges.contains(quote.range) { ranges.append(quote.range) }
      for range in ranges {
        for direction in below where !answers(direction.id, for: range) {
          let location = loaded.locations[direction: direction.id]
          let words = text.excerpt(range)
          let other = quotes.first { $0.range == range }?.clause ?? ""
          faults.append(
            Diagnostic(
              path: location?.path ?? loaded.plugin.path, line: location?.line, code: "head-left-out",
              Wording(
                "方向\(direction.id)没有回答“\(words)”（\(text.shownPosition(of: range.lowerBound))），\(other) 回答了；请写成条款，或用 uncovered 说明理由",
                "the direction \(direction.id) does not cover '\(words)' (\(text.shownPosition(of: range.lowerBound))), which \(other) quotes; add a clause, or give a reason with 'uncovered'"
              )))
        }
      }
    }
  }

  /// Whether a direction quotes or exempts a passage.
  private func answers(_ direction: String, for range: Range<Int>) -> Bool {
    quotes.contains { $0.clause.hasPrefix(direction + "/") && $0.range.overlaps(range) }
      || exemptions.contains { $0.direction == direction && $0.range.overlaps(range) }
  }

  /// Claims an uncovered text, preferably where it overlaps no quote.
  private mutating func claim(_ words: String, of item: Uncovered, in parts: [GuidelinePart]) {
    func fault(_ code: String, _ wording: Wording) -> Diagnostic {
      Diagnostic(path: item.location.path, line: item.location.line, code: code, wording)
    }
    let spans = parts.flatMap { UncoveredSpan.all(of: words, in: $0.range, of: text) }.filter { span in
      !uncovered.contains { $0.range.overlaps(span.range) }
    }
    guard let span = spans.first(where: { span in !quotes.contains { $0.range.overlaps(span.range) } }) ?? spans.first else {
      faults.append(
        fault(
          "uncovered-not-found",
          Wording("uncovered 的“\(words)”不在指南的这一部分中", "the uncovered text '\(words)' is not in this part of the guideline")))
      return
    }
    let crossed = quotes.filter { $0.range.overlaps(span.range) }.min { $0.range.lowerBound < $1.range.lowerBound }
    if let crossed {
      faults.append(
        fault(
          "uncovered-quote",
          Wording(
            "uncovered 的“\(words)”跨过了 \(crossed.clause) 的引文，请在引文处分成两段",
            "the uncovered text '\(words)' overlaps the quote of \(crossed.clause); split it there")))
    }
    let sections = parts.flatMap(\.sections).map(\.heading)
    if let section = sections.first(where: { heading in span.elided.contains { $0.overlaps(heading) } }) {
      faults.append(
        fault(
          "uncovered-section",
          Wording(
            "uncovered 的“\(words)”用“……”跨过了“\(text.excerpt(section))”（\(text.shownPosition(of: section.lowerBound))），请在那里分成两段",
            "the uncovered text '\(words)' elides '\(text.excerpt(section))' (\(text.shownPosition(of: section.lowerBound))); split it there"
          )))
    } else if let (requirement, offset) = span.hiddenRequirement(in: text) {
      faults.append(
        fault(
          "hidden-requirement",
          Wording(
            "uncovered 的“\(words)”用“……”略过了“\(requirement)”（\(text.shownPosition(of: offset))），像是一项要求：请把这一句写出来，或写成条款",
            "the uncovered text '\(words)' elides '\(requirement)' (\(text.shownPosition(of: offset))), which looks like a requirement; write that sentence out, or make it a clause"
          )))
    }
    uncovered.append((span.range, item.reason, item.location))
  }
}
