/// The Chinese words for comparisons of days and spans.
extension Comparison {
  /// Returns the Chinese words between two days in a finding.
  func datePhrase(_ isMet: Bool) -> String {
    switch (self, isMet) {
    case (.atLeast, true), (.lessThan, false): "不早于"
    case (.atLeast, false), (.lessThan, true): "早于"
    case (.atMost, true), (.moreThan, false): "不晚于"
    case (.atMost, false), (.moreThan, true): "晚于"
    }
  }

  /// Returns the Chinese words between a span of time and its bound in a finding.
  func spanPhrase(_ isMet: Bool) -> String {
    switch (self, isMet) {
    case (.atLeast, true), (.lessThan, false): "达到"
    case (.atLeast, false), (.lessThan, true): "不足"
    case (.moreThan, true), (.atMost, false): "超过"
    case (.moreThan, false), (.atMost, true): "不超过"
    }
  }
}
