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
    var scale = 1.0
    for _ in 0..<(evidence.unit?.exponent ?? 0) { scale *= 10 }
    label = evidence.label ?? evidence.field
    if case .number(let number) = evidence.value { value = number / scale } else { value = nil }
    self.comparison = comparison.sign
    self.bound = bound / scale
    unit = evidence.unit?.name ?? ""
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
