/// An occurrence of an `uncovered` text in the guideline.
///
/// In such a text `……` stands for any passage, so that an author need not copy a whole paragraph. The elided passages are kept,
/// because they must not hide a heading or a requirement.
struct UncoveredSpan {
  /// The offsets of the whole occurrence.
  private(set) var range: Range<Int>
  /// The offsets of the passages that `……` stands for.
  private(set) var elided: [Range<Int>] = []

  /// Returns every occurrence in a range, and for each end only the shortest one.
  static func all(of words: String, in range: Range<Int>, of text: GuidelineText) -> [UncoveredSpan] {
    let pieces = split(GuidelineText.normalised(words))
    guard let first = pieces.first, !pieces.contains(where: \.isEmpty) else { return [] }
    var spans: [UncoveredSpan] = []
    for start in text.occurrences(of: first, in: range) {
      var span = UncoveredSpan(range: start)
      for piece in pieces.dropFirst() {
        let rest = span.range.upperBound..<range.upperBound
        guard let next = text.occurrences(of: piece, in: rest).first else { return spans }
        span.elided.append(span.range.upperBound..<next.lowerBound)
        span.range = start.lowerBound..<next.upperBound
      }
      // Of two occurrences with the same end, the later one is shorter.
      if spans.last?.range.upperBound == span.range.upperBound, pieces.count > 1 { spans.removeLast() }
      spans.append(span)
    }
    return spans
  }

  /// Returns the first term in an elided passage that suggests a requirement, which must be quoted or written out.
  func hiddenRequirement(in text: GuidelineText) -> (words: String, offset: Int)? {
    var first: (words: String, offset: Int)?
    for words in Self.requirements {
      for part in elided {
        guard let found = text.occurrences(of: Array(words.unicodeScalars), in: part).first else { continue }
        if first.map({ found.lowerBound < $0.offset }) ?? true { first = (words, found.lowerBound) }
      }
    }
    return first
  }

  /// Terms with which guidelines state requirements.
  static let requirements = [
    "须", "应当", "应具", "应为", "应有", "应在", "应由", "应按", "不得", "不可", "不能", "不接受", "不受理", "不予", "不超过", "不低于", "不少于", "不高于",
    "至少", "以上", "以下", "以内", "优先", "鼓励", "另行通知", "承诺", "原则上", "限报", "限额", "限申报", "只能", "仅限", "要求",
  ]

  /// Returns the pieces of a text between `……`.
  private static func split(_ words: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = [[]]
    var index = 0
    while index < words.count {
      if words[index] == "…", index + 1 < words.count, words[index + 1] == "…" {
        pieces.append([])
        index += 2
      } else {
        pieces[pieces.count - 1].append(words[index])
        index += 1
      }
    }
    return pieces
  }
}
