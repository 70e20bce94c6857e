/// The smallest and the largest value that the number or the sum of matching elements can have, once a record is complete.
struct ElementRange {
  /// The value of the elements that are known to match.
  var low = AmountSum()
  /// The value if all undecided elements match as well.
  private(set) var high = AmountSum()
  /// Whether there is no largest value, because an amount or the whole list is absent.
  private(set) var isOpen = false

  /// The largest value; infinity if there is none.
  var highest: Double { isOpen ? .infinity : high.value }
  /// The value; nil if it depends on what is absent.
  var value: Double? { !isOpen && low.value == high.value ? low.value : nil }

  /// Adds an element.
  /// - Parameters:
  ///   - amount: what the element adds; nil if its amount is absent.
  ///   - isCertain: whether the element is known to match.
  mutating func add(_ amount: Double?, isCertain: Bool) {
    guard let amount else {
      isOpen = true
      return
    }
    high.add(amount)
    if isCertain { low.add(amount) }
  }

  /// Records that there may be more elements than those that were added.
  mutating func open() { isOpen = true }

  /// Returns the answer of a comparison with a bound, which is unknown if it holds for only one end of the range.
  func truth(_ comparison: Comparison, _ bound: Double) -> Truth {
    let isMet = comparison.holds(low.value, bound)
    return isMet == comparison.holds(highest, bound) ? Truth(isMet) : .unknown
  }
}

/// A sum of amounts that are not negative; it is exact for amounts of whole 分 and for whole numbers.
struct AmountSum {
  private var hundredths = 0.0
  private var sum = 0.0
  private var isExact = true

  /// The sum; of amounts that are not whole hundredths, the sum of floating-point numbers.
  var value: Double { isExact ? hundredths / 100 : min(sum, .greatestFiniteMagnitude) }

  /// Adds an amount.
  mutating func add(_ amount: Double) {
    sum += amount
    let parts = (amount * 100).rounded()
    let total = hundredths + parts
    // Above 2^53, the sum of two whole numbers may be rounded.
    if parts / 100 == amount, total <= 0x1p53 { hundredths = total } else { isExact = false }
  }
}
