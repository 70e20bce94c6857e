/// A check that is met if a flag is true.
public struct IsTrueCheck: CheckKind {
  /// The flag.
  public let field: FieldReference

  /// Creates a check of a flag.
  public init(_ field: FieldReference) { self.field = field }

  var check: Check { .isTrue(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set([.met, .unmet]).union(possible.absence(of: field))
  }

  func description(in checks: Checks) -> String { "\(field.label)为“是”" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
  }
}
