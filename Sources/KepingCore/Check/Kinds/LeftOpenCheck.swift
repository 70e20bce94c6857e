/// A check that is met if another check is met, and otherwise unknown, so that a person decides.
public struct LeftOpenCheck: CheckKind {
  /// The check whose met answer stands without a person's decision.
  public private(set) var child: CheckID
  /// The reason why a person decides.
  public let reason: String

  /// Creates a check that leaves all but the met answer to a person.
  public init(_ child: CheckID, reason: String) {
    self.child = child
    self.reason = reason
  }

  var check: Check { .leftOpen(self) }
  var linking: Linking { .remark }
  var groupLabel: String? { "不符合的留待人工认定（\(reason)）" }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&child) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set(possible.truths(of: child).map { $0 == .met ? .met : .unknown })
  }

  func description(in checks: Checks) -> String { "\(checks.description(of: child))；不符合的留待人工认定（\(reason)）" }

  func topic(in checks: Checks) -> Topic? { nil }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let description = context.description(of: child)
    return [
      Mutation(change: Wording("“\(description)”不再留待人工认定", "do not leave '\(description)' open")) { [child] _ in child }
    ]
  }
}
