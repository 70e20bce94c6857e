/// A field is there; its absence is unknown.
public struct GivenCheck: CheckKind {
  public let field: FieldReference

  public init(_ field: FieldReference) { self.field = field }

  var check: Check { .given(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    possible.given.contains(field.slot) ? [.met] : [.met, .unknown]
  }

  func description(in checks: Checks) -> String { "已填写\(field.label)" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
  }
}
