extension Comparison {
  /// What might have been meant: with or without the bound itself, and the other way round.
  var alternatives: [Comparison] {
    switch self {
    case .atLeast: [.moreThan, .lessThan]
    case .moreThan: [.atLeast, .atMost]
    case .atMost: [.lessThan, .moreThan]
    case .lessThan: [.atMost, .atLeast]
    }
  }
}
