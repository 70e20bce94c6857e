/// A check that combines the answers of other checks.
protocol JoinedCheck: CheckKind {
  /// The checks that are combined.
  var children: [CheckID] { get set }
  init(_ children: [CheckID])
  /// The same checks, combined by the other conjunction.
  var opposite: any JoinedCheck { get }
  /// The conjunction between two checks in a description: 且.
  static var conjunction: String { get }
}

extension JoinedCheck {
  mutating func visit(_ visitor: inout some PartVisitor) {
    for index in children.indices { visitor.visit(&children[index]) }
  }

  func description(in checks: Checks) -> String {
    children.map { checks.description(of: $0, within: linking) }.joined(separator: "，" + Self.conjunction)
  }

  func topic(in checks: Checks) -> Topic? { nil }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    guard children.count > 1 else { return [] }
    let (old, new) = (Self.conjunction, type(of: opposite).conjunction)
    let parts = children.map { "“\(context.description(of: $0))”" }.joined(separator: "、")
    let change = Wording("\(parts)之间的“\(old)”改为“\(new)”", "change '\(old)' between \(parts) to '\(new)'")
    return [Mutation(change, opposite.check)]
  }

  func leavingOut(component index: Int) -> Check? {
    guard children.count > 1 else { return nil }
    var rest = children
    rest.remove(at: index)
    return Self(rest).check
  }
}
