import KepingCore

/// A round: the applications of a batch with the files beside them.
public struct Round: Sendable {
  /// The groups, directions and limits.
  public let plan: RoundPlan
  /// The applications, in any order.
  public let entries: [Entry]
  /// What experts gave, in any order.
  public let panel: [PanelScore]
  /// The projects in progress, in any order.
  public let ongoing: [OngoingProject]
  /// The amounts granted, in any order.
  public let grants: [Grant]
  /// The applications by id.
  let index: EntryIndex

  /// Creates a round.
  public init(
    plan: RoundPlan, entries: [Entry], panel: [PanelScore] = [], ongoing: [OngoingProject] = [], grants: [Grant] = []
  ) {
    self.plan = plan
    self.entries = entries
    self.panel = panel
    self.ongoing = ongoing
    self.grants = grants
    index = EntryIndex(entries)
  }
}
