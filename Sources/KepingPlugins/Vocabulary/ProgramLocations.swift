import KepingCore

/// The source locations of a program's parts, for diagnostics.
public struct ProgramLocations: Sendable {
  /// The locations of the checks, by index.
  var checks: [SourceLocation] = []
  /// The locations of the quantities, by index.
  var quantities: [SourceLocation] = []
  /// The locations of the clauses, by clause id.
  var clauses: [String: SourceLocation] = [:]
  /// The locations of the directions, by id.
  var directions: [String: SourceLocation] = [:]

  /// The location of a check.
  public subscript(check: CheckID) -> SourceLocation { checks[check.index] }
  /// The location of a quantity.
  public subscript(quantity: QuantityID) -> SourceLocation { quantities[quantity.index] }
  /// The location of a clause, or nil if the program has no clause with that id.
  public subscript(clause id: String) -> SourceLocation? { clauses[id] }
  /// The location of a direction, or nil if the program has no direction with that id.
  public subscript(direction id: String) -> SourceLocation? { directions[id] }
}
