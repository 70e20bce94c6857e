import KepingPlugins

/// The brackets and blocks that are open at the end of some tokens, and those that the indentation shows to be unclosed.
struct LuaOpenings {
  /// A bracket or the keyword of a block.
  struct Opening {
    let token: Int
    /// The token that closes it.
    let closer: String
    /// The column of the first token on its line.
    let indentation: Int
    /// The last token before a line that is not indented more than the opening's line, although the opening is not closed.
    var lastInside: Int?
  }

  private(set) var open: [Opening] = []
  /// The first opening that the indentation shows to be unclosed and that no bracket on a fitting line closes.
  private(set) var unclosed: Opening?

  init(_ tokens: ArraySlice<LuaToken>) {
    var indentation = 1
    for (index, token) in zip(tokens.indices, tokens) {
      let isFirst = index == tokens.startIndex || tokens[index - 1].line != token.line
      if isFirst {
        indentation = token.column
        markOutdented(at: token, before: index)
      }
      guard token.kind == .symbol || token.kind == .keyword else { continue }
      read(token.written, at: index, indentation)
    }
    for opening in open where opening.lastInside != nil { keep(opening) }
  }

  /// Marks the innermost openings that a line leaves behind by its indentation.
  private mutating func markOutdented(at token: LuaToken, before index: Int) {
    guard !Self.closers.contains(token.written) else { return }
    var place = open.count - 1
    while place >= 0, open[place].indentation >= token.column, open[place].lastInside == nil {
      open[place].lastInside = index - 1
      place -= 1
    }
  }

  private mutating func read(_ written: String, at index: Int, _ indentation: Int) {
    switch written {
    case "(", "[", "{": push(index, Self.pairs[written]!, indentation)
    case "function", "if", "do", "repeat": push(index, written == "repeat" ? "until" : "end", indentation)
    case ")", "]", "}", "end", "until": close(indentation)
    default: break
    }
  }

  private mutating func push(_ token: Int, _ closer: String, _ indentation: Int) {
    open.append(Opening(token: token, closer: closer, indentation: indentation))
  }

  private mutating func close(_ indentation: Int) {
    guard let closed = open.popLast() else { return }
    // A bracket on a line that is indented as the opening's line closes it, whatever the lines between look like.
    if closed.lastInside != nil, closed.indentation != indentation { keep(closed) }
  }

  private mutating func keep(_ opening: Opening) {
    if unclosed == nil || opening.token < unclosed!.token { unclosed = opening }
  }

  private static let pairs = ["(": ")", "[": "]", "{": "}"]
  private static let closers: Set<String> = [")", "]", "}", "end", "until", "else", "elseif"]
}
