/// Where words that are left uncovered stand; `……` in them stands for whatever lies between.
enum UncoveredSpan {
  /// Every place of a range, the shortest from each end.
  static func all(of words: String, in range: Range<Int>, of text: GuidelineText) -> [Range<Int>] {
    let pieces = split(GuidelineText.normalised(words))
    guard let first = pieces.first, !pieces.contains(where: \.isEmpty) else { return [] }
    var spans: [Range<Int>] = []
    for start in text.occurrences(of: first, in: range) {
      var end = start.upperBound
      for piece in pieces.dropFirst() {
        guard let next = text.occurrences(of: piece, in: end..<range.upperBound).first else { return spans }
        end = next.upperBound
      }
      // Of two that end in the same place the later begins nearer to it.
      if spans.last?.upperBound == end, pieces.count > 1 { spans.removeLast() }
      spans.append(start.lowerBound..<end)
    }
    return spans
  }

  private static func split(_ words: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = [[]]
    var place = 0
    while place < words.count {
      if words[place] == "…", place + 1 < words.count, words[place + 1] == "…" {
        pieces.append([])
        place += 2
      } else {
        pieces[pieces.count - 1].append(words[place])
        place += 1
      }
    }
    return pieces
  }
}
