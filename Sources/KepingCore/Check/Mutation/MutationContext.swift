/// What the changes of a check or a quantity are made from, besides itself.
public struct MutationContext: Sendable {
  public let checks: Checks
  public let schema: Schema

  public init(checks: Checks, schema: Schema) {
    self.checks = checks
    self.schema = schema
  }

  /// The changes of a check itself, without those of its components.
  public func mutations(of id: CheckID) -> [Mutation<CheckID>] { checks[id].kind.mutations(of: id, in: self) }

  /// The changes of a quantity itself, without those of its components.
  public func mutations(of id: QuantityID) -> [Mutation<QuantityID>] {
    checks[id].source.kind.mutations(of: checks[id], in: self)
  }

  /// A check in words, without the reason for its bound.
  public func description(of id: CheckID) -> String {
    guard case .compare(var compare) = checks[id] else { return checks.description(of: id) }
    compare.reason = nil
    return compare.description(in: checks)
  }

  func negated(_ id: CheckID) -> Mutation<CheckID> { Mutation(.negating(description(of: id)), .not(NotCheck(id))) }

  /// A check in the place of another, where the words of both say what is changed.
  func changed(_ id: CheckID, to kind: some CheckKind) -> Mutation<CheckID> {
    Mutation(.changing(description(of: id), to: kind.description(in: checks)), kind.check)
  }
}
