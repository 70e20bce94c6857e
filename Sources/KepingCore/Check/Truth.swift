/// The three possible answers of a check, as in the three-valued logic of SQL.
public enum Truth: Int8, Sendable, Comparable {
  /// The check is not met.
  case unmet = 0
  /// The record lacks a value that the answer depends on, or a person decides.
  case unknown = 1
  /// The check is met.
  case met = 2

  /// Returns whether an answer comes before another in the order unmet, unknown, met.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The opposite answer; unknown stays unknown.
  public var negated: Truth { Truth(rawValue: 2 - rawValue)! }

  /// Creates the answer of a check that is not unknown.
  init(_ isMet: Bool) { self = isMet ? .met : .unmet }
}

/// The comparison of a quantity with a bound or another quantity.
public enum Comparison: String, Sendable, CaseIterable {
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"

  /// Returns whether the comparison holds for two numbers.
  @inline(__always)
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .lessThan: left < right
    }
  }

  /// Returns the Chinese verb before the bound in a finding.
  func phrase(_ isMet: Bool) -> String {
    switch (self, isMet) {
    case (.atLeast, true): "达到"
    case (.atLeast, false): "低于"
    case (.moreThan, true): "高于"
    case (.moreThan, false): "不高于"
    case (.atMost, true): "不超过"
    case (.atMost, false): "超过"
    case (.lessThan, true): "低于"
    case (.lessThan, false): "不低于"
    }
  }
}
