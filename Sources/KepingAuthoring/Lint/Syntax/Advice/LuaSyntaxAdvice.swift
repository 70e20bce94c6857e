import KepingCore
import KepingPlugins

/// Finds the mistake behind a syntax error, where it is and what to write instead.
///
/// A parser notices a mistake at the next token that does not fit, which is often on a later line. Each kind of mistake has a
/// function that returns the better fault, or nil if it does not recognise its mistake.
struct LuaSyntaxAdvice {
  let source: Bytes
  let tokens: [LuaToken]
  let fault: LuaSyntaxFault

  init(_ source: Bytes, _ tokens: [LuaToken], _ fault: LuaSyntaxFault) {
    self.source = source
    self.tokens = tokens
    self.fault = fault
  }

  /// The fault with the position and the words of the first kind of mistake that is recognised.
  var improved: LuaSyntaxFault {
    quotationMarks ?? comments ?? fullWidthCharacters ?? operators ?? options ?? foreignStatements ?? arguments ?? splitElseIf
      ?? closings ?? separators ?? missingWord ?? fault
  }

  // MARK: Tokens

  /// The index of the token at which the parser stopped.
  var index: Int { fault.token }

  /// Returns the text of a token, or an empty text if there is no such token.
  func written(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].written : "" }

  /// Returns the kind of a token, or nil if there is no such token.
  func kind(_ index: Int) -> LuaToken.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  /// Whether no space is between a token and the one before it.
  func touchesPrevious(_ index: Int) -> Bool {
    tokens.indices.contains(index) && index > 0 && tokens[index - 1].bytes.upperBound == tokens[index].bytes.lowerBound
  }

  /// Whether two tokens exist and begin on the same line.
  func isOnSameLine(_ first: Int, _ second: Int) -> Bool {
    tokens.indices.contains(first) && tokens.indices.contains(second) && tokens[first].line == tokens[second].line
  }

  /// Returns the source text of a token.
  func source(of index: Int) -> String { String(decoding: source[tokens[index].bytes], as: UTF8.self) }

  // MARK: Faults

  /// Returns the fault at the beginning of a token.
  func at(_ index: Int, _ chinese: String, _ english: String) -> LuaSyntaxFault {
    changed(Wording(chinese, english), (tokens[index].line, tokens[index].column))
  }

  /// Returns the fault behind a token, where something is missing.
  func after(_ index: Int, _ chinese: String, _ english: String) -> LuaSyntaxFault {
    changed(Wording(chinese, english), end(of: index))
  }

  /// Returns the fault at a character of a token.
  func at(character offset: Int, of index: Int, _ chinese: String, _ english: String) -> LuaSyntaxFault {
    changed(Wording(chinese, english), position(of: index, after: source(of: index).prefix(offset)))
  }

  private func changed(_ wording: Wording, _ position: (line: Int, column: Int)) -> LuaSyntaxFault {
    var changed = fault
    changed.wording = wording
    changed.position = position
    return changed
  }

  /// Returns the position behind the last character of a token.
  private func end(of index: Int) -> (line: Int, column: Int) { position(of: index, after: source(of: index)[...]) }

  /// Returns the position behind the first characters of a token, which may have several lines.
  private func position(of index: Int, after beginning: Substring) -> (line: Int, column: Int) {
    let lines = beginning.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = lines.last?.unicodeScalars.count ?? 0
    return lines.count > 1
      ? (tokens[index].line + lines.count - 1, last + 1) : (tokens[index].line, tokens[index].column + last)
  }
}
