import KepingCore

/// A number that a clause was compared with, in the unit of the guideline.
struct Figure {
  let label: String
  /// Nil where the application does not give it.
  let value: Double?
  /// `≥` and the like.
  let comparison: String
  let bound: Double
  let unit: String

  /// The figure that a piece of evidence shows; nil where nothing is compared.
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
  /// As a spreadsheet's reader knows it.
  fileprivate var sign: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: "＞"
    case .atMost: "≤"
    case .lessThan: "＜"
    }
  }
}
