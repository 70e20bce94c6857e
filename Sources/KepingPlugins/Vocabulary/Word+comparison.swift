import KepingCore

extension Word {
  /// The comparison of the word with the bound of a number; nil for other words.
  var boundComparison: Comparison? {
    switch self {
    case .atLeast, .filterAtLeast: .atLeast
    case .moreThan, .filterMoreThan: .moreThan
    case .atMost, .filterAtMost: .atMost
    case .lessThan, .filterLessThan: .lessThan
    default: nil
    }
  }

  /// The comparison of the word with a day; nil for other words.
  var dateComparison: Comparison? {
    switch self {
    case .isOnOrAfter, .filterOnOrAfter: .atLeast
    case .isOnOrBefore, .filterOnOrBefore: .atMost
    case .isBefore, .filterBefore: .lessThan
    case .isAfter, .filterAfter: .moreThan
    default: nil
    }
  }
}
