/// One small change of a check or a quantity itself: a mistake that an author might have made.
public struct Mutation<Part> {
  /// What is changed, in words; they are stable, and a plugin's exceptions name it by them.
  public let change: Wording
  /// Makes the changed part; what it shares with other clauses stays as it is.
  public let build: (inout Checks) -> Part
}

extension Mutation<CheckID> {
  /// One check in the place of another.
  init(_ change: Wording, _ check: Check) { self.init(change: change) { $0.add(check) } }
}

extension Mutation<QuantityID> {
  /// One quantity in the place of another.
  init(_ change: Wording, _ quantity: Quantity) { self.init(change: change) { $0.add(quantity) } }
}
