/// Tells the next heading of a series that is numbered without a word, such as 3., from an item of a list within its part.
struct HeadingSeries {
  /// The numbers of the manifest's own headings that are still to come.
  private var expected: ArraySlice<Int>
  private var current: Int?
  /// The next number of a list that began with 1.
  private var nextItem: Int?

  init(expected: [Int]) { self.expected = expected[...] }

  /// Goes past one of the manifest's own headings.
  mutating func pass(_ number: Int) {
    current = number
    nextItem = nil
    expected = expected.dropFirst()
  }

  /// Whether a number is that of a heading: it goes on from the last one, comes before the next, and goes on from no list.
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
