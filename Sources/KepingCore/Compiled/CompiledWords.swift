/// The words that findings of all programs have in common.
struct CompiledWords: Sendable {
  /// The end of a message, and the beginning of what it rests on.
  static let evidence = "\",\"evidence\":["
  /// The end of its evidence.
  static let findingEnd = "]}"
  private static let noProblems = "],\"problems\":[],\"score\":{\"total\":"

  let semicolon, notApplicable, perhapsNotApplicable: Piece
  let evidence, brace, quoteEnd, elementEnd, elementNamed, fieldEnd, met, unmet: Piece
  let items: Piece
  /// What stands between findings and items, if there are no problems, up to the total and behind it; and behind all. Before
  /// `last` there was a finding, or an item.
  let noProblems, noProblemsLast, itemsBegin, itemsEnd, itemsEndLast: Piece

  init(_ pieces: inout Pieces) {
    semicolon = pieces.text("；")
    notApplicable = pieces.text("不适用：")
    perhapsNotApplicable = pieces.text("无法判断是否适用：")
    evidence = pieces.json(Self.evidence)
    brace = pieces.json("}")
    quoteEnd = pieces.json("\"}")
    elementEnd = pieces.json("]\",\"value\":")
    elementNamed = pieces.json("]\",\"value\":\"")
    fieldEnd = pieces.json("\",\"value\":")
    met = pieces.text("：符合")
    unmet = pieces.text("：不符合")
    items = pieces.text("项")
    noProblems = pieces.json(Self.noProblems)
    noProblemsLast = pieces.json(Self.findingEnd + Self.noProblems)
    itemsBegin = pieces.json(",\"items\":[")
    itemsEnd = pieces.json("]}}")
    itemsEndLast = pieces.json("\"}]}}")
  }
}
