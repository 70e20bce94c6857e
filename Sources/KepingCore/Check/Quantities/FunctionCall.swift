/// A call of a plugin's function.
public struct FunctionCall: Sendable {
  /// The index of the function in the program.
  public let function: Int
  /// The operands in the order in which the function receives them.
  public internal(set) var operands: [Operand]

  /// Creates a call of a function.
  public init(function: Int, operands: [Operand]) {
    self.function = function
    self.operands = operands
  }
}

/// An operand of a plugin's function.
public enum Operand: Sendable {
  /// The value of a quantity.
  case quantity(QuantityID)
  /// Whether a check is met.
  case check(CheckID)
  /// The text of a field.
  case text(slot: Int, label: String, path: String)
  /// The whole record, which is always known.
  case record
}

/// The value of an operand.
public enum OperandValue: Sendable {
  /// The value of a quantity; money is in yuan.
  case number(Double)
  /// Whether a check is met.
  case truth(Bool)
  /// The text of a field.
  case text(String)
  /// The whole record.
  indirect case record(Record)
}
