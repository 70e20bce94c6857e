/// The texts and pieces of JSON that the findings of all programs share.
struct CompiledMessages: Sendable {
  /// The JSON between the message of a finding and its evidence.
  static let evidence = "\",\"evidence\":["
  /// The JSON after the evidence of a finding.
  static let findingEnd = "]}"
  /// The JSON between the findings and the total of the score if there are no problems.
  private static let noProblems = "],\"problems\":[],\"score\":{\"total\":"

  let semicolon, notApplicable, perhapsNotApplicable, met, unmet, items, noticeRegistered, noticeNotRegistered: Piece
  /// The reasons of score items whose maximum depends on the application.
  let itemMet, itemUnmet, itemUnknown, itemShared: Piece
  /// The JSON after the value of evidence without a requirement; if the program is compiled for values, no requirement.
  let brace: Piece
  /// Pieces of JSON within findings; empty if the program is compiled for values.
  let evidence, quoteEnd, elementNamed, fieldEnd: Piece
  /// Pieces of JSON after the findings and around the score items; empty if the program is compiled for values.
  ///
  /// The variants `…AfterFinding` and `…AfterItem` first end the previous finding or item.
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
    itemMet = compiler.text(ItemReason.met)
    itemUnmet = compiler.text(ItemReason.unmet)
    itemUnknown = compiler.text(ItemReason.unknown)
    itemShared = compiler.text(ItemReason.shared)
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

  /// Returns the message of a clause that the guideline leaves to a separate notice.
  static func notice(isRegistered: Bool) -> String {
    isRegistered ? "已另行通知，按通知要求办理" : "申报事项另行通知，尚未登记通知，以通知为准"
  }
}

/// The reasons of score items that do not depend on a number.
enum ItemReason {
  static let met = "符合"
  static let unmet = "不符合，不计分"
  static let unknown = "信息不足，暂不计分"
  static let notApplicable = "不适用，不计分"
  /// The reason of a clause that does not apply, in a direction that shares out its points.
  static let shared = "不适用，分值由其余各项分担"
}
