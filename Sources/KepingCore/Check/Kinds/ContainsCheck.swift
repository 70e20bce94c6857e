/// A check that is met if a list of texts contains one of its field's known values.
public struct ContainsCheck: CheckKind {
  /// The list of texts.
  public let field: FieldReference
  /// The index of the value among the choices of the field.
  public let known: Int

  /// Creates a check for a value by its index among the choices of the field.
  public init(_ field: FieldReference, known: Int) {
    self.field = field
    self.known = known
  }

  var check: Check { .contains(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.text(known, slot: field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set([.met, .unmet]).union(possible.absence(of: field))
  }

  func description(in checks: Checks) -> String { "\(field.label)包括\(field.choices[known].label)" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
  }
}
