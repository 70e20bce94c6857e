/// A check that is met if a choice has one of several known values.
public struct IsOneCheck: CheckKind {
  /// The field with the choice.
  public let field: FieldReference
  /// The indices of the values among the choices of the field.
  public let known: Set<Int>

  /// Creates a check for values by their indices among the choices of the field.
  public init(_ field: FieldReference, known: Set<Int>) {
    self.field = field
    self.known = known
  }

  var check: Check { .isOne(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    PossibleAnswers.answers(of: field, among: known).union(possible.absence(of: field))
  }

  func description(in checks: Checks) -> String { "\(field.label)为" + field.description(of: known) }

  func topic(in checks: Checks) -> Topic? { Topic(text: field.label, isSecondary: true) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
      + field.leavingOneOut(of: known).map { label, rest in
        Mutation(.leavingOut(label, of: context.description(of: id)), .isOne(IsOneCheck(field, known: rest)))
      }
  }
}
