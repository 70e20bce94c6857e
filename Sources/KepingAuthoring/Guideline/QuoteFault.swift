import KepingCore
import KepingPlugins

/// The diagnostic of a quote that is not found in the parts where it is allowed.
///
/// It names the first differences from the nearest passage of the clause's own direction, or else of the heads above it, or
/// else the other part that has the quote, so that an author sees a change without comparing the texts by hand.
struct QuoteFault {
  let diagnostic: Diagnostic

  /// Describes why a quote is missing.
  ///
  /// - Parameters:
  ///   - clause: the clause with the quote.
  ///   - direction: the direction of the clause; nil if it stands outside of directions.
  ///   - nearest: the nearest passage where the quote is allowed.
  ///   - all: all parts of the plugin.
  ///   - text: the guideline.
  ///   - loaded: the plugin, for the location of the clause.
  init(
    quoteOf clause: Clause, in direction: Direction?, nearest: NearestPassage?, all: [GuidelinePart], of text: GuidelineText,
    loaded: PluginProgram
  ) {
    let location = loaded.locations[clause: clause.id]
    let wanted = GuidelineText.normalised(clause.quote)
    let wording =
      nearest.map { Self.differs(clause, wanted, $0, of: text) } ?? Self.foundElsewhere(clause, wanted, among: all, of: text)
      ?? Self.notFound(clause, in: direction)
    diagnostic = Diagnostic(path: location?.path ?? loaded.plugin.path, line: location?.line, code: "quote-not-found", wording)
  }

  /// Returns the message for a quote that nothing resembles.
  private static func notFound(_ clause: Clause, in direction: Direction?) -> Wording {
    guard let direction else {
      return Wording(
        "\(clause.id) 的引文不在计划和项目类型的开头：“\(clause.quote)”",
        "the quote of \(clause.id) is not in the heads of the plan and its project types: '\(clause.quote)'")
    }
    return Wording(
      "\(clause.id) 的引文不在指南的方向\(direction.id)中，也不在项目类型和计划的开头，没有相近的话；取消了的，删去条款：“\(clause.quote)”",
      "the quote of \(clause.id) is neither in the direction \(direction.id) of the guideline nor in the heads of its project type and plan, and nothing resembles it; if it was abolished, delete the clause: '\(clause.quote)'"
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
        "\(clause.id) 的引文在\(chinese)中（\(shown)），不在它自己的方向中，那里也没有相近的话",
        "the quote of \(clause.id) stands in \(english) (\(shown)), not in its own direction, which has nothing like it")
    }
    return nil
  }

  /// Returns the message for a quote that differs from the nearest passage.
  private static func differs(
    _ clause: Clause, _ wanted: [Unicode.Scalar], _ nearest: NearestPassage, of text: GuidelineText
  ) -> Wording {
    let first = nearest.range.lowerBound + (nearest.difference.places.first?.official.lowerBound ?? 0)
    let position = text.shownPosition(of: first)
    let differsInWidthOnly = folded(wanted) == folded(Array(text.scalars[nearest.range]))
    let words = nearest.difference.wording
    return Wording(
      "\(clause.id) 的引文与指南不同，\(words.chinese)（\(position)）" + (differsInWidthOnly ? "，只是全角半角不同" : ""),
      "the quote of \(clause.id) differs from the guideline \(words.english) (\(position))"
        + (differsInWidthOnly ? "; only full and half width differ" : ""))
  }

  /// Returns the characters with half-width forms of full-width letters, digits and punctuation.
  private static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFF01 + 0x21)! : scalar
    }
  }
}
