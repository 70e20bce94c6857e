/// Something in a file that a rule may object to.
///
/// Rules see the events in the order of evaluation, which is the order of their findings.
enum LuaEvent {
  case globalRead(token: Int, LuaMeaning)
  case globalAssigned(token: Int)
  /// A member is read, called or assigned to.
  case memberNamed(token: Int, of: LuaMeaning)
  /// A member or an index is assigned to; the token begins the expression.
  case memberAssigned(start: Int, of: LuaMeaning)
  case unary(operator: Int, LuaKnownValue)
  case binary(operator: Int, LuaKnownValue, LuaKnownValue)
  /// The condition of a statement; the token begins it.
  case condition(start: Int, LuaMeaning)
  /// A local's block has ended.
  case localEnded(variable: Int)
  /// The file cannot be parsed from here on.
  case syntaxFault(LuaSyntaxFault)
  /// All other events have been seen.
  case fileEnded
}
