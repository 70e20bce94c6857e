import KepingCore

/// A comparison of a clause as numbers in the unit of the guideline.
struct Figure {
  let label: String
  /// The value in the application; nil if the application has no number there.
  let value: Double?
  /// The comparison sign, such as `≥`.
  let comparison: String
  let bound: Double
  let unit: String

  /// Creates the figure of a piece of evidence; nil if it is not a comparison.
  init?(_ evidence: Evidence) {
    guard case .comparison(let comparison, let bound)? = evidence.required else { return nil }
    let exponent = evidence.unit?.exponent ?? 0
    label = evidence.label ?? evidence.field
    if case .number(let number) = evidence.value { value = number.shifted(by: -exponent) } else { value = nil }
    self.comparison = comparison.sign
    self.bound = bound.shifted(by: -exponent)
    unit = evidence.unit?.name ?? ""
  }
}

extension Double {
  /// Returns the nearest double to the number times a power of ten, so that a share of 0.022 is 2.2 percent.
  fileprivate func shifted(by exponent: Int) -> Double {
    exponent == 0 || !isFinite ? self : ExactDecimal(self).shifted(by: exponent).nearest
  }
}

extension Comparison {
  /// The comparison sign in reports.
  fileprivate var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: "＞"
    case .atMost: "≤"
    case .lessThan: "＜"
    }
  }
}
