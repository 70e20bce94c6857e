/// A check that is met if a list of texts contains one of its field's known values.
///
/// If the list does not contain the value but a text that is none of the known values, the answer is unknown, because that text
/// may mean the value.
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
    // Any text is well-formed, and a text that is none of the known values makes the answer unknown.
    [.met, .unmet, .unknown]
  }

  func description(in checks: Checks) -> String { "\(field.label)包括\(field.choices[known].label)" }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
  }
}
