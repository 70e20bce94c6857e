/// A check that is met if a division code begins with a prefix.
public struct WithinCheck: CheckKind {
  /// The field with the division code.
  public let field: FieldReference
  /// The digits that the code must begin with.
  public let prefix: Bytes
  /// The name of the area with the prefix.
  public let area: String

  /// Creates a check for an area by its prefix and name.
  public init(_ field: FieldReference, prefix: Bytes, area: String) {
    self.field = field
    self.prefix = prefix
    self.area = area
  }

  var check: Check { .within(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.slot(field.slot)) }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    Set([.met, .unmet]).union(possible.absence(of: field))
  }

  func description(in checks: Checks) -> String { "\(field.label)在\(area)（\(prefix.text)开头）" }

  func topic(in checks: Checks) -> Topic? { nil }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    [context.negated(id)]
      + Self.shorter(prefix).map { context.changed(id, to: WithinCheck(field, prefix: $0, area: area)) }
  }

  /// Returns the prefix without its last digit as the only element; empty if the prefix is a single digit.
  static func shorter(_ prefix: Bytes) -> [Bytes] { prefix.count > 1 ? [Bytes(prefix.dropLast())] : [] }
}
