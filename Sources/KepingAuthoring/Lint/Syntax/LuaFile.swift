import KepingCore
import KepingPlugins

/// The syntax tree of a Lua file, with the tokens that its nodes point to.
///
/// Nodes refer to tokens by their index in ``tokens``.
struct LuaFile {
  let tokens: [LuaToken]
  /// The position behind the last character.
  let end: (line: Int, column: Int)
  /// The statements, up to the syntax fault if there is one.
  let block: LuaBlock
  /// The first position at which the file stops being Lua.
  let fault: LuaSyntaxFault?

  init(_ source: Bytes) {
    let tokens = LuaTokens(source)
    var parser = LuaParser(LuaExpressionParser(cursor: LuaTokenCursor(tokens.tokens), source: source))
    self.tokens = tokens.tokens
    end = (tokens.line, tokens.column)
    block = parser.chunk()
    fault = parser.expressions.cursor.fault
  }

  func written(_ token: Int) -> String { tokens[token].written }

  /// The lines from the first of these tokens to the last.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> {
    let first = tokens[range.lowerBound].line
    return first...max(first, tokens[max(range.lowerBound, range.upperBound - 1)].line)
  }
}

/// A position at which a file is not Lua, and what is expected there.
struct LuaSyntaxFault {
  /// The offending token; the number of tokens where the file ends too early.
  let token: Int
  let wording: Wording
}
