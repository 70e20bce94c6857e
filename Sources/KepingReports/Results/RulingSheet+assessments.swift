import KepingCore
import KepingFiles
import Workbooks

/// The lines of an evaluation: each finding and each problem that keeps an application from passing and is not ruled on.
extension RulingSheet {
  /// The columns with what a person reads.
  private static let readings: [(title: String, width: Double)] = [
    ("方向", 6), ("项目名称", 26), ("申报单位", 22), ("结论", 10), ("类别", 10), ("指南原文", 34), ("评审意见", 34),
  ]

  /// Creates the sheet of an evaluation.
  convenience init(ofResults writer: WorkbookWriter) {
    self.init(
      writer, readings: Self.readings,
      notes: ["要由人决定的各处。填好黄色的格子，再用 --rulings 交回；没有裁定结论的行不起作用。请不要改条款和校验：所裁定的内容变了，裁定就会失效。"])
  }

  /// Appends the lines of an application.
  func append(_ assessment: Assessment, _ catalogue: Catalogue) {
    guard assessment.isEvaluated else { return }
    func append(_ clause: String, _ kind: String, _ quote: String, _ message: String, _ offer: Offer, check: String) {
      let readings: [ReportSheet.Value] = [
        .mark(assessment.direction), .text(assessment.title), .text(assessment.applicant), .mark(assessment.verdict.title),
        .mark(kind), .text(quote), .text(message),
      ]
      self.append(id: assessment.id, readings: readings, clause: clause, offer: offer, check: check)
    }
    let direction = catalogue.direction(of: assessment)
    for finding in assessment.findings where finding.ruling == nil && finding.kind.verdict(for: finding.outcome) == .supplement {
      let clause = direction?.clauses.first { $0.id == finding.clause }
      append(
        finding.clause, finding.kind.title, finding.quote, finding.message,
        .outcomes(clause?.appliesWhen == nil ? [.met, .unmet] : [.met, .unmet, .notApplicable]),
        check: assessment.fingerprint(of: finding))
    }
    for problem in assessment.problems where problem.effect == .supplement && problem.code.isRuled {
      append(
        problem.code.rawValue, "材料问题", problem.label ?? problem.field, problem.message, .outcomes([.met]),
        check: assessment.fingerprint(of: problem))
    }
  }
}

extension Problem.Code {
  /// Whether people rule on problems of this kind; what tells of another ruling without effect is settled by a new one.
  fileprivate var isRuled: Bool { self != .rulingStale && self != .rulingUnconfirmed }
}
