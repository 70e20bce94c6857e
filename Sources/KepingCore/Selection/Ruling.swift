/// 裁定: what a person has decided about one clause of one application.
public struct Ruling: Sendable, Equatable {
  /// The decision itself.
  public enum Decision: Sendable, Equatable {
    /// The outcome of a clause, of a problem or of a limit; never `unknown`.
    case outcome(Outcome)
    /// The position of the application within its tie; 1 is first.
    case position(Int)
  }

  /// The clause under which the order within a tie is ruled.
  public static let tie = "tie"

  /// The id of the application.
  public let application: String
  /// The id of the clause or limit, the code of a problem, or ``tie``.
  public let clause: String
  /// The decision.
  public let decision: Decision
  /// The reason, which is not blank.
  public let reason: String
  /// The person who decided, which is not blank.
  public let by: String
  /// The day of the decision.
  public let on: CalendarDate
  /// The person who confirmed the decision, who is not the one who made it; nil if nobody has.
  public let confirmedBy: String?
  /// The material on which the decision is based.
  public let basis: String?
  /// The fingerprint of the finding that was decided on, such as `ab12-34cd-56ef-7890`; nil if it was not given.
  public let check: String?
  /// The row of the ruling.
  public let cell: SourceCell

  /// Creates a ruling.
  public init(
    application: String, clause: String, decision: Decision, reason: String, by: String, on: CalendarDate,
    confirmedBy: String? = nil, basis: String? = nil, check: String? = nil, cell: SourceCell
  ) {
    self.application = application
    self.clause = clause
    self.decision = decision
    self.reason = reason
    self.by = by
    self.on = on
    self.confirmedBy = confirmedBy
    self.basis = basis
    self.check = check
    self.cell = cell
  }
}

/// Which rulings need to be confirmed by a second person.
public enum RulingConfirmation: String, Sendable, CaseIterable {
  case never, always
  /// Rulings to `met` or `notApplicable` of what was neither.
  case pass
}
