import KepingCore

/// The reasons why an application did not pass.
enum Reasons {
  /// A finding that keeps an application from passing.
  struct Deciding {
    let finding: Assessment.Finding
    /// The verdict that this finding alone leads to.
    let effect: Verdict
  }

  /// Returns the findings that keep an application from passing: those that fail it, then those to be supplemented.
  ///
  /// Each group is in the order of the guideline.
  static func deciding(_ assessment: Assessment) -> [Deciding] {
    var failing: [Deciding] = []
    var supplementing: [Deciding] = []
    for finding in assessment.findings {
      switch finding.kind.verdict(for: finding.outcome) {
      case .fail: failing.append(Deciding(finding: finding, effect: .fail))
      case .supplement: supplementing.append(Deciding(finding: finding, effect: .supplement))
      case .pass, .error: break
      }
    }
    return failing + supplementing
  }

  /// Returns the reasons as sentences: the error, the clauses that failed the application, or the clauses to be supplemented.
  ///
  /// Problems with the documents follow, except those that change nothing.
  static func all(_ assessment: Assessment) -> [String] {
    if let failure = assessment.failure { return [failure.message] }
    guard assessment.verdict != .pass else { return [] }
    var reasons: [String] = []
    for item in deciding(assessment) where item.effect == .fail || assessment.verdict == .supplement {
      reasons.append("\(item.finding.kind.title)：\(item.finding.message)")
    }
    return reasons + assessment.problems.filter { $0.effect != .pass }.map(\.message)
  }
}
