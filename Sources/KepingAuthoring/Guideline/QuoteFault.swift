import KepingCore
import KepingPlugins

/// The diagnostic of a quote that is not found in the parts where it is allowed.
///
/// It names the other part that has the quote, or else the first difference from the nearest passage, so that an author sees a
/// typing error without comparing the texts by hand.
struct QuoteFault {
  let diagnostic: Diagnostic

  /// Finds out why a quote is missing.
  ///
  /// - Parameters:
  ///   - clause: the clause with the quote.
  ///   - direction: the direction of the clause; nil if it stands outside of directions.
  ///   - searched: the parts where the quote is allowed: the direction's, and the heads above it.
  ///   - all: all parts of the plugin.
  ///   - text: the guideline.
  ///   - loaded: the plugin, for the location of the clause.
  init(
    quoteOf clause: Clause, in direction: Direction?, searched: [GuidelinePart], all: [GuidelinePart], of text: GuidelineText,
    loaded: PluginProgram
  ) {
    let location = loaded.locations[clause: clause.id]
    let wanted = GuidelineText.normalised(clause.quote)
    diagnostic = Diagnostic(
      path: location?.path ?? loaded.plugin.path, line: location?.line, code: "quote-not-found",
      Self.foundElsewhere(clause, wanted, among: all, of: text) ?? Self.nearestPassage(clause, wanted, among: searched, of: text)
        ?? Self.notFound(clause, in: direction))
  }

  /// Returns the message for a quote that nothing resembles.
  private static func notFound(_ clause: Clause, in direction: Direction?) -> Wording {
    guard let direction else {
      return Wording(
        "\(clause.id) 的引文不在计划和项目类型的开头：“\(clause.quote)”",
        "the quote of \(clause.id) is not in the heads of the plan and its project types: '\(clause.quote)'")
    }
    return Wording(
      "\(clause.id) 的引文不在指南的方向\(direction.id)中，也不在项目类型和计划的开头：“\(clause.quote)”",
      "the quote of \(clause.id) is neither in the direction \(direction.id) of the guideline nor in the heads of its project type and plan: '\(clause.quote)'"
    )
  }

  /// Returns the message for a quote that another part has.
  private static func foundElsewhere(
    _ clause: Clause, _ wanted: [Unicode.Scalar], among parts: [GuidelinePart], of text: GuidelineText
  ) -> Wording? {
    for part in parts {
      guard let found = text.occurrences(of: wanted, in: part.range).first else { continue }
      let shown = text.shownPosition(of: found.lowerBound)
      let (chinese, english) =
        switch part.owner {
        case .plan: ("计划的开头", "the head of the plan")
        case .projectType(let id): ("项目类型\(id)", "the project type \(id)")
        case .direction(let id): ("方向\(id)", "the direction \(id)")
        case .foreign: ("plugin.yaml 没有的部分", "a part that plugin.yaml does not have")
        }
      return Wording(
        "\(clause.id) 的引文在\(chinese)中（\(shown)），不在它自己的方向中",
        "the quote of \(clause.id) is in \(english) (\(shown)), not in its own direction")
    }
    return nil
  }

  /// Returns the message for a quote whose nearest passage is at most one edit or two fifths of its length away.
  private static func nearestPassage(
    _ clause: Clause, _ wanted: [Unicode.Scalar], among parts: [GuidelinePart], of text: GuidelineText
  ) -> Wording? {
    let matches = parts.compactMap { ApproximateMatch(of: wanted, in: $0.range, of: text) }
    guard let best = matches.min(by: { $0.edits < $1.edits }), best.edits * 5 <= max(5, wanted.count * 2) else { return nil }
    let found = Array(text.scalars[best.range])
    let prefix = zip(wanted, found).prefix { $0 == $1 }.count
    let limit = min(wanted.count, found.count) - prefix
    let suffix = zip(wanted.reversed(), found.reversed()).prefix(limit).prefix { $0 == $1 }.count
    let (quoted, official) = (excerpt(wanted[prefix..<(wanted.count - suffix)]), excerpt(found[prefix..<(found.count - suffix)]))
    let position = text.shownPosition(of: best.range.lowerBound + prefix)
    let differsInWidthOnly = folded(wanted) == folded(found)
    return Wording(
      "\(clause.id) 的引文与指南不同，第\(prefix + 1)字起：引文\(quoted.chinese)，指南\(official.chinese)（\(position)）"
        + (differsInWidthOnly ? "，只是全角半角不同" : ""),
      "the quote of \(clause.id) differs from the guideline at character \(prefix + 1): \(quoted.english) instead of \(official.english) (\(position))"
        + (differsInWidthOnly ? "; only full and half width differ" : ""))
  }

  /// Returns up to 40 characters in quotation marks.
  private static func excerpt(_ scalars: ArraySlice<Unicode.Scalar>) -> Wording {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(40))
    let words = String(text) + (scalars.count > 40 ? "…" : "")
    return scalars.isEmpty ? Wording("没有字", "nothing") : Wording("“\(words)”", "'\(words)'")
  }

  /// Returns the characters with half-width forms of full-width letters, digits and punctuation.
  private static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21)! : scalar
    }
  }
}

/// The passage of a guideline with the smallest edit distance from a text.
struct ApproximateMatch {
  let range: Range<Int>
  /// The number of insertions, deletions and replacements.
  let edits: Int

  /// Finds the passage in time proportional to the product of both lengths.
  ///
  /// Fails if the text or the range is empty, or no character of the range takes part in the best match.
  init?(of wanted: [Unicode.Scalar], in range: Range<Int>, of text: GuidelineText) {
    guard !wanted.isEmpty, !range.isEmpty else { return nil }
    // For the wanted text up to its current character: by the end of the passage, its number of edits and its beginning.
    var costs = [Int](repeating: 0, count: range.count + 1)
    var starts = Array(0...range.count)
    for scalar in wanted {
      var (diagonal, diagonalStart) = (costs[0], starts[0])
      costs[0] += 1
      for index in 1...range.count {
        let (above, aboveStart) = (costs[index], starts[index])
        let replaced = diagonal + (text.scalars[range.lowerBound + index - 1] == scalar ? 0 : 1)
        (costs[index], starts[index]) =
          replaced <= min(above, costs[index - 1]) + 1
          ? (replaced, diagonalStart)
          : above <= costs[index - 1] ? (above + 1, aboveStart) : (costs[index - 1] + 1, starts[index - 1])
        (diagonal, diagonalStart) = (above, aboveStart)
      }
    }
    // Among equally near passages, the one nearest in length wins: a replaced character rather than an omitted one.
    func isNearer(_ one: Int, _ other: Int) -> Bool {
      let (length, otherLength) = (one - starts[one], other - starts[other])
      return (costs[one], abs(length - wanted.count)) < (costs[other], abs(otherLength - wanted.count))
    }
    guard let end = costs.indices.min(by: isNearer), starts[end] < end else { return nil }
    self.range = (range.lowerBound + starts[end])..<(range.lowerBound + end)
    edits = costs[end]
  }
}
