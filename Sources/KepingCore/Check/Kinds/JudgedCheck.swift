/// A check that a plugin's function decides; the function is called only if all its operands are known.
public struct JudgedCheck: CheckKind {
  /// The function and its operands.
  public private(set) var call: FunctionCall
  /// The name of the check as shown to clerks.
  public let label: String

  /// Creates a check that a function decides.
  public init(_ call: FunctionCall, label: String) {
    self.call = call
    self.label = label
  }

  var check: Check { .judged(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&call) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> { possible.answers(canBeUnknown: possible.canBeUnknown(call)) }

  func description(in checks: Checks) -> String { label + checks.description(of: call) }

  func topic(in checks: Checks) -> Topic? { Topic(text: label) }

  /// Returns the negation only; who calls the function can change its operands.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] { [context.negated(id)] }
}
