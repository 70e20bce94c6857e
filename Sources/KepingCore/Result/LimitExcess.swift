/// The holders who have more applications in a group than a limit allows.
public struct LimitExcess: Sendable, Equatable {
  /// An applicant, unit or leader with too many applications.
  public struct Holder: Sendable, Equatable {
    /// The name as it was written in an application; that of a leader without an id number is followed by the applicant's in
    /// brackets.
    public let name: String
    /// The number of applications.
    public let applications: Int
    /// The ids of the first of the applications that exceed the limit, in the order of the input.
    ///
    /// The applications up to the bound are not among them: they are only counted, because keeping their ids would take memory
    /// for every application.
    public let ids: [String]

    /// Creates a holder.
    public init(name: String, applications: Int, ids: [String]) {
      self.name = name
      self.applications = applications
      self.ids = ids
    }
  }

  /// The program that has the limit.
  public let program: ProgramReference
  /// The limit.
  public let limit: SubmissionLimit
  /// The group in which the applications were counted.
  public let group: SubmissionLimit.Group
  /// The number of holders who have too many applications.
  public let count: Int
  /// The first of these holders, sorted by name.
  public let holders: [Holder]

  /// Creates an excess.
  public init(
    program: ProgramReference, limit: SubmissionLimit, group: SubmissionLimit.Group, count: Int, holders: [Holder]
  ) {
    self.program = program
    self.limit = limit
    self.group = group
    self.count = count
    self.holders = holders
  }
}
