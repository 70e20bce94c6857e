/// The outcome of a clause for one application.
public enum Outcome: String, Sendable, CaseIterable {
  case met, unmet, unknown, notApplicable

  /// Creates the outcome of a clause that applies from the answer of its check.
  init(_ truth: Truth) {
    switch truth {
    case .met: self = .met
    case .unmet: self = .unmet
    case .unknown: self = .unknown
    }
  }

  /// The index among all cases.
  var index: Int {
    switch self {
    case .met: 0
    case .unmet: 1
    case .unknown: 2
    case .notApplicable: 3
    }
  }

  /// The outcome in Chinese, as shown to clerks.
  public var title: String {
    switch self {
    case .met: "符合"
    case .unmet: "不符合"
    case .unknown: "信息不足"
    case .notApplicable: "不适用"
    }
  }

  /// The character that marks the outcome in lists and traces.
  public var mark: String {
    switch self {
    case .met: "✓"
    case .unmet: "✗"
    case .unknown: "?"
    case .notApplicable: "–"
    }
  }
}

/// 结论: the overall result of an application.
public enum Verdict: String, Sendable, CaseIterable {
  case pass, supplement, fail, error

  /// The verdict in Chinese, as shown to clerks.
  public var title: String {
    switch self {
    case .pass: "通过"
    case .supplement: "需补正"
    case .fail: "不通过"
    case .error: "无法评审"
    }
  }
}

/// A set of verdicts.
///
/// Unlike `Set` it is a plain number, so that threads share no reference count.
public struct Verdicts: Sendable {
  private let bits: UInt8

  /// Creates a set of the given verdicts.
  public init(_ verdicts: some Sequence<Verdict>) {
    var bits: UInt8 = 0
    for verdict in verdicts { bits |= Self.bit(verdict) }
    self.bits = bits
  }

  /// Returns whether the set contains a verdict.
  public func contains(_ verdict: Verdict) -> Bool { bits & Self.bit(verdict) != 0 }

  private static func bit(_ verdict: Verdict) -> UInt8 {
    switch verdict {
    case .pass: 1
    case .supplement: 2
    case .fail: 4
    case .error: 8
    }
  }
}

extension ClauseKind {
  /// Returns the best verdict that an application can have if a clause of this kind has an outcome.
  public func verdict(for outcome: Outcome) -> Verdict {
    switch (self, outcome) {
    case (.target, .unmet), (.condition, .unmet): .fail
    case (.target, .unknown), (.condition, .unknown): .supplement
    case (.document, .unmet), (.document, .unknown), (.principle, .unmet), (.principle, .unknown): .supplement
    default: .pass
    }
  }
}
