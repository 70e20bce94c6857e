/// A check that negates another check.
public struct NotCheck: CheckKind {
  /// The check that is negated.
  public private(set) var child: CheckID

  /// Creates the negation of a check.
  public init(_ child: CheckID) { self.child = child }

  var check: Check { .not(self) }
  var groupLabel: String? { "不符合" }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&child) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> { Set(possible.truths(of: child).map(\.negated)) }

  func description(in checks: Checks) -> String { "不是“\(checks.description(of: child))”" }

  func topic(in checks: Checks) -> Topic? { nil }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let description = context.description(of: child)
    return [
      Mutation(change: Wording("去掉“不是“\(description)””的“不是”", "do not turn '\(description)' round")) { [child] _ in child }
    ]
  }
}
