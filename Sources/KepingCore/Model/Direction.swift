/// 方向: what may be applied for, with its clauses and how it is scored.
public struct Direction: Sendable {
  public let id: String
  public let title: String
  public let projectType: String
  /// In the order of the guideline.
  public var clauses: [Clause]
  public var criteria: [Criterion]
  /// Words of its part of the guideline that no clause answers for, as the plugin says.
  public let uncovered: [Uncovered]
  /// Whether a notice's clause is registered in the configuration, by place in `clauses`.
  public var registered: Set<Int> = []
  /// When applications are accepted, where the configuration says so.
  public var window: Window?

  public init(
    id: String, title: String, projectType: String, clauses: [Clause], criteria: [Criterion], uncovered: [Uncovered] = []
  ) {
    self.id = id
    self.title = title
    self.projectType = projectType
    self.clauses = clauses
    self.criteria = criteria
    self.uncovered = uncovered
  }

  /// The place of a clause's finding among those of an evaluation; nil for a limit, which has none.
  public func finding(of clause: Int) -> Int? {
    guard clauses[clause].kind != .limit else { return nil }
    var index = clause
    for earlier in 0..<clause where clauses[earlier].kind == .limit { index -= 1 }
    return index
  }

  /// The clauses that have findings, in order.
  public var answeredClauses: [Clause] { clauses.filter { $0.kind != .limit } }
}

/// When applications of a project type are accepted; both ends belong to the window.
public struct Window: Sendable, Equatable {
  public let opens: Timestamp?
  public let closes: Timestamp?
  /// Until when corrections are accepted, as written in the configuration.
  public let correctionCloses: String?
  /// As written in the configuration, for messages.
  public let opensText: String
  public let closesText: String

  public init(
    opens: Timestamp?, closes: Timestamp?, correctionCloses: String?, opensText: String, closesText: String
  ) {
    self.opens = opens
    self.closes = closes
    self.correctionCloses = correctionCloses
    self.opensText = opensText
    self.closesText = closesText
  }
}

/// One item of a direction's score.
public struct Criterion: Sendable {
  /// The id of the clause it rewards, or `4.1/criterion/1` for one of its own.
  public let id: String
  public let title: String
  /// Relative to the other criteria of the direction; the host scales them to 100.
  public var weight: Double
  /// The most points, in tenths; the maxima of a direction add up to 1000.
  public var maximum: Int = 0
  public var grade: Grade
  /// The clause it rewards, by place in the direction.
  public let clause: Int?

  public init(id: String, title: String, weight: Double, grade: Grade, clause: Int?) {
    self.id = id
    self.title = title
    self.weight = weight
    self.grade = grade
    self.clause = clause
  }
}

/// How much of a criterion's points an application earns.
public enum Grade: Sendable {
  /// All where the clause is met, else none.
  case outcome
  /// From 60 % at the bound to all at `full`; none below the bound.
  case reach(QuantityID, from: Double, full: Bound)
  /// The part of the checks that is met.
  case share([CheckID])
  /// A quantity between 0 and 1.
  case quantity(QuantityID)
}
