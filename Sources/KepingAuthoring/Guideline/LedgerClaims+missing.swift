import KepingCore
import KepingPlugins

/// The passage that a quote which is not found most likely means.
struct ResemblingPassage {
  let clause: Clause
  /// The passage.
  let range: Range<Int>
  let nearest: NearestPassage
  /// The index of the quote's fault.
  let fault: Int
}

extension LedgerClaims {
  /// Reports the quotes that are not found, each with the nearest passage that no clause quotes.
  ///
  /// The nearest pairs are matched first, so that two changed quotes are not compared with the same passage.
  mutating func reportMissingQuotes() {
    let order = missing.indices.map { index in
      let wanted = GuidelineText.normalised(missing[index].clause.quote)
      let places = nearest(to: missing[index])?.difference.places ?? []
      let edits = places.reduce(0) { $0 + max($1.quoted.count, $1.official.count) }
      return (index: index, distance: places.isEmpty ? 1 : Double(edits) / Double(max(1, wanted.count)))
    }.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    var found: [Int: NearestPassage] = [:]
    for (index, _) in order {
      guard let passage = nearest(to: missing[index], besides: found.map { (missing[$0.key].direction, $0.value.range) }) else {
        continue
      }
      found[index] = passage
    }
    for (index, item) in missing.enumerated() {
      if let nearest = found[index] {
        resembling.append(
          ResemblingPassage(clause: item.clause, range: nearest.range, nearest: nearest, fault: faults.count))
      }
      let fault = QuoteFault(
        quoteOf: item.clause, in: item.direction, nearest: found[index], all: parts, of: text, loaded: loaded)
      faults.append(fault.diagnostic)
    }
  }

  /// Returns the passage nearest to a quote: in the direction's own part, in the heads above it, or last among the passages that
  /// other clauses quote.
  private func nearest(
    to item: (clause: Clause, direction: Direction?), besides others: [(direction: Direction?, range: Range<Int>)] = []
  ) -> NearestPassage? {
    let wanted = GuidelineText.normalised(item.clause.quote)
    let own = ownParts(of: item.direction)
    let heads = parts.filter { $0.isHead(above: item.direction) }
    let prefix = (item.direction?.id ?? program.plan.id) + "/"
    var taken = quotes.filter { $0.clause.hasPrefix(prefix) }.map(\.range)
    taken += others.filter { $0.direction?.id == item.direction?.id }.map(\.range)
    for group in [own, heads] {
      if let found = nearest(to: wanted, item.clause, in: group.flatMap { free(in: $0, taken) }) { return found }
    }
    return nearest(to: wanted, item.clause, in: (own + heads).map(\.range)).map(\.uncertain)
  }

  private func nearest(to wanted: [Unicode.Scalar], _ clause: Clause, in ranges: [Range<Int>]) -> NearestPassage? {
    NearestPassage(of: wanted, in: ranges, of: text) { offset in
      let section = parts.first { $0.range.contains(offset) }?.section(at: offset)
      let isUnplaced = clause.kind == .notice || clause.kind == .limit
      return isUnplaced || section == nil || fits(clause.kind, section)
    }
  }

  /// Returns the ranges of a part between its headings and the passages that are taken.
  private func free(in part: GuidelinePart, _ taken: [Range<Int>]) -> [Range<Int>] {
    var free: [Range<Int>] = []
    var start = part.range.lowerBound
    let borders = (taken + part.heading + part.sections.map(\.heading)).filter { $0.overlaps(part.range) }
    for border in borders.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if start < border.lowerBound { free.append(start..<border.lowerBound) }
      start = max(start, border.upperBound)
    }
    if start < part.range.upperBound { free.append(start..<part.range.upperBound) }
    return free
  }
}
