import KepingCore

/// A call of `fields`, which declares fields of a plugin.
public struct FieldDeclaration: Sendable {
  /// The indices of the fields among the nodes of the schema.
  public let nodes: Range<Int>
  /// The reason why no direction need read some of them; nil if none is given.
  public let reason: String?
  /// The location of the call.
  public let location: SourceLocation
}

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
  /// The calls of `fields`, in order.
  public internal(set) var fieldDeclarations: [FieldDeclaration] = []

  /// The location of a check.
  public subscript(check: CheckID) -> SourceLocation { checks[check.index] }
  /// The location of a quantity.
  public subscript(quantity: QuantityID) -> SourceLocation { quantities[quantity.index] }
  /// The location of a clause, or nil if the program has no clause with that id.
  public subscript(clause id: String) -> SourceLocation? { clauses[id] }
  /// The location of a direction, or nil if the program has no direction with that id.
  public subscript(direction id: String) -> SourceLocation? { directions[id] }
}
