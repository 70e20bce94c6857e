import KepingCore

/// Turns the passages of a guideline into clauses, and proposes the fields that they need.
struct DraftRules {
  /// The proposed fields.
  private(set) var fields = DraftFields()
  /// The figures and words of comparison that no check answers, by the quotes that have them.
  private let reasons: [String: [String]]

  init(reasons: [String: [String]]) { self.reasons = reasons }

  /// Returns the clause of a passage.
  ///
  /// - Parameter scope: where a limit counts if its passage stands above the directions: `plan` or `projectType`.
  mutating func clause(_ kind: ClauseKind, _ quote: String, scope: String? = nil) -> DraftClause {
    var clause = DraftClause(kind: kind, quote: quote)
    switch kind {
    case .notice: break
    case .limit: Self.limit(&clause, scope: scope)
    case .target, .condition, .document, .principle, .priority, .encouraged:
      if !KnownSentence.complete(&clause) { propose(&clause) }
    }
    if [.target, .priority, .encouraged].contains(kind) { clause.options.append("points = 10") }
    if let words = reasons[quote] {
      let names = words.map { "“\($0)”" }.joined(separator: "、")
      clause.options.append("because = \(LuaText.mark("\(names)为什么不判断", LuaText.quoted("\(names)只是说明，不是界限")))")
    }
    return clause
  }

  // MARK: Proposals

  /// Completes a clause with fields of the plugin.
  private mutating func propose(_ clause: inout DraftClause) {
    if ClauseWords.announcesAlternatives(clause.quote) {
      clause.arguments = [LuaText.mark(LuaText.question("各种情形怎样判断，写成 any_of { … }", about: clause.quote))]
      return
    }
    let figures = DraftFigure.all(in: clause.quote)
    let isShare = clause.quote.contains("占") || clause.quote.contains("之比") || clause.quote.contains("比例")
    if isShare, let share = figures.first(where: { $0.kind == .percent || $0.kind == .ratio }) {
      let check = "ratio(…, …):\(share.method) \(LuaText.quoted(share.bound))"
      clause.arguments = [LuaText.mark(LuaText.question("是哪两个数之比，写成 \(check)", about: clause.quote))]
      return
    }
    let bounds = figures.filter(\.isBound)
    if bounds.isEmpty {
      let path = fields.path(clause.kind, word: "flag", label: Self.statement(clause.quote), quote: clause.quote)
      clause.arguments = [path]
      clause.sample = DraftClause.Sample(path: path, example: "true", met: "true", unmet: "false")
      return
    }
    let checks = bounds.map { check($0, in: clause) }
    if checks.count == 1, let check = checks.first {
      let question = LuaText.question(bounds[0].question, about: clause.quote)
      clause.arguments = [bounds[0].isCompared ? check.lua : LuaText.mark(question, check.lua)]
      clause.sample = check.sample
      return
    }
    let isEither = clause.quote.contains("或")
    let question = isEither ? "是不是有一个达到即可" : "是不是都要达到"
    let list = checks.map(\.lua).joined(separator: ", ")
    clause.arguments = [
      LuaText.mark(LuaText.question(question, about: clause.quote), "\(isEither ? "any_of" : "all_of") { \(list) }")
    ]
  }

  /// Returns the check of a figure, which compares a field of the plugin with it.
  private mutating func check(_ figure: DraftFigure, in clause: DraftClause) -> (lua: String, sample: DraftClause.Sample?) {
    let path = fields.path(
      clause.kind, word: figure.kind.declaration, label: figure.label(in: clause.quote), quote: clause.quote)
    let bound = LuaText.quoted(figure.bound)
    // A bound in another notation than the quote's needs a reason.
    let argument = figure.written.contains(",") ? "(\(bound), \(LuaText.quoted("原文写作\(figure.written)")))" : " \(bound)"
    return ("\(path):\(figure.method)\(argument)", figure.sample(path: path))
  }

  /// Returns the label of a field that says whether something is so: a passage without the words that only introduce it.
  private static func statement(_ quote: String) -> String {
    for beginning in ["优先支持", "鼓励支持", "鼓励", "同等条件下", "原则上", "申报单位", "并", "须", "应"] where quote.hasPrefix(beginning) {
      return statement(String(quote.dropFirst(beginning.count)))
    }
    return quote.isEmpty ? "是否符合" : quote
  }

  // MARK: Limits

  /// Completes a limit: its bound, and whom it limits if the words say so.
  private static func limit(_ clause: inout DraftClause, scope: String?) {
    let quote = clause.quote
    guard let most = DraftFigure.all(in: quote).last(where: { $0.kind == .count }) else {
      clause.arguments = [
        LuaText.mark(LuaText.question("限几项", about: quote), "\"1项\""), LuaText.quoted("原文没有写数目"),
      ]
      return
    }
    clause.arguments = [LuaText.quoted(most.bound)]
    // 择优支持5项 limits how many are supported, not who submits.
    if quote.contains("择优") || quote.hasPrefix("接受") || quote.hasPrefix("支持") || quote.contains("立项") { return }
    let each = ["每家企业限", "每家单位限", "每个企业限", "每个单位限", "每个申报单位限", "每家申报单位限", "每单位限", "每企业限"]
    let leaders = ["每位项目负责人限", "每名项目负责人限", "每个项目负责人限", "每位负责人限", "每名负责人限"]
    let per: String
    if each.contains(where: quote.contains) {
      per = "\"applicant\""
    } else if leaders.contains(where: quote.contains) {
      per = "\"leader\""
    } else {
      let proposal = quote.contains("负责人") || quote.contains("每人") ? "leader" : quote.contains("参与") ? "unit" : "applicant"
      per = LuaText.mark(LuaText.question("限的是谁，在研项目算不算", about: quote), LuaText.quoted(proposal))
    }
    clause.options = ["per = \(per)"]
    if let scope { clause.options.append("within = \(LuaText.quoted(scope))") }
  }
}
