import KepingCore
import KepingPlugins

/// A syntax error at a token.
struct LuaSyntaxFault {
  /// The index of the offending token; the number of tokens if the file ends too early.
  let token: Int
  /// What the grammar expects there; nil if the error is of another kind.
  let expected: LuaExpectation?
  var wording: Wording
  /// The 1-based line and column that the message is about, if it is not the token's.
  var position: (line: Int, column: Int)?
}

/// What the grammar of Lua expects at a syntax error.
enum LuaExpectation {
  /// A keyword or symbol, such as `then`.
  case symbol(String)
  /// The keyword or symbol that closes what an earlier token opened.
  case closing(String, open: Int)
  case name
  case value
  case statement
  /// The `=` of an assignment, or the arguments that make an expression a call.
  case assignmentOrCall
  /// The `=` or `in` of a `for`.
  case loopValues
  /// The arguments of a method.
  case arguments

  /// Returns the expectation as a noun phrase.
  func wording(_ tokens: [LuaToken]) -> Wording {
    switch self {
    case .symbol(let written): Wording("“\(written)”", "'\(written)'")
    case .closing(let written, let open):
      Wording(
        "“\(written)”（与第\(tokens[open].line)行的“\(tokens.opener(open))”对应）",
        "'\(written)' (to close '\(tokens.opener(open))' on line \(tokens[open].line))")
    case .name: Wording("名称", "a name")
    case .value: Wording("值", "a value")
    case .statement: Wording("语句", "a statement")
    case .assignmentOrCall: Wording("“=”或调用", "'=' or a call")
    case .loopValues: Wording("“=”或“in”", "'=' or 'in'")
    case .arguments: Wording("“(”，方法要带参数调用", "the arguments of a method call")
    }
  }
}

extension [LuaToken] {
  /// Returns the text of a token that opens something; for a local function, `function`.
  func opener(_ index: Int) -> String { self[index].written == "local" ? "function" : self[index].written }
}
