/// The section `selection:` of the configuration: how the applications of a round are ranked and cut.
public struct SelectionSettings: Sendable, Equatable {
  /// The settings of a plan, a project type or a direction of one program.
  public struct Scope: Sendable, Equatable {
    /// The id of the program: `jili-2024`.
    public let program: String
    /// The id of the plan (`jili`), the project type (`4`) or the direction (`4.1`).
    public let key: String
    /// What kind of part the key names.
    public let kind: SubmissionLimit.Scope
    /// The settings.
    public let settings: GroupSettings

    /// Creates a scope.
    public init(program: String, key: String, kind: SubmissionLimit.Scope, settings: GroupSettings) {
      self.program = program
      self.key = key
      self.kind = kind
      self.settings = settings
    }
  }

  /// The scopes, each program and key once; the narrowest one that has a direction wins whole.
  public var scopes: [Scope] = []
  /// The bureau's own limits, in the order of the configuration.
  public var limits: [BureauLimit] = []

  /// Creates settings in which every direction is a group of its own.
  public init() {}
}

/// A limit on what may be submitted that stands in the configuration and not in a guideline.
public struct BureauLimit: Sendable, Equatable {
  /// The part of the round in which applications are counted together.
  public enum Extent: String, Sendable, CaseIterable {
    case direction, projectType, plan
    /// All records of one year.
    case round
  }

  /// The id of the limit as a clause: `selection/limit/1`.
  public let clause: String
  /// The rule in the bureau's words.
  public let text: String
  /// Whose applications are counted together.
  public let per: SubmissionLimit.Holder
  /// The largest number of applications of one holder.
  public let bound: Int
  /// The part of the round in which they are counted.
  public let within: Extent
  /// What becomes of those that are too many.
  public let over: SubmissionLimit.Consequence
  /// The projects in progress that count; nil if none do.
  public let ongoing: SubmissionLimit.Ongoing?

  /// Creates a limit.
  public init(
    clause: String, text: String, per: SubmissionLimit.Holder, bound: Int, within: Extent,
    over: SubmissionLimit.Consequence = .ask, ongoing: SubmissionLimit.Ongoing? = nil
  ) {
    self.clause = clause
    self.text = text
    self.per = per
    self.bound = bound
    self.within = within
    self.over = over
    self.ongoing = ongoing
  }
}
