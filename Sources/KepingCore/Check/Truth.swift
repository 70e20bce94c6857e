/// The three values of a check, as in SQL.
public enum Truth: Int8, Sendable, Comparable {
  case unmet = 0
  case unknown = 1
  case met = 2

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Met and unmet change places.
  public var negated: Truth { Truth(rawValue: 2 - rawValue)! }

  init(_ isMet: Bool) { self = isMet ? .met : .unmet }
}

/// How a quantity is held against a bound.
public enum Comparison: String, Sendable, CaseIterable {
  case atLeast = ">="
  case moreThan = ">"
  case atMost = "<="
  case lessThan = "<"

  @inline(__always)
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .lessThan: left < right
    }
  }

  /// What a finding says, before the bound.
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
