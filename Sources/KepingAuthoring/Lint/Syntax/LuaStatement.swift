/// Statements that share a scope.
struct LuaBlock {
  let statements: [LuaStatement]
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A statement of a Lua file.
///
/// A statement with a syntax fault keeps the parts in front of the fault, so that these are still checked.
struct LuaStatement {
  enum Kind {
    /// `;`, `break`, `goto` and labels, which need no check.
    case plain
    case `return`([LuaExpression])
    case `do`(LuaBlock)
    case `while`(LuaExpression, LuaBlock)
    case `repeat`(LuaBlock, until: LuaExpression)
    case `if`([LuaBranch], else: LuaBlock?)
    case `for`(LuaLoop)
    case function(LuaFunctionName, LuaFunctionBody)
    case localFunction(name: Int, LuaFunctionBody)
    case locals([LuaLocal], values: [LuaExpression])
    /// Targets are only the expressions with an `=` or a `,` behind them; what else a syntax fault leaves is a value.
    case assignment(targets: [LuaExpression], values: [LuaExpression])
    /// A call; with a syntax fault any expression.
    case expression(LuaExpression)
  }

  let kind: Kind
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A condition of an `if`, and what it guards.
struct LuaBranch {
  let condition: LuaExpression
  let block: LuaBlock
}

/// A `for` of either kind.
struct LuaLoop {
  let names: [Int]
  /// The bounds and the step, or what `in` iterates over.
  let values: [LuaExpression]
  let body: LuaBlock
}

/// What a `function` statement assigns to: `name.member:method`.
struct LuaFunctionName {
  let name: LuaName
  /// The names behind `.` and `:`.
  let members: [Int]
  /// Whether a `.` or `:` follows the first name, even if a syntax fault follows that.
  let isMember: Bool
  let isComplete: Bool
}

/// A name that a `local` statement declares.
struct LuaLocal {
  let name: Int
  /// Whether it is declared `<close>`.
  let isClosed: Bool
}
