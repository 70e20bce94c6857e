/// Distinguishes a heading numbered without a word, such as `3.`, from an item of a list within a part.
///
/// Numbers are given in the order of the guideline.
struct HeadingSeries {
  /// The numbers of the manifest's headings that are still ahead.
  private var expected: ArraySlice<Int>
  /// The number of the last heading.
  private var current: Int?
  /// The next number of a list that began with 1.
  private var nextItem: Int?

  init(expected: [Int]) { self.expected = expected[...] }

  /// Advances past a heading of the manifest.
  mutating func pass(_ number: Int) {
    current = number
    nextItem = nil
    expected = expected.dropFirst()
  }

  /// Records a number, and returns whether it is a heading's: one more than the last, below the next, and not a list item's.
  mutating func continues(with number: Int) -> Bool {
    if number == 1 || number == nextItem {
      nextItem = number + 1
      return false
    }
    guard let last = current, number == last + 1, expected.first.map({ $0 > number }) ?? true else { return false }
    current = number
    nextItem = nil
    return true
  }
}
