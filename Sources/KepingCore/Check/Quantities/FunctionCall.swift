/// A plugin's function with what it is given.
public struct FunctionCall: Sendable {
  /// Its place among the functions of the program.
  public let function: Int
  public internal(set) var operands: [Operand]

  public init(function: Int, operands: [Operand]) {
    self.function = function
    self.operands = operands
  }
}

/// What a plugin's function is given.
public enum Operand: Sendable {
  case quantity(QuantityID)
  /// Whether a check is met.
  case check(CheckID)
  /// The text of a field.
  case text(slot: Int, label: String, path: String)
  /// The whole record, which is always known.
  case record
}

/// An operand's value.
public enum OperandValue: Sendable {
  case number(Double)
  case truth(Bool)
  case text(String)
  indirect case record(Record)
}
