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

  /// Whether the passage differs in at most one character, or in two fifths of the text.
  func isNear(_ wanted: [Unicode.Scalar]) -> Bool { edits * 5 <= max(5, wanted.count * 2) }
}
