import KepingCore

extension WordEntry {
  /// Returns the entry of the word that marks an open decision of a draft; nil for other words.
  static func draft(_ word: Word) -> WordEntry? {
    guard word == .todo else { return nil }
    return WordEntry(
      name: "todo", written: Wording("%(\"要决定什么\", 暂拟的内容)", "%(\"what to decide\", proposal)"),
      parameters: [
        Parameter("decision", .reason, "要决定什么"),
        Parameter("proposal", .anything, isOptional: true, "暂拟的内容；决定以后只留下它，连同 todo 和括号一起去掉"),
      ],
      result: .mark, summary: "还没有决定的地方：专项里只要有一处，就不能启用和评审，检查时逐处列出。没有暂拟的内容的，可以放在检查的位置，也可以单独放在 direction 里。",
      example: "condition { \"具有较好的研究基础\", todo \"怎样判断研究基础\" }")
  }
}
