import KepingCore
import KepingPlugins

/// Finds the column of what a fault is about: loading knows only the line of the call, and what was written there.
struct FaultLocator {
  private let tokens: [LuaToken]
  private let source: Bytes

  init(_ source: Bytes) {
    self.source = source
    tokens = LuaTokens(source).tokens
  }

  /// Returns the line and column of a subject in the statement that a line begins or continues; nil if it is not there.
  func position(of subject: FaultSubject, onLine line: Int) -> (line: Int, column: Int)? {
    let statement = statement(onLine: line)
    switch subject {
    case .written(let text): return statement.first { matches($0, text) }.map(position)
    case .item(let number, let word): return item(number, of: word, in: statement, line)
    }
  }

  private func position(_ index: Int) -> (line: Int, column: Int) { (tokens[index].line, tokens[index].column) }

  /// Returns the tokens from the first on a line up to the first on a later line at which no bracket is open.
  private func statement(onLine line: Int) -> Range<Int> {
    guard let start = tokens.firstIndex(where: { $0.line == line }) else { return 0..<0 }
    var depth = 0
    for index in start..<tokens.count {
      if tokens[index].line > line, depth <= 0 { return start..<index }
      switch tokens[index].written {
      case "(", "{", "[": depth += 1
      case ")", "}", "]": depth -= 1
      default: break
      }
    }
    return start..<tokens.count
  }

  /// Whether a token is a name, an operator or a text without escapes that says this.
  private func matches(_ index: Int, _ text: String) -> Bool {
    guard tokens[index].kind == .text else { return tokens[index].written == text }
    let written = source[tokens[index].bytes]
    return written.dropFirst().dropLast().elementsEqual(text.utf8)
  }

  /// Returns the position of an item of the list of the only call of a word on a line.
  private func item(_ number: Int, of word: Word, in statement: Range<Int>, _ line: Int) -> (line: Int, column: Int)? {
    let calls = statement.filter { tokens[$0].line == line && tokens[$0].kind == .name && tokens[$0].written == word.name }
    guard calls.count == 1, let call = calls.first, let open = statement.first(where: { $0 > call && tokens[$0].written == "{" })
    else { return nil }
    var depth = 0
    var current = 1
    var isStart = true
    var isNamed = false
    for index in (open + 1)..<statement.upperBound {
      let written = tokens[index].written
      if depth == 0, written == "}" { return nil }
      if depth == 0, written == "," || written == ";" {
        if !isNamed { current += 1 }
        isStart = true
        continue
      }
      if isStart {
        isNamed = tokens[index].kind == .name && index + 1 < tokens.count && tokens[index + 1].written == "="
        if current == number, !isNamed { return position(index) }
        isStart = false
      }
      switch written {
      case "(", "{", "[", "function", "do", "if": depth += 1
      case ")", "}", "]", "end": depth -= 1
      default: break
      }
    }
    return nil
  }
}
