import KepingCore

/// Where the parts of a program are written, for those who look for what is wrong with them.
public struct ProgramLocations: Sendable {
  /// By the check's place among the program's.
  var checks: [SourceLocation] = []
  var quantities: [SourceLocation] = []
  /// By clause id and direction.
  var clauses: [String: SourceLocation] = [:]
  var directions: [String: SourceLocation] = [:]

  /// Where a check is written.
  public subscript(check: CheckID) -> SourceLocation { checks[check.index] }
  /// Where a quantity is written.
  public subscript(quantity: QuantityID) -> SourceLocation { quantities[quantity.index] }
  /// Where a clause is written; nil where the program has none of that id.
  public subscript(clause id: String) -> SourceLocation? { clauses[id] }
  /// Where a direction is written.
  public subscript(direction id: String) -> SourceLocation? { directions[id] }
}
