/// The words that findings of all programs have in common.
struct CompiledWords: Sendable {
  /// The end of a message, and the beginning of what it rests on.
  static let evidence = "\",\"evidence\":["

  let semicolon, notApplicable, perhapsNotApplicable: Piece
  let evidence, evidenceEnd, brace, quoteEnd, elementEnd, elementNamed, fieldEnd, met, unmet: Piece
  let items, noProblems, itemsBegin, itemsEnd: Piece

  init(_ pieces: inout Pieces) {
    semicolon = pieces.text("；")
    notApplicable = pieces.text("不适用：")
    perhapsNotApplicable = pieces.text("无法判断是否适用：")
    evidence = pieces.json(Self.evidence)
    evidenceEnd = pieces.json("]}")
    brace = pieces.json("}")
    quoteEnd = pieces.json("\"}")
    elementEnd = pieces.json("]\",\"value\":")
    elementNamed = pieces.json("]\",\"value\":\"")
    fieldEnd = pieces.json("\",\"value\":")
    met = pieces.text("：符合")
    unmet = pieces.text("：不符合")
    items = pieces.text("项")
    noProblems = pieces.json("],\"problems\":[],\"score\":{\"total\":")
    itemsBegin = pieces.json(",\"items\":[")
    itemsEnd = pieces.json("]}}")
  }
}
