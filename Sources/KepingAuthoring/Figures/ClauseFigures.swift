import KepingCore

/// The comparison of the figures in a clause's quote with what the clause checks.
struct ClauseFigures {
  /// A figure or a word of comparison in the quote that the checks of its clause do not answer.
  enum Gap: Hashable {
    /// No bound, label or reason has the figure.
    case unanswered(String)
    /// No bound, choice or reason goes with the word of comparison.
    case unansweredWord(String)
    /// The bound of the figure is compared in another way than the quote says.
    case contradicted(String, by: Comparison, isDate: Bool)
    /// The clause's reason explains none of its figures.
    case unneededReason(String)

    /// The figure, word of comparison or reason, as the clause has it.
    var words: String {
      switch self {
      case .unanswered(let words), .unansweredWord(let words), .contradicted(let words, _, _), .unneededReason(let words): words
      }
    }
  }

  /// The gaps in the order of the quote.
  private(set) var gaps: [Gap] = []
  private let stated: StatedFigures
  /// The figures in labels, chosen values and reasons.
  private let explained: [TextFigure.Value]
  /// The bounds that no figure has used yet.
  private var unused: [StatedFigures.Stated]

  init(_ clause: Clause, grade: Grade?, in program: Program) {
    stated = program.checks.statedFigures(of: clause, grade: grade, schema: program.schema)
    unused = stated.bounds
    explained = (stated.words + stated.choices).flatMap { FigureFinder.figures(in: $0).map(\.value) }
    let reasoned = FigureFinder.figures(in: clause.reason ?? "").map(\.value)
    let figures = FigureFinder.figures(in: clause.quote)
    let isExclusion = ComparisonWords.exclusions.contains { clause.quote.contains($0) && !Self.isNegation($0, in: figures) }
    let found = answer(figures, limit: clause.submission?.bound ?? clause.atMost, isExclusion: isExclusion)
    var isReasonNeeded = false
    for (figure, gap) in found {
      if reasoned.contains(figure.value) { isReasonNeeded = true } else { gaps.append(gap) }
    }
    let characters = FigureFinder(clause.quote).characters
    for word in ComparisonFinder(characters).standing(outside: figures) where !isAnswered(word, in: characters) {
      if clause.reason?.contains(word.text) == true {
        isReasonNeeded = true
      } else {
        gaps.append(.unansweredWord(Self.shown(word, in: characters)))
      }
    }
    if let reason = clause.reason, !isReasonNeeded { gaps.append(.unneededReason(reason)) }
  }

  /// Whether a word that excludes is only the negation of a comparison: 不得 in 不得低于.
  private static func isNegation(_ word: String, in figures: [TextFigure]) -> Bool {
    figures.contains { $0.comparison?.text.hasPrefix(word) == true }
  }

  /// Returns the figures that no check answers, with what is wrong, in the order of the quote.
  private mutating func answer(_ figures: [TextFigure], limit: Int?, isExclusion: Bool) -> [(TextFigure, Gap)] {
    var open: [TextFigure] = []
    // A bound first answers a figure whose comparison it has, so that the same figure may occur with another one.
    for figure in figures {
      let use = unused.firstIndex { states($0.bound, figure) && (isExclusion || agrees($0, figure)) }
      if let use { unused.remove(at: use) } else { open.append(figure) }
    }
    return open.compactMap { figure in
      if stated.gradeBounds.contains(where: { states($0, figure) }) || isOtherwiseAnswered(figure, limit: limit) { return nil }
      if let use = unused.firstIndex(where: { states($0.bound, figure) }), let comparison = unused[use].comparison {
        let isDate = unused[use].bound.date != nil
        unused.remove(at: use)
        return (figure, .contradicted(figure.shown, by: comparison, isDate: isDate))
      }
      return (figure, .unanswered(figure.shown))
    }
  }

  /// Whether a bound is compared in the way that the quote says, or has a reason for another one.
  private func agrees(_ stated: StatedFigures.Stated, _ figure: TextFigure) -> Bool {
    guard let comparison = stated.comparison, let word = figure.comparison, stated.reason == nil else { return true }
    return word.meanings.contains(comparison)
  }

  /// Whether a bound states a figure.
  private func states(_ bound: Bound, _ figure: TextFigure) -> Bool {
    switch figure.value {
    case .amount(let text):
      if bound.text == text { return true }
      if let proportion = bound.proportion, let other = Proportion(text) {
        return proportion.value.nearest == other.value.nearest
      }
      guard bound.date == nil, let other = try? Bound(text) else { return false }
      return bound.value == other.value
        && (bound.unit.name == other.unit.name || bound.unit.name.isEmpty
          || bound.unit.measure == .money && other.unit.measure == .money)
    case .date(let date):
      if bound.date == date { return true }
      // Born on or after 1 January 1973 is born in 1973 or later.
      let isWholeYear = date.month == 1 && date.day == 1 || date.month == 12 && date.day == 31
      return isWholeYear && bound.unit.name == "年" && bound.value == Double(date.year)
    case .year(let year): return bound.unit.name == "年" && bound.value == Double(year)
    case .partOfDate: return false
    }
  }

  /// Whether a label, a chosen value, the reason of a check, a year that is read, or the bound of a limit has a figure.
  private func isOtherwiseAnswered(_ figure: TextFigure, limit: Int?) -> Bool {
    if explained.contains(figure.value) { return true }
    switch figure.value {
    case .year(let year): return stated.years.contains(year)
    case .amount(let text): return limit.map { text.hasPrefix("\($0)") && Int(text.prefix { $0.isNumber }) == $0 } ?? false
    case .date, .partOfDate: return false
    }
  }

  /// Whether a word of comparison without a figure is answered by a chosen value before it, a label, or two compared values.
  private func isAnswered(_ word: TextComparison, in characters: [Unicode.Scalar]) -> Bool {
    let isSuffix = ComparisonWords.standing.contains(word.text)
    if !isSuffix { return stated.comparesValues || stated.words.contains { $0.contains(word.text) } }
    let before = String.text(characters[..<word.range.lowerBound])
    if stated.words.contains(where: { $0.contains(before.suffix(2) + word.text) }) { return true }
    return stated.choices.contains { choice in
      (2...max(2, choice.count)).contains { $0 <= choice.count && before.hasSuffix(choice.prefix($0)) }
    }
  }

  /// Returns a word of comparison with up to four characters before it.
  private static func shown(_ word: TextComparison, in characters: [Unicode.Scalar]) -> String {
    let before = characters[..<word.range.lowerBound].reversed().prefix { !ComparisonFinder.isPhraseEnd($0) }.prefix(4).reversed()
    return String.text(before) + word.text
  }
}
