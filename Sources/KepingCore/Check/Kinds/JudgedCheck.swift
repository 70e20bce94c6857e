/// What a plugin's function answers; it is called where all its operands are known.
public struct JudgedCheck: CheckKind {
  public private(set) var call: FunctionCall
  public let label: String

  public init(_ call: FunctionCall, label: String) {
    self.call = call
    self.label = label
  }

  var check: Check { .judged(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(&call) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> { possible.answers(canBeUnknown: possible.canBeUnknown(call)) }

  func description(in checks: Checks) -> String { label + checks.description(of: call) }

  func topic(in checks: Checks) -> Topic? { Topic(text: label) }

  /// The function itself is Lua, and stays.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] { [context.negated(id)] }
}
