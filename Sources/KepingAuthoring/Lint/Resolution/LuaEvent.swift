/// A step in the walk through a file that a rule may report.
///
/// Rules see the events in the order of evaluation; ``LuaReport`` sorts their findings by position.
enum LuaEvent {
  /// A global name is read.
  case globalRead(token: Int, LuaMeaning)
  /// A global name is assigned to.
  case globalAssigned(token: Int)
  /// A member is read, called or assigned to.
  case memberNamed(token: Int, of: LuaMeaning)
  /// A member or an index is assigned to; the token begins the expression.
  case memberAssigned(start: Int, of: LuaMeaning)
  /// A unary operator is applied to a value.
  case unary(operator: Int, LuaKnownValue)
  /// A binary operator is applied to two values.
  case binary(operator: Int, LuaKnownValue, LuaKnownValue)
  /// The condition of a statement is evaluated; the token begins the condition.
  case condition(start: Int, LuaMeaning)
  /// A table has been made, with the meanings of its values.
  case tableMade([LuaTableField], [LuaMeaning])
  /// A value is indexed by an expression in brackets.
  case indexed(LuaMeaning, by: LuaExpression)
  /// A value is called; the token begins the expression that is called.
  case called(LuaMeaning, start: Int, arguments: [LuaExpression])
  /// A local's block has ended.
  case localEnded(variable: Int)
  /// The file cannot be parsed from here on.
  case syntaxFault(LuaSyntaxFault)
  /// All other events have been seen.
  case fileEnded
}
