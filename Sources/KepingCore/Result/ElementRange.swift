/// The smallest and the largest value that the number or the sum of matching elements can have, once a record is complete.
struct ElementRange {
  /// The sum of the numbers that are known, without the undecided elements that would increase it.
  private var low = AmountSum()
  /// The sum of the numbers that are known, without the undecided elements that would decrease it.
  private var high = AmountSum()
  /// Whether there is no largest value, because a number or the whole list is absent.
  private(set) var isOpen = false
  /// Whether there is no smallest value either, because what is absent may be negative.
  private(set) var isOpenBelow = false
  /// Whether the numbers may be negative.
  let isSigned: Bool

  /// Creates the range of a list without elements.
  init(isSigned: Bool) { self.isSigned = isSigned }

  /// The smallest value; negative infinity if there is none.
  var lowest: Double { isOpenBelow ? -.infinity : low.value }
  /// The largest value; infinity if there is none.
  var highest: Double { isOpen ? .infinity : high.value }
  /// The value; nil if it depends on what is absent.
  var value: Double? { !isOpen && low.value == high.value ? low.value : nil }

  /// Adds an element.
  /// - Parameters:
  ///   - number: what the element adds; nil if its number is absent.
  ///   - isCertain: whether the element is known to match.
  mutating func add(_ number: Double?, isCertain: Bool) {
    guard let number else { return open() }
    if isCertain || number > 0 { high.add(number) }
    if isCertain || number < 0 { low.add(number) }
  }

  /// Records that there may be more elements than those that were added, or that a number is absent.
  mutating func open() {
    isOpen = true
    isOpenBelow = isSigned
  }

  /// Returns the answer of a comparison with a bound, which is unknown if it holds for only one end of the range.
  func truth(_ comparison: Comparison, _ bound: Double) -> Truth {
    let isMet = comparison.holds(lowest, bound)
    return isMet == comparison.holds(highest, bound) ? Truth(isMet) : .unknown
  }
}

/// An exact sum; a number is the shortest decimal that reads back as its double.
struct AmountSum {
  /// The sum in hundredths, as nearly all amounts are whole 分 or whole numbers.
  private var hundredths = 0.0
  /// The sum if it has more decimals or digits; nil as long as it has not.
  private var decimal: ExactDecimal?

  /// The double that is nearest to the sum.
  var value: Double { decimal?.nearest ?? hundredths / 100 }

  /// Adds a finite number.
  mutating func add(_ number: Double) {
    if let decimal {
      self.decimal = decimal + ExactDecimal(number)
      return
    }
    let parts = (number * 100).rounded()
    let total = hundredths + parts
    // Above 2^53, the sum of two whole numbers may be rounded.
    if parts / 100 == number, total.magnitude <= 0x1p53 {
      hundredths = total
    } else {
      decimal = ExactDecimal(Int(hundredths), exponent: -2) + ExactDecimal(number)
    }
  }
}
