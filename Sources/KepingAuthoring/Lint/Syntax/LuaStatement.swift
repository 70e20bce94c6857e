/// Statements that share a scope.
struct LuaBlock {
  let statements: [LuaStatement]
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A statement of a Lua file.
///
/// A statement with a syntax fault keeps the parts before the fault, so that they are still checked.
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
    /// An assignment; after a syntax fault, an expression without `=` or `,` after it counts as a value.
    case assignment(targets: [LuaExpression], values: [LuaExpression])
    /// A call; after a syntax fault, any expression.
    case expression(LuaExpression)
  }

  let kind: Kind
  /// Whether no syntax fault comes before its end.
  let isComplete: Bool
}

/// A branch of an `if`, with its condition.
struct LuaBranch {
  let condition: LuaExpression
  let block: LuaBlock
}

/// A numerical or generic `for`.
struct LuaLoop {
  let names: [Int]
  /// The bounds and step, or the expressions after `in`.
  let values: [LuaExpression]
  let body: LuaBlock
}

/// The target of a `function` statement: `name.member:method`.
struct LuaFunctionName {
  let name: LuaName
  /// The tokens of the names after `.` and `:`.
  let members: [Int]
  /// Whether a `.` or `:` follows the first name, even if a syntax fault follows that.
  let isMember: Bool
  let isComplete: Bool
}

/// A name that a `local` statement declares.
struct LuaLocal {
  /// The token of the name.
  let name: Int
  /// Whether it is declared `<close>`.
  let isClosed: Bool
}
