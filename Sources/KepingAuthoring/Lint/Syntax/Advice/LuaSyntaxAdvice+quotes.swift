import KepingCore
import KepingPlugins

/// Texts that do not end where they should.
extension LuaSyntaxAdvice {
  /// The fault of a text whose quotation mark is missing, is a Chinese one, or stands inside the text.
  var quotationMarks: LuaSyntaxFault? {
    if kind(index) == .unfinished { return unfinished }
    let text = index - 1
    guard kind(text) == .text, written(text) != "[[", touchesPrevious(index), startsCode(index) else { return nil }
    if let chinese = unpairedMark(in: text) {
      return at(
        character: chinese, of: text, "文字要用半角的引号 \" 结束，这里写成了中文的引号，文字一直连到了下一个引号",
        "a text must end with the ASCII quotation mark \"; this Chinese mark does not end it")
    }
    if hasCode(source(of: text)) {
      return at(
        text, "从这里开始的文字少了右边的引号 \"，一直连到了下一个引号；请在文字结束的地方补上",
        "the text that begins here has no closing \" and goes on to the next quotation mark; close it where it ends")
    }
    return after(
      text, "文字在这里已经结束：文字里面的引号请用“ ”，或写作 \\\"",
      "the text ends here; inside a text, write “ ” or \\\" instead of a quotation mark")
  }

  /// The fault of a text or a comment without an end.
  private var unfinished: LuaSyntaxFault? {
    let mark = written(index)
    guard mark == "\"" || mark == "'" else {
      return at(
        index, mark == "[[" ? "从这里开始的文字没有结束，请补上 ]]" : "从这里开始的注释没有结束，请补上 ]]",
        mark == "[[" ? "the text that begins here has no end; write ]]" : "the comment that begins here has no end; write ]]")
    }
    if let chinese = unpairedMark(in: index) {
      return at(
        character: chinese, of: index, "文字要用半角的引号 \(mark) 结束，这里写成了中文的引号",
        "a text must end with the ASCII quotation mark \(mark), not with this Chinese one")
    }
    return at(
      index, "从这里开始的文字没有结束，请在同一行补上右边的引号 \(mark)",
      "the text that begins here has no end; write the closing \(mark) on the same line")
  }

  /// Whether a token cannot follow a text directly, as the beginning of something else.
  private func startsCode(_ index: Int) -> Bool {
    switch kind(index) {
    case .name, .number, .text, .unfinished: true
    case .symbol: written(index).unicodeScalars.first.map { $0.value > 0x7F && !Self.fullWidth.keys.contains($0) } ?? false
    default: false
    }
  }

  /// Whether a text looks as if it contained Lua after its end: a comma, then an ASCII name or a method.
  private func hasCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
      let next = bytes[(offset + 1)...].first { $0 != 0x20 }
      if let next, (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) || next == UInt8(ascii: "{") { return true }
    }
    return false
  }

  /// Returns the offset, in characters, of the first Chinese quotation mark without its counterpart.
  private func unpairedMark(in token: Int) -> Int? {
    var opened: Int?
    for (offset, character) in source(of: token).enumerated() {
      switch character {
      case "“": opened = offset
      case "”" where opened == nil: return offset
      case "”": opened = nil
      default: break
      }
    }
    return opened
  }
}
