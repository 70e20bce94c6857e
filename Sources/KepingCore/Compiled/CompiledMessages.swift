/// The words that findings of all programs have in common.
struct CompiledMessages: Sendable {
  /// The end of a message, and the beginning of its evidence.
  static let evidence = "\",\"evidence\":["
  /// The end of a finding, whose evidence comes last.
  static let findingEnd = "]}"
  private static let noProblems = "],\"problems\":[],\"score\":{\"total\":"

  let semicolon, notApplicable, perhapsNotApplicable, met, unmet, items, noticeRegistered, noticeNotRegistered: Piece
  /// The end of evidence of which nothing is asked.
  let brace: Piece
  /// Pieces of JSON; empty where a program is compiled for values.
  let evidence, quoteEnd, elementNamed, fieldEnd: Piece
  /// What stands between findings and items, if there are no problems, up to the total and behind it; and behind all. Before
  /// `last` there was a finding, or an item.
  let noProblems, noProblemsAfterFinding, itemsBegin, itemsEnd, itemsEndAfterItem: Piece

  init(_ compiler: inout ProgramCompiler) {
    semicolon = compiler.text("；")
    notApplicable = compiler.text("不适用：")
    perhapsNotApplicable = compiler.text("无法判断是否适用：")
    met = compiler.text("：符合")
    unmet = compiler.text("：不符合")
    items = compiler.text("项")
    noticeRegistered = compiler.text(Self.notice(isRegistered: true))
    noticeNotRegistered = compiler.text(Self.notice(isRegistered: false))
    brace = compiler.closing(nil)
    evidence = compiler.json(Self.evidence)
    quoteEnd = compiler.json("\"}")
    elementNamed = compiler.json("]\",\"value\":\"")
    fieldEnd = compiler.json("\",\"value\":")
    noProblems = compiler.json(Self.noProblems)
    noProblemsAfterFinding = compiler.json(Self.findingEnd + Self.noProblems)
    itemsBegin = compiler.json(",\"items\":[")
    itemsEnd = compiler.json("]}}")
    itemsEndAfterItem = compiler.json("\"}]}}")
  }

  /// What is said of a clause that is left to a separate notice.
  static func notice(isRegistered: Bool) -> String {
    isRegistered ? "已另行通知，按通知要求办理" : "申报事项另行通知，尚未登记通知，以通知为准"
  }
}
