/// A check that is met if a field is present, and unknown if it is absent.
public struct GivenCheck: CheckKind {
  /// The field that must be present.
  public let field: FieldReference

  /// Creates a check for the presence of a field.
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
