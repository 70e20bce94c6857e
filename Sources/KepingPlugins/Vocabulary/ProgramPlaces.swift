import KepingCore

/// Where the parts of a program are written, for those who look for what is wrong with them.
public struct ProgramPlaces: Sendable {
  /// By the check's place among the program's.
  var checks: [SourcePlace] = []
  var quantities: [SourcePlace] = []
  /// By clause id and direction.
  var clauses: [String: SourcePlace] = [:]
  var directions: [String: SourcePlace] = [:]

  /// Where a check is written.
  public subscript(check: CheckID) -> SourcePlace { checks[check.index] }
  /// Where a quantity is written.
  public subscript(quantity: QuantityID) -> SourcePlace { quantities[quantity.index] }
  /// Where a clause is written; nil where the program has none of that id.
  public subscript(clause id: String) -> SourcePlace? { clauses[id] }
  /// Where a direction is written.
  public subscript(direction id: String) -> SourcePlace? { directions[id] }
}
