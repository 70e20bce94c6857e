/// 限项: the number of applications that one applicant, unit or leader may submit.
///
/// It says nothing about a single application, so it has no finding. It counts the applications of one year's program.
public struct SubmissionLimit: Sendable, Equatable {
  /// Whose applications are counted together.
  public enum Holder: String, Sendable, CaseIterable {
    /// 申报单位.
    case applicant
    /// 项目负责人.
    case leader
    /// Every unit that takes part, as applicant or as partner.
    case unit
  }

  /// The part of the program in which applications are counted together.
  public enum Scope: String, Sendable, CaseIterable {
    case direction, projectType, plan
  }

  /// What becomes of the applications of a holder who has more than the bound.
  public enum Consequence: String, Sendable, CaseIterable {
    /// A person decides.
    case ask
    /// All of them are left out.
    case all
    /// Those with the best scores stay.
    case best
    /// Those that were submitted first stay.
    case earliest
  }

  /// The projects in progress that count beside the applications.
  public enum Ongoing: String, Sendable, CaseIterable {
    /// Projects that are running, and those whose time is over and that have not been accepted.
    case all
    /// Projects whose time is over and that have not been accepted.
    case overdue
  }

  /// What a limit says besides its bound.
  public struct Terms: Sendable, Equatable {
    /// Whose applications are counted together.
    public let per: Holder
    /// The part of the program in which they are counted.
    public let within: Scope
    /// What becomes of those that are too many.
    public let over: Consequence
    /// The projects in progress that count; nil if none do.
    public let ongoing: Ongoing?

    /// Creates terms.
    public init(per: Holder, within: Scope, over: Consequence = .ask, ongoing: Ongoing? = nil) {
      self.per = per
      self.within = within
      self.over = over
      self.ongoing = ongoing
    }
  }

  /// A direction, a project type or the plan, whose applications a limit counts together.
  public struct Group: Sendable, Hashable {
    /// What kind of part it is.
    public let scope: Scope
    /// The id of the direction, project type or plan.
    public let id: String

    /// Creates a group.
    public init(scope: Scope, id: String) {
      self.scope = scope
      self.id = id
    }
  }

  /// The id of the clause: `4.1/limit/1`, or `jili/limit/1` outside of directions.
  public let clause: String
  /// The sentence of the guideline, verbatim.
  public let quote: String
  /// The largest number of applications of one holder.
  public let bound: Int
  /// What the limit says besides its bound.
  public let terms: Terms
  /// The id of the direction in which the limit stands; nil if it stands outside of directions.
  public let direction: String?

  /// Creates a limit.
  public init(clause: String, quote: String, bound: Int, terms: Terms, direction: String?) {
    self.clause = clause
    self.quote = quote
    self.bound = bound
    self.terms = terms
    self.direction = direction
  }

  /// Returns the group with which the limit counts the applications of a direction, or nil if it does not apply to them.
  ///
  /// A limit that stands in a direction applies to this direction, or to the project type or plan that contains it. A limit
  /// outside of directions counts each direction, each project type or the whole plan by itself.
  public func group(of direction: Direction, in program: Program) -> Group? {
    let home = self.direction.map { id in program.directions.first { $0.id == id } }
    switch terms.within {
    case .direction:
      guard self.direction == nil || self.direction == direction.id else { return nil }
      return Group(scope: .direction, id: direction.id)
    case .projectType:
      guard home == nil || home??.projectType == direction.projectType else { return nil }
      return Group(scope: .projectType, id: direction.projectType)
    case .plan: return Group(scope: .plan, id: program.plan.id)
    }
  }
}

extension Program {
  /// The limits on what may be submitted: those outside of directions, then those of each direction.
  public var submissionLimits: [SubmissionLimit] {
    (clauses + directions.flatMap(\.clauses)).compactMap(\.submission)
  }

  /// Returns the limits that apply to the applications of a direction, wherever they stand.
  public func submissionLimits(for direction: Direction) -> [SubmissionLimit] {
    submissionLimits.filter { $0.group(of: direction, in: self) != nil }
  }
}
