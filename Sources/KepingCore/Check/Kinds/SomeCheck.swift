/// A check that is met if a list has elements.
public struct SomeCheck: CheckKind {
  /// The list.
  public let field: FieldReference

  /// Creates a check for a list with elements.
  public init(_ field: FieldReference) { self.field = field }

  var check: Check { .some(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set([.met, .unmet]).union(possible.absence(of: field))
  }

  func description(in checks: Checks) -> String { "有\(field.label)" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.changed(id, to: NoneCheck(field))]
  }
}
