import KepingCore
import KepingPlugins

extension ProgramRemarks {
  /// Words in a quote that limit what one unit may submit.
  private static let unitWords = ["每家", "每个单位", "每个申报单位", "每个企业", "每单位", "同一单位", "同一申报单位", "同一企业"]
  /// Words in a quote that limit what one person may submit.
  private static let personWords = ["负责人", "每人"]

  /// Returns a remark for each limit without `per` whose quote seems to limit what one unit or leader may submit.
  static func limits(_ loaded: PluginProgram) -> [Diagnostic] {
    loaded.program.directions.flatMap(\.clauses).compactMap { clause in
      guard clause.kind == .limit, clause.submission == nil, let (word, holder) = holder(in: clause.quote) else { return nil }
      let location = loaded.locations[clause: clause.id]
      return remark(
        Diagnostic(
          path: location?.path ?? loaded.plugin.path, line: location?.line, code: "limit-without-per",
          Wording(
            "\(clause.id) 的原文有“\(word)”，像是限制申报的项数，而没有 per 的 limit 限制的是立项的个数；请写明 per = \"\(holder.rawValue)\"",
            "the quote of \(clause.id) has '\(word)', which seems to limit what may be submitted, while a limit without per limits how many are accepted; add per = \"\(holder.rawValue)\""
          )))
    }
  }

  /// Returns the word in a quote that names whose applications are limited.
  private static func holder(in quote: String) -> (word: String, holder: SubmissionLimit.Holder)? {
    if let word = personWords.first(where: { quote.contains($0) }) { return (word, .leader) }
    return unitWords.first { quote.contains($0) }.map { ($0, .applicant) }
  }
}
