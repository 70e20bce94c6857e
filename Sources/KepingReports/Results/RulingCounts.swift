import KepingCore

/// The number of rulings on applications, by what became of them.
public struct RulingCounts: Sendable, Equatable {
  /// The rulings that took effect.
  public private(set) var applied = 0
  /// The rulings without effect because what was ruled on has changed since.
  public private(set) var stale = 0
  /// The rulings without effect because nobody has confirmed them.
  public private(set) var unconfirmed = 0

  /// Creates counts that are all 0.
  public init() {}

  /// Whether there are no rulings.
  public var isEmpty: Bool { self == RulingCounts() }

  /// Counts the rulings on an application.
  mutating func count(_ assessment: Assessment) {
    applied += assessment.findings.count { $0.ruling != nil }
    var settled: Set<Settled> = []
    for problem in assessment.problems {
      switch problem.code {
      case .rulingStale: stale += 1
      case .rulingUnconfirmed: unconfirmed += 1
      default: if let ruling = problem.ruling { settled.insert(Settled(code: problem.code, ruling: ruling)) }
      }
    }
    applied += settled.count
  }

  /// A ruling on all problems of a kind, which counts once.
  private struct Settled: Hashable {
    let code: Problem.Code
    let ruling: AppliedRuling
  }

  /// The counts in words.
  var text: String { "生效\(applied)，失效\(stale)，待复核\(unconfirmed)" }
}
