import KepingCore

/// A check for source that Lua 5.4.4 compiles to wrong code; see <https://www.lua.org/bugs.html#5.4.4>.
///
/// The check is the same for every linked library, so that a plugin that loads on one machine loads on all.
package struct CompilerFaults {
  /// The line of the first expression that would be compiled wrongly, and the message; nil if there is none.
  package private(set) var first: (line: Int, wording: Wording)?

  private let tokens: [LuaToken]
  private var frames: [Frame] = []
  private var bitwiseLine: Int?

  /// The tokens that have been read between two brackets, or in a block.
  private struct Frame {
    /// The index of the opening token.
    let open: Int
    var hasComparison = false
    var hasChoice = false
    /// The number of tokens other than `not`, comparisons, `and` and `or`.
    ///
    /// A group in parentheses counts as none; another pair of brackets, or a block, counts as one.
    var otherTokens = 0
    /// The number of groups in parentheses.
    var groups = 0
    var groupIsComparison = false
    var groupIsChoice = false

    private var isOneGroup: Bool { otherTokens == 0 && groups == 1 }
    /// Whether the value of the tokens is the result of a comparison.
    var isComparison: Bool { !hasChoice && (hasComparison || (isOneGroup && groupIsComparison)) }
    /// Whether the value of the tokens is the result of `and` or `or`.
    var isChoice: Bool { hasChoice || (isOneGroup && groupIsChoice) }
  }

  package init(_ source: Bytes) {
    tokens = LuaTokens(source).tokens
    for index in tokens.indices where first == nil { readToken(index) }
    if first == nil, let line = bitwiseLine, constantCount > 200 {
      first = (
        line,
        Wording(
          "在常量很多的文件中，Lua 5.4.4 会把 x & (a or b) 这类位运算编译错，请先写 local 值 = a or b",
          "in a file with many constants, Lua 5.4.4 compiles 'x & (a or b)' incorrectly; write 'local value = a or b' first")
      )
    }
  }

  private mutating func readToken(_ index: Int) {
    switch tokens[index].kind {
    case .symbol, .keyword: readSymbol(tokens[index].written, at: index)
    case .name where written(at: index) == "_ENV" && written(at: index + 1) == "<" && written(at: index + 2) == "const":
      first = (
        tokens[index].line,
        Wording("Lua 5.4.4 会把 _ENV <const> 编译错，请不要改名称环境", "Lua 5.4.4 compiles '_ENV <const>' incorrectly; do not redeclare _ENV")
      )
    default: updateFrame { $0.otherTokens += 1 }
    }
  }

  private mutating func readSymbol(_ symbol: String, at index: Int) {
    switch symbol {
    case ",", ".", "=": updateFrame { $0.otherTokens += 1 }  // the most frequent symbols come first
    case "(", "[", "{", "function", "do", "if", "repeat": frames.append(Frame(open: index))
    case ")", "]", "}", "end", "until": closeFrame()
    case "<", ">", "<=", ">=", "==", "~=": updateFrame { $0.hasComparison = true }
    case "and", "or": updateFrame { $0.hasChoice = true }
    case "not": break
    default: updateFrame { $0.otherTokens += 1 }
    }
  }

  private mutating func updateFrame(_ change: (inout Frame) -> Void) {
    if !frames.isEmpty { change(&frames[frames.count - 1]) }
  }

  private mutating func closeFrame() {
    guard let frame = frames.popLast() else { return }
    switch written(at: frame.open) {
    case "[" where frame.isComparison && isIndexOfName(frame.open):
      first = (
        tokens[frame.open].line,
        Wording(
          "Lua 5.4.4 会把以比较结果为下标的写法编译错，请先写 local 结果 = 比较，再写 表[结果]",
          "Lua 5.4.4 compiles an index that is a comparison incorrectly; write 'local key = a > b' and 't[key]'")
      )
    case "(":
      if frame.isChoice, isBitwiseOperand(frame.open) { bitwiseLine = bitwiseLine ?? tokens[frame.open].line }
      updateFrame {
        $0.groups += 1
        $0.groupIsComparison = frame.isComparison
        $0.groupIsChoice = frame.isChoice
      }
    default: updateFrame { $0.otherTokens += 1 }
    }
  }

  /// Returns the source text of a token, or an empty text if there is no such token.
  private func written(at index: Int) -> String { tokens.indices.contains(index) ? tokens[index].written : "" }

  /// Whether a bracket indexes a plain name; an index of a field or of a call's result is compiled correctly.
  private func isIndexOfName(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].kind == .name && ![".", ":"].contains(written(at: index - 2))
  }

  /// Whether a parenthesis opens the second operand of a bitwise operator.
  private func isBitwiseOperand(_ index: Int) -> Bool {
    guard index > 1, ["&", "|", "~"].contains(written(at: index - 1)) else { return false }
    return [.name, .number, .text].contains(tokens[index - 2].kind) || [")", "]"].contains(written(at: index - 2))
  }

  /// An upper bound of the number of constants in any function: the file's distinct names and numbers, and all its texts.
  private var constantCount: Int {
    var names: Set<String> = []
    var texts = 0
    for token in tokens {
      switch token.kind {
      case .name, .number: names.insert(token.written)
      case .text: texts += 1
      case .keyword, .symbol, .unfinished: break
      }
    }
    return names.count + texts
  }
}
