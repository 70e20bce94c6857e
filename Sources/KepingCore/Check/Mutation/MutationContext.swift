/// The checks and the schema that mutations are made from.
public struct MutationContext: Sendable {
  /// The checks of the program.
  public let checks: Checks
  /// The schema of the program.
  public let schema: Schema

  /// Creates a context from the checks and the schema of a program.
  public init(checks: Checks, schema: Schema) {
    self.checks = checks
    self.schema = schema
  }

  /// Returns the mutations of a check, without those of its components.
  public func mutations(of id: CheckID) -> [Mutation<CheckID>] { checks[id].kind.mutations(of: id, in: self) }

  /// Returns the mutations of a quantity, without those of its components.
  public func mutations(of id: QuantityID) -> [Mutation<QuantityID>] {
    checks[id].source.kind.mutations(of: checks[id], in: self)
  }

  /// Returns a description of a check without the reason for its bound.
  public func description(of id: CheckID) -> String {
    switch checks[id] {
    case .compare(var compare):
      compare.reason = nil
      return compare.description(in: checks)
    case .compareDates(var compare):
      compare.reason = nil
      return compare.description(in: checks)
    case .compareSpan(var compare):
      compare.reason = nil
      return compare.description(in: checks)
    default: return checks.description(of: id)
    }
  }

  /// Returns a mutation that negates a check.
  func negated(_ id: CheckID) -> Mutation<CheckID> { Mutation(.negating(description(of: id)), .not(NotCheck(id))) }

  /// Returns a mutation that replaces a check by another; the descriptions of both say what changes.
  func changed(_ id: CheckID, to kind: some CheckKind) -> Mutation<CheckID> {
    Mutation(.changing(description(of: id), to: kind.description(in: checks)), kind.check)
  }
}
