import KepingPlugins

extension GuidelineText {
  /// Returns the range from the first to the last letter, digit or sign such as `≥` in a range.
  ///
  /// - Returns: nil if the range has only punctuation and the numbers of list items.
  func words(in range: Range<Int>) -> Range<Int>? {
    var first: Int?
    var end = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound {
      if isItemStart(offset), let next = Enumerator.end(in: self, at: offset, before: range.upperBound) {
        offset = next
        continue
      }
      if scalars[offset].isWord {
        first = first ?? offset
        end = offset + 1
      }
      offset += 1
    }
    return first.map { $0..<end }
  }

  /// Whether a list item may begin at an offset: at the beginning of a line, or after a mark that ends a sentence or clause.
  private func isItemStart(_ offset: Int) -> Bool {
    if offset == 0 || isLineStart(offset) { return true }
    var before = offset - 1
    if scalars[before] == " ", before > 0 { before -= 1 }
    return "。；;：:".unicodeScalars.contains(scalars[before])
  }
}
