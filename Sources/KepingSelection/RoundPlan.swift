import KepingCore

/// The groups, directions and limits of a round: what the catalogue and the settings say before any application is known.
public struct RoundPlan: Sendable {
  /// A direction with the group that ranks it.
  public struct Direction: Sendable {
    /// The id of the direction.
    public let id: String
    /// The title of the direction.
    public let title: String
    /// The year of the guideline.
    public let year: Int
    /// Whether its program is on.
    public let isOn: Bool
    /// The index of its group in ``RoundPlan/groups``.
    public let group: Int
    /// The largest number of its applications that are selected, with the limit that says so; nil if no limit does.
    public let bound: AcceptanceLimit?
  }

  /// The applications that are ranked together.
  public struct Group: Sendable {
    /// The key of the settings, or the id of the direction if there are none: `4`.
    public let key: String
    /// The title of the plan, project type or direction.
    public let title: String
    /// The year of the guideline.
    public let year: Int
    /// The id of the program.
    public let program: String
    /// How the applications are scored, ordered and cut.
    public let settings: GroupSettings
    /// The indices of its directions in ``RoundPlan/directions``.
    public internal(set) var directions: [Int]
  }

  /// A limit on what may be submitted in one part of a round.
  public struct Limit: Sendable {
    /// The id of the clause.
    public let clause: String
    /// The sentence of the guideline, or the rule in the bureau's words.
    public let quote: String
    /// Whose applications are counted together.
    public let per: SubmissionLimit.Holder
    /// The largest number of applications of one holder.
    public let bound: Int
    /// What becomes of those that are too many.
    public let over: SubmissionLimit.Consequence
    /// The projects in progress that count; nil if none do.
    public let ongoing: SubmissionLimit.Ongoing?
    /// The year whose applications are counted.
    public let year: Int
    /// The indices of the directions whose applications are counted together; nil for all records of the year.
    public let directions: [Int]?
  }

  /// The directions of all programs, in the order of the guideline.
  public internal(set) var directions: [Direction] = []
  /// The groups: by year, then in the order of the guideline by their first direction.
  public internal(set) var groups: [Group] = []
  /// The limits, each once for every part of the round that it counts by itself, in the order in which a line lists them.
  public internal(set) var limits: [Limit] = []
  /// The indices of the limits that count the applications of each direction, ascending.
  var limitsOfDirection: [[Int]] = []
  /// The directions by year and id.
  var indices: [Name: Int] = [:]

  /// A direction as an application names it.
  struct Name: Hashable {
    let year: Int
    let id: String
  }

  /// Returns the index of a direction in ``directions``; nil if no program has it.
  public func direction(year: Int, id: String) -> Int? { indices[Name(year: year, id: id)] }

  /// Returns the paths of the fields of the record by which the group of a direction is ordered, whose values are in
  /// ``Entry/orderValues``; the same path may stand twice.
  public func orderFields(ofDirection index: Int) -> [String] {
    groups[directions[index].group].settings.order.compactMap { if case .field(let path) = $0.subject { path } else { nil } }
  }
}
