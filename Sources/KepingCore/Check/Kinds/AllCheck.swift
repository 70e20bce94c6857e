/// A check that is met if all of several checks are met.
public struct AllCheck: JoinedCheck {
  /// The checks that must be met.
  public internal(set) var children: [CheckID]

  /// Creates a check from the checks that must be met.
  public init(_ children: [CheckID]) { self.children = children }

  static let conjunction = "且"

  var check: Check { .all(self) }
  var opposite: any JoinedCheck { AnyOfCheck(children) }
  var linking: Linking { .and }
  var groupLabel: String? { "同时符合" }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    children.map { possible.truths(of: $0) }.reduce([.met]) { PossibleAnswers.combinations($0, $1, min) }
  }
}
