/// 方向: a topic that applicants can apply for, with its clauses and its scoring criteria.
public struct Direction: Sendable {
  /// The number of the direction in the guideline: `4.1`.
  public let id: String
  /// The title of the direction in the guideline.
  public let title: String
  /// The id of the project type that the direction belongs to.
  public let projectType: String
  /// The clauses in the order of the guideline.
  public var clauses: [Clause]
  /// The criteria of the score, in the order of the score items of a result.
  public var criteria: [Criterion]
  /// The parts of the direction's text that no clause implements, as the plugin declares them.
  public let uncovered: [Uncovered]
  /// What becomes of the points of clauses that do not apply; nil if the plugin does not state it, so that they are lost.
  public let notApplicable: NotApplicablePoints?
  /// The indices in ``clauses`` of the notices that the configuration registers as published.
  public var registered: Set<Int> = []
  /// The period in which applications are accepted; nil if the configuration gives none.
  public var window: Window?

  /// Creates a direction without registered notices and without a window.
  public init(
    id: String, title: String, projectType: String, clauses: [Clause], criteria: [Criterion], uncovered: [Uncovered] = [],
    notApplicable: NotApplicablePoints? = nil
  ) {
    self.id = id
    self.title = title
    self.projectType = projectType
    self.clauses = clauses
    self.criteria = criteria
    self.uncovered = uncovered
    self.notApplicable = notApplicable
  }

  /// Returns the index of a clause's finding in an assessment, or nil if the clause is a limit, which has no finding.
  /// - Parameter clause: the index of the clause in ``clauses``.
  public func findingIndex(ofClause clause: Int) -> Int? {
    guard clauses[clause].kind != .limit else { return nil }
    var index = clause
    for earlier in 0..<clause where clauses[earlier].kind == .limit { index -= 1 }
    return index
  }

  /// The clauses that have findings, in order: all except limits.
  public var answeredClauses: [Clause] { clauses.filter { $0.kind != .limit } }
}

/// The period in which applications of a project type are accepted, both ends included.
public struct Window: Sendable, Equatable {
  /// The first instant at which applications are accepted; nil if there is no start.
  public let opens: Timestamp?
  /// The last instant at which applications are accepted; nil if there is no end.
  public let closes: Timestamp?
  /// The last instant at which corrections are accepted; nil if there is no end.
  public let correctionCloses: Timestamp?
  /// The start as written in the configuration, for messages.
  public let opensText: String
  /// The end as written in the configuration, for messages.
  public let closesText: String
  /// The end for corrections as written in the configuration, for messages.
  public let correctionClosesText: String

  /// Creates a window.
  public init(
    opens: Timestamp?, closes: Timestamp?, correctionCloses: Timestamp?, opensText: String, closesText: String,
    correctionClosesText: String
  ) {
    self.opens = opens
    self.closes = closes
    self.correctionCloses = correctionCloses
    self.opensText = opensText
    self.closesText = closesText
    self.correctionClosesText = correctionClosesText
  }
}

/// 评分项: one item of a direction's score.
public struct Criterion: Sendable {
  /// The id of the clause that the criterion rewards, or `4.1/criterion/1` if it rewards no clause.
  public let id: String
  /// The name of the criterion as shown to people.
  public let title: String
  /// The weight relative to the other criteria of the direction; the host scales the weights to 100 points.
  public var weight: Double
  /// The maximum in tenths of a point; the maxima of a direction add up to 1000.
  public var maximum: Int = 0
  /// The rule that decides what share of the maximum an application earns.
  public var grade: Grade
  /// The index in ``Direction/clauses`` of the clause that the criterion rewards; nil if it rewards none.
  public let clause: Int?

  /// Creates a criterion whose maximum is not computed yet.
  public init(id: String, title: String, weight: Double, grade: Grade, clause: Int?) {
    self.id = id
    self.title = title
    self.weight = weight
    self.grade = grade
    self.clause = clause
  }
}

/// What becomes of the points of clauses that do not apply to an application.
public enum NotApplicablePoints: String, Sendable, CaseIterable {
  /// The application cannot earn them.
  case lost
  /// The other criteria of the application share them, so that its maxima still add up to 100 points.
  case shared
}

/// The rule that decides what share of a criterion's points an application earns.
public indirect enum Grade: Sendable {
  /// A grade for some applicants.
  public struct Tier: Sendable {
    /// The check that decides whether the grade applies.
    public let when: CheckID
    /// The grade of these applicants.
    public let grade: Grade

    /// Creates a tier.
    public init(when: CheckID, grade: Grade) {
      self.when = when
      self.grade = grade
    }
  }

  /// All points if the clause is met, otherwise none.
  case outcome
  /// No points below the bound `from`, 60 % at the bound, rising linearly to all points at `full`.
  case reach(QuantityID, from: Double, full: Bound)
  /// No points at the bound `from`, changing linearly to all points at `full`, which may be above or below `from`.
  case linear(QuantityID, from: Bound, full: Bound)
  /// The share of the checks that are met.
  case share([CheckID])
  /// The value of a quantity as the share; values outside 0...1 are clamped.
  case quantity(QuantityID)
  /// The grade of the first tier that applies, else another grade.
  case tiered([Tier], otherwise: Grade)
}
