import KepingCore
import KepingPlugins

/// The syntax tree of a Lua file, with the tokens that its nodes point to.
///
/// Nodes refer to tokens by their index in ``tokens``.
struct LuaFile {
  let tokens: [LuaToken]
  /// The 1-based line and column after the last character.
  let end: (line: Int, column: Int)
  /// The statements, up to the syntax fault if there is one.
  let block: LuaBlock
  /// The first syntax fault, with what to do about it.
  let fault: LuaSyntaxFault?
  private let source: Bytes

  /// Parses a file.
  init(_ source: Bytes) {
    let tokens = LuaTokens(source)
    var parser = LuaParser(LuaExpressionParser(cursor: LuaTokenCursor(tokens.tokens), source: source))
    self.source = source
    self.tokens = tokens.tokens
    end = (tokens.line, tokens.column)
    block = parser.chunk()
    fault = parser.expressions.cursor.fault.map { LuaSyntaxAdvice(source, tokens.tokens, $0).improved }
  }

  /// Returns the text of a token.
  func written(_ token: Int) -> String { tokens[token].written }

  /// Returns what stands between the quotation marks of a string literal; nil if the token is another one.
  func content(ofText token: Int) -> String? {
    guard token < tokens.count, tokens[token].kind == .text, tokens[token].bytes.count > 2 else { return nil }
    return String(decoding: source[tokens[token].bytes].dropFirst().dropLast(), as: UTF8.self)
  }

  /// Returns the lines from the first token of a range to the last.
  func lines(_ range: Range<Int>) -> ClosedRange<Int> {
    let first = tokens[range.lowerBound].line
    return first...max(first, tokens[max(range.lowerBound, range.upperBound - 1)].line)
  }
}
