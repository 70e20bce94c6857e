/// A check that is met if a list has no elements.
public struct NoneCheck: CheckKind {
  /// The list.
  public let field: FieldReference

  /// Creates a check for an empty list.
  public init(_ field: FieldReference) { self.field = field }

  var check: Check { .none(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set([.met, .unmet]).union(possible.absence(of: field).map(\.negated))
  }

  func description(in checks: Checks) -> String { "没有\(field.label)" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.changed(id, to: SomeCheck(field))]
  }
}
