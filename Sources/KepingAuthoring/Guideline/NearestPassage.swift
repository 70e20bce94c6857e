import KepingCore
import KepingPlugins

/// The passage of a guideline that a quote which is not found most likely means.
struct NearestPassage {
  let range: Range<Int>
  let difference: QuoteDifference
  /// Whether no other passage is as near, and the passage stands where clauses of this kind are expected.
  private(set) var isCertain: Bool

  /// Finds the nearest passage in some ranges, or nil if none is near.
  ///
  /// - Parameters:
  ///   - ranges: the ranges to search, such as the passages of a direction that no clause quotes.
  ///   - isExpected: whether a clause of this kind is expected at an offset.
  init?(of wanted: [Unicode.Scalar], in ranges: [Range<Int>], of text: GuidelineText, isExpected: (Int) -> Bool) {
    let matches = ranges.compactMap { ApproximateMatch(of: wanted, in: $0, of: text) }
    guard let best = matches.min(by: { $0.edits < $1.edits }), best.isNear(wanted) else { return nil }
    let home = ranges.first { $0.contains(best.range.lowerBound) } ?? best.range
    let rest =
      ranges.filter { $0 != home } + [
        home.lowerBound..<best.range.lowerBound, best.range.upperBound..<home.upperBound,
      ]
    let second = rest.compactMap { ApproximateMatch(of: wanted, in: $0, of: text)?.edits }.min()
    range = Self.wholePhrase(best.range, wanted, in: home, of: text)
    difference = QuoteDifference(wanted, Array(text.scalars[range]))
    isCertain = second.map { $0 > best.edits } ?? true && isExpected(range.lowerBound)
  }

  /// The same passage, without certainty: another clause quotes it already.
  var uncertain: NearestPassage {
    var copy = self
    copy.isCertain = false
    return copy
  }

  /// Returns a passage that begins or ends at a punctuation mark if its first or last character is not the quote's.
  private static func wholePhrase(
    _ range: Range<Int>, _ wanted: [Unicode.Scalar], in home: Range<Int>, of text: GuidelineText
  ) -> Range<Int> {
    let places = QuoteDifference(wanted, Array(text.scalars[range])).places
    var (start, end) = (range.lowerBound, range.upperBound)
    if let first = places.first, first.official.lowerBound == 0 {
      start = range.lowerBound + first.official.upperBound
      while start > home.lowerBound, !isMark(text.scalars[start - 1]), !text.isLineStart(start) { start -= 1 }
    }
    if let last = places.last, range.lowerBound + last.official.upperBound == range.upperBound {
      end = max(start, range.lowerBound + last.official.lowerBound)
      while end < home.upperBound, !isMark(text.scalars[end]) { end += 1 }
    }
    return start < end ? start..<end : range
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { "，。；：！？（）,;:()".unicodeScalars.contains(scalar) }
}
