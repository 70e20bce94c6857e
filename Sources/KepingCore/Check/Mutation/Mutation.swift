/// A small change of a check or a quantity, like a mistake that an author might make.
public struct Mutation<Part> {
  /// The description of the change.
  ///
  /// It must stay stable, because the exceptions of a plugin's tests refer to it.
  public let change: Wording
  /// Adds the changed part to the checks; parts shared with other clauses stay unchanged.
  public let build: (inout Checks) -> Part
}

extension Mutation<CheckID> {
  /// Creates a mutation that replaces a check by another.
  init(_ change: Wording, _ check: Check) { self.init(change: change) { $0.add(check) } }
}

extension Mutation<QuantityID> {
  /// Creates a mutation that replaces a quantity by another.
  init(_ change: Wording, _ quantity: Quantity) { self.init(change: change) { $0.add(quantity) } }
}
