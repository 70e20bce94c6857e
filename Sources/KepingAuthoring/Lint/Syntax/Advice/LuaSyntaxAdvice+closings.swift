import KepingCore
import KepingPlugins

/// Missing and surplus brackets, commas and keywords.
extension LuaSyntaxAdvice {
  /// The fault of a bracket or block without its end, or of an end without its beginning.
  var closings: LuaSyntaxFault? {
    guard isClosingExpected else { return nil }
    let openings = LuaOpenings(tokens[..<min(index, tokens.count)])
    if let unclosed = openings.unclosed, let last = unclosed.lastInside { return missing(unclosed, after: last) }
    guard let innermost = openings.open.last else { return surplus }
    if index >= tokens.count { return missing(innermost, after: tokens.count - 1) }
    let found = written(index)
    guard ["}", ")", "]", "end"].contains(found) || found == "," && isStatement else { return nil }
    // The end of what is open follows, so that the one in between is surplus.
    if written(index + 1) == innermost.closer { return surplus }
    if innermost.closer == "end" || found == "end" { return missing(innermost, after: index - 1) }
    return mismatched(innermost, found)
  }

  private var isStatement: Bool { if case .statement? = fault.expected { true } else { false } }

  /// Whether what is expected, or found, ends something.
  private var isClosingExpected: Bool {
    switch fault.expected {
    case .closing?: true
    case .statement?, .value?, .assignmentOrCall?:
      index >= tokens.count || ["}", ")", "]", ","].contains(written(index)) || isExtraEnd
    default: false
    }
  }

  private var isExtraEnd: Bool { ["end", "until", "else", "elseif"].contains(written(index)) && isStatement }

  /// The fault of an opening whose end is missing behind a token.
  private func missing(_ opening: LuaOpenings.Opening, after last: Int) -> LuaSyntaxFault {
    let (opener, line) = (tokens.opener(opening.token), tokens[opening.token].line)
    return after(
      last, "第\(line)行的“\(opener)”没有结束，这里少了“\(opening.closer)”",
      "the '\(opener)' on line \(line) is not closed; '\(opening.closer)' is missing here")
  }

  /// The fault of an end that closes nothing.
  private var surplus: LuaSyntaxFault? {
    guard index < tokens.count else { return nil }
    let found = written(index)
    if found == "," {
      return at(
        index, "条款已经不在 direction { … } 里：前面多了一个“}”，或少了一个“{”",
        "this is no longer inside the braces: there is a surplus '}' before it, or a missing '{'")
    }
    return at(
      index, "多了一个“\(found)”，前面没有与它配对的开头；请删去，或看看前面是不是结束得太早",
      "this '\(found)' closes nothing; remove it, or see whether something before it ends too early")
  }

  /// The fault of an end of another kind than the innermost opening.
  private func mismatched(_ opening: LuaOpenings.Opening, _ found: String) -> LuaSyntaxFault {
    let (opener, line) = (tokens.opener(opening.token), tokens[opening.token].line)
    let isList = opener == "(" && kind(opening.token - 1) == .name && Word.standalone[written(opening.token - 1)] != nil
    let word = written(opening.token - 1)
    return at(
      index,
      "“\(found)”与第\(line)行的“\(opener)”不配对，"
        + (isList ? "\(word) 后面的清单用花括号，写作 \(word) { … }" : "这里应为“\(opening.closer)”，或者多了一个“\(found)”"),
      "'\(found)' does not match the '\(opener)' on line \(line); "
        + (isList ? "\(word) takes a list in braces: \(word) { … }" : "write '\(opening.closer)', or remove it"))
  }

  /// The fault of a list whose next item follows without a comma.
  var separators: LuaSyntaxFault? {
    guard case .closing(let closer, let open)? = fault.expected, index > 0, index < tokens.count else { return nil }
    let (opener, line) = (tokens.opener(open), tokens[open].line)
    guard beginsItem, closer == "}" || closer == ")" && isOnSameLine(index, index - 1) else {
      return after(
        index - 1, "第\(line)行的“\(opener)”没有结束，这里少了“\(closer)”",
        "the '\(opener)' on line \(line) is not closed; '\(closer)' is missing here")
    }
    let item = kind(index) == .text ? Wording("文字", "the text") : Wording("“\(written(index))”", "'\(written(index))'")
    return after(
      index - 1, "这里少了逗号“,”（下一项是\(item.chinese)）；如果清单到此为止，少的是“\(closer)”",
      "a comma is missing here, before \(item.english); if the list ends here, '\(closer)' is missing")
  }

  /// Whether the token at the fault can begin an item of a list.
  private var beginsItem: Bool {
    switch kind(index) {
    case .name, .number, .text, .unfinished: true
    case .keyword: ["function", "not", "nil", "true", "false"].contains(written(index))
    case .symbol: ["{", "(", "[", "...", "-", "#"].contains(written(index))
    case nil: false
    }
  }

  /// The fault of a keyword or symbol that is missing behind the last token.
  var missingWord: LuaSyntaxFault? {
    guard case .symbol(let expected)? = fault.expected, index > 0 else { return nil }
    let found = written(index)
    if expected == "then", found == "do" {
      return at(index, "if 后面用 then，不用 do", "'if' takes 'then', not 'do'")
    }
    if expected == "do", found == "then" {
      return at(index, "循环后面用 do，不用 then", "a loop takes 'do', not 'then'")
    }
    guard ["then", "do", "(", ")", "]", "}"].contains(expected) else { return nil }
    return after(index - 1, "这里少了“\(expected)”", "'\(expected)' is missing here")
  }
}
