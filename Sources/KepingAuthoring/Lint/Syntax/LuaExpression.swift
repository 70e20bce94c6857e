/// An expression of a Lua file.
///
/// Operators of one precedence and suffixes are lists rather than nested nodes, so that only brackets, functions and
/// right operands add depth, and the parser limits that depth.
struct LuaExpression {
  indirect enum Kind {
    /// No expression, because a syntax fault comes first.
    case missing
    /// A number, `nil`, `true`, `false`, `...`, or a string with escapes.
    case literal
    /// A string literal without escapes, and its value.
    case text(String)
    /// A table constructor.
    case table([LuaTableField])
    case function(LuaFunctionBody)
    /// A unary operator, by its token, and its operand.
    case unary(operator: Int, LuaExpression)
    /// A chain of binary operators, each applied to the result of the previous ones.
    case binary(LuaExpression, [LuaOperation])
    case name(LuaName)
    case parentheses(LuaExpression)
    /// A name or parentheses with members, indexes and calls.
    case suffixed(LuaExpression, [LuaSuffix])
  }

  let kind: Kind
  /// The indexes of the expression's tokens.
  let tokens: Range<Int>
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool

  /// Whether the expression ends with a call.
  var isCall: Bool {
    if case .suffixed(_, let suffixes) = kind, case .call? = suffixes.last?.kind { true } else { false }
  }

  /// Whether Lua allows an assignment to the expression.
  var isAssignable: Bool {
    switch kind {
    case .name: true
    case .suffixed: !isCall
    default: false
    }
  }

  /// The index of the first token inside all parentheses that enclose the expression.
  var firstToken: Int {
    var inner = self
    while case .parentheses(let next) = inner.kind { inner = next }
    return inner.tokens.lowerBound
  }
}

/// A name that is read or assigned to.
struct LuaName {
  let token: Int
  /// Whether a parenthesis or a string literal follows, which begins the arguments of a call.
  let isCalled: Bool
}

/// An operator and its right operand.
struct LuaOperation {
  /// The token of the operator.
  let sign: Int
  let right: LuaExpression
}

/// A member, an index or a call after an expression.
struct LuaSuffix {
  enum Kind {
    /// A name after `.` or `:`.
    case member(name: Int)
    case index(LuaExpression)
    case call([LuaExpression])
  }

  let kind: Kind
  /// The index after its last token.
  let end: Int
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A field of a table constructor.
struct LuaTableField {
  enum Key {
    /// No key: the value has the next position of the list.
    case position
    case name(Int)
    case expression(LuaExpression)
  }

  let key: Key
  let value: LuaExpression
}

/// The parameters and the body of a function.
struct LuaFunctionBody {
  /// The token of the parenthesis that opens the parameters.
  let open: Int
  /// The tokens of the parameters' names.
  let parameters: [Int]
  /// Whether the function has an implicit first parameter `self`.
  let isMethod: Bool
  let body: LuaBlock
  /// The indexes of the tokens from `function` or `local function` to `end`.
  let tokens: Range<Int>
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}
