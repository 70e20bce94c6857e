/// An expression of a Lua file.
///
/// Operators of one precedence and suffixes are lists rather than nested nodes, so that only brackets, functions and
/// right operands add depth, and the parser limits that depth.
struct LuaExpression {
  indirect enum Kind {
    /// A syntax fault comes first.
    case missing
    /// A number, `nil`, `true`, `false`, `...`, or a text with escapes.
    case literal
    /// A text without escapes, as it is.
    case text(String)
    case table([LuaTableField])
    case function(LuaFunctionBody)
    case unary(operator: Int, LuaExpression)
    /// Each operation applies to the result of all before it.
    case binary(LuaExpression, [LuaOperation])
    case name(LuaName)
    case parentheses(LuaExpression)
    case suffixed(LuaExpression, [LuaSuffix])
  }

  let kind: Kind
  let tokens: Range<Int>
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool

  var isCall: Bool {
    if case .suffixed(_, let suffixes) = kind, case .call? = suffixes.last?.kind { true } else { false }
  }

  var isAssignable: Bool {
    switch kind {
    case .name: true
    case .suffixed: !isCall
    default: false
    }
  }

  /// The first token inside any parentheses around it.
  var firstToken: Int {
    var inner = self
    while case .parentheses(let next) = inner.kind { inner = next }
    return inner.tokens.lowerBound
  }
}

/// A name that is read or assigned to.
struct LuaName {
  let token: Int
  /// Whether the arguments of a call follow: a parenthesis or a text.
  let isCalled: Bool
}

/// An operator and its right operand.
struct LuaOperation {
  let sign: Int
  let right: LuaExpression
}

/// A member, an index or a call behind an expression.
struct LuaSuffix {
  enum Kind {
    /// A name behind `.` or `:`.
    case member(name: Int)
    case index(LuaExpression)
    case call([LuaExpression])
  }

  let kind: Kind
  /// The index behind its last token.
  let end: Int
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A field of a table constructor.
struct LuaTableField {
  enum Key {
    case position
    case name(Int)
    case expression(LuaExpression)
  }

  let key: Key
  let value: LuaExpression
}

/// The parameters and the body of a function.
struct LuaFunctionBody {
  /// The parenthesis that opens its parameters.
  let open: Int
  let parameters: [Int]
  /// Whether it has a parameter `self` in front of those written out.
  let isMethod: Bool
  let body: LuaBlock
  /// From `function`, or `local function`, to `end`.
  let tokens: Range<Int>
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}
