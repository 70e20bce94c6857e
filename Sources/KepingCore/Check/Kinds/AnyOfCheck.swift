/// A check that is met if at least one of several checks is met.
public struct AnyOfCheck: JoinedCheck {
  /// The checks of which at least one must be met.
  public internal(set) var children: [CheckID]

  /// Creates a check from the checks of which at least one must be met.
  public init(_ children: [CheckID]) { self.children = children }

  static let conjunction = "或"

  var check: Check { .anyOf(self) }
  var opposite: any JoinedCheck { AllCheck(children) }
  var linking: Linking { .or }
  var groupLabel: String? { "符合其一" }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    children.map { possible.truths(of: $0) }.reduce([.unmet]) { PossibleAnswers.combinations($0, $1, max) }
  }
}
