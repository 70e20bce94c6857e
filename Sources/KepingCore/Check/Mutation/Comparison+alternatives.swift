extension Comparison {
  /// The comparisons that an author might have meant: with the bound included or excluded, and in the opposite direction.
  var alternatives: [Comparison] {
    switch self {
    case .atLeast: [.moreThan, .lessThan]
    case .moreThan: [.atLeast, .atMost]
    case .atMost: [.lessThan, .moreThan]
    case .lessThan: [.atMost, .atLeast]
    }
  }
}
