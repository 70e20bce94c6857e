import KepingCore
import KepingPlugins

/// A passage of a guideline that becomes one clause or one `uncovered` text.
struct DraftPassage {
  /// The offsets of the words and of the brackets around them.
  let range: Range<Int>
  let kind: Kind
  /// The text, as a clause quotes it.
  let quote: String

  /// What becomes of a passage.
  enum Kind: Equatable {
    case clause(ClauseKind)
    case uncovered
  }

  /// Returns the passages of a part outside of its headings and the names of its sections.
  static func all(in part: GuidelinePart, of text: GuidelineText) -> [DraftPassage] {
    var runs: [(range: Range<Int>, section: String?)] = []
    var start = part.range.lowerBound
    let headings = (part.heading + part.sections.map(\.heading)).sorted { $0.lowerBound < $1.lowerBound }
    for heading in headings + [part.range.upperBound..<part.range.upperBound] {
      if start < heading.lowerBound { runs.append((start..<heading.lowerBound, part.section(at: start))) }
      start = max(start, heading.upperBound)
    }
    let isHead = if case .direction = part.owner { false } else { true }
    return runs.flatMap { run in
      DraftSentences(text, in: run.range).all.flatMap { passages(in: $0, section: run.section, isHead: isHead, of: text) }
    }
  }

  /// Returns the passages of a sentence: itself, or the requirements that it lists.
  private static func passages(
    in sentence: Range<Int>, section: String?, isHead: Bool, of text: GuidelineText
  ) -> [DraftPassage] {
    guard let words = text.words(in: sentence) else { return [] }
    let whole = text.withBrackets(words, in: sentence)
    if ClauseWords.kind(of: text.quote(whole), section: section, isHead: isHead) == .uncovered {
      return [DraftPassage(range: whole, kind: .uncovered, quote: text.quote(whole))]
    }
    return DraftSentences.requirements(in: sentence, of: text).compactMap { piece in
      guard let words = text.words(in: piece) else { return nil }
      let range = text.withBrackets(words, in: piece)
      let quote = text.quote(range)
      return DraftPassage(range: range, kind: ClauseWords.kind(of: quote, section: section, isHead: isHead), quote: quote)
    }
  }
}

extension GuidelineText {
  /// Returns the text of a range as a clause quotes it: on one line.
  func quote(_ range: Range<Int>) -> String { String.text(scalars[range]) }

  /// Extends a range by the quotation marks and brackets whose partners are in it, or right before it.
  fileprivate func withBrackets(_ range: Range<Int>, in limits: Range<Int>) -> Range<Int> {
    var range = range
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["）": "（", ")": "(", "”": "“", "’": "‘", "》": "《", "」": "「", "】": "【"]
    while range.upperBound < limits.upperBound, let open = pairs[scalars[range.upperBound]] {
      if scalars[range].count(where: { $0 == open }) > scalars[range].count(where: { $0 == scalars[range.upperBound] }) {
        range = range.lowerBound..<range.upperBound + 1
      } else if range.lowerBound > limits.lowerBound, scalars[range.lowerBound - 1] == open, !"（(".unicodeScalars.contains(open) {
        range = range.lowerBound - 1..<range.upperBound + 1
      } else {
        break
      }
    }
    // “军民融合”等项目…: the opening mark belongs to the words if its partner is among them.
    if range.lowerBound > limits.lowerBound,
      let close = pairs.first(where: { $0.value == scalars[range.lowerBound - 1] })?.key,
      scalars[range].count(where: { $0 == close }) > scalars[range].count(where: { $0 == scalars[range.lowerBound - 1] })
    {
      range = range.lowerBound - 1..<range.upperBound
    }
    return range
  }
}
