import KepingCore
import Workbooks

/// Writes applications as rows of the sheet of one verdict.
///
/// An application that passed has one row, and any other one row for each clause or problem that decided its verdict. The first
/// columns are the project, beside it stands why.
final class VerdictRows {
  private let verdict: Verdict
  private let sheet: ReportSheet
  /// The applications that passed, which are written last.
  private let passing = PassingRows()

  init(_ writer: WorkbookWriter, _ verdict: Verdict) {
    self.verdict = verdict
    let project: [(String, Double)] = [("申报编号", 17), ("方向", 6), ("项目名称", 30)]
    let amendments = [(AmendmentTexts.rulings, 40.0), (AmendmentTexts.correction, 30.0)]
    let rest: [(String, Double)] =
      switch verdict {
      case .pass: [("得分", 7), ("申报单位", 26), ("方向名称", 28), ("符合的优先、鼓励条款", 56), ("未参与评审的内容", 30)] + amendments
      case .supplement, .fail:
        [
          ("评审意见", 42), ("申报单位", 26), ("得分", 7), ("处理", 8), ("类别", 9), ("指南原文", 38), ("指标", 15), ("实际", 10), ("要求", 5),
          ("界限", 10), ("单位", 6), ("条款", 16), ("未参与评审的内容", 30),
        ] + amendments
      case .error: [("说明", 60), ("申报单位", 26), ("原因", 14), ("单元格", 18), ("项目", 28), (AmendmentTexts.correction, 30)]
      }
    let colors: [Verdict: UInt32] = [.pass: 0x548235, .supplement: 0xBF8F00, .fail: 0xC00000, .error: 0x7F7F7F]
    var layout = ReportSheet.Layout(name: verdict.title, headings: (project + rest).map { (title: $0.0, width: $0.1) })
    layout.tabColor = colors[verdict]
    // The project stays in view.
    layout.frozenColumns = project.count
    sheet = ReportSheet(writer, layout)
  }

  /// Writes an application.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  func write(_ assessment: Assessment, _ catalogue: Catalogue) throws(Diagnostic) {
    let project: [ReportSheet.Value] = [.text(assessment.id), .mark(assessment.direction), .text(assessment.title)]
    switch verdict {
    case .pass: try keep(assessment, catalogue)
    case .supplement, .fail: writeClauses(assessment, project, catalogue)
    case .error: writeProblems(assessment, project, catalogue)
    }
  }

  /// Finishes the sheet.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  func finish() throws(Diagnostic) {
    try passing.forEach { score, texts throws(Diagnostic) in
      sheet.append(
        [.text(texts[0]), .mark(texts[1]), .text(texts[2]), .score(score)] + texts[3...].map { ReportSheet.Value.text($0) })
    }
    sheet.finish()
  }

  private func keep(_ assessment: Assessment, _ catalogue: Catalogue) throws(Diagnostic) {
    var merits: [String] = []
    for finding in assessment.findings
    where finding.outcome == .met && (finding.kind == .priority || finding.kind == .encouraged) {
      merits.append(finding.quote)
    }
    let texts: [String?] = [
      assessment.id, assessment.direction, assessment.title, assessment.applicant, catalogue.direction(of: assessment)?.title,
      merits.joined(separator: "；"), assessment.problems.map(\.message).joined(separator: "；"),
      AmendmentTexts.rulings(assessment).joined(separator: "；"), AmendmentTexts.correction(assessment, catalogue),
    ]
    try passing.add(score: assessment.total, id: assessment.id ?? "", texts: texts.map { $0 ?? "" })
  }

  private func writeClauses(_ assessment: Assessment, _ project: [ReportSheet.Value], _ catalogue: Catalogue) {
    let amendments: [ReportSheet.Value] = [
      .text(AmendmentTexts.rulings(assessment).joined(separator: "；")), .text(AmendmentTexts.correction(assessment, catalogue)),
    ]
    let unread = assessment.problems.filter { $0.effect == .pass }.map(\.message).joined(separator: "；")
    func append(_ effect: Verdict, _ kind: String, message: String, _ rest: [ReportSheet.Value]) {
      let cells: [ReportSheet.Value] = [
        .text(message), .text(assessment.applicant), .score(assessment.isEvaluated ? assessment.total : nil), .mark(effect.title),
        .mark(kind),
      ]
      sheet.append(project + cells + rest + [.text(unread)] + amendments)
    }
    for item in Reasons.deciding(assessment) {
      let figure = item.finding.evidence.lazy.compactMap { Figure($0) }.first
      append(
        item.effect, item.finding.kind.title, message: item.finding.message,
        [
          .text(item.finding.quote), .text(figure?.label), .number(figure?.value), .mark(figure?.comparison),
          .number(figure?.bound), .mark(figure?.unit), .text(item.finding.clause),
        ])
    }
    for problem in assessment.problems where problem.effect != .pass {
      append(
        problem.effect, "材料问题", message: problem.message,
        [.text(nil), .text(problem.label)] + [ReportSheet.Value](repeating: .text(nil), count: 5))
    }
  }

  private func writeProblems(_ assessment: Assessment, _ project: [ReportSheet.Value], _ catalogue: Catalogue) {
    guard let failure = assessment.failure else { return }
    let correction = AmendmentTexts.correction(assessment, catalogue)
    func append(_ reason: String, message: String, _ location: String?, _ label: String?) {
      sheet.append(
        project + [
          .text(message), .text(assessment.applicant), .text(reason), .text(location), .text(label), .text(correction),
        ])
    }
    let faults = assessment.problems.filter { $0.code == .invalidRecord || $0.code == .duplicateID }
    if faults.isEmpty || failure.code != .invalidRecord {
      let location = failure.line.map { line in "\(failure.file.map { "\($0):" } ?? "第")\(line)\(failure.file == nil ? "行" : "")"
      }
      append(failure.code.title, message: failure.message, location, failure.clause)
    }
    for fault in faults {
      let code: EvaluationFailure.Code = fault.code == .duplicateID ? .duplicateID : .invalidRecord
      append(code.title, message: fault.message, fault.cell, fault.label)
    }
  }
}

extension EvaluationFailure.Code {
  /// The reason in reports.
  var title: String {
    switch self {
    case .invalidJSON: "不是有效的JSON"
    case .invalidRecord: "填写有误"
    case .duplicateID: "申报编号重复"
    case .noOriginal: "没有原申报书"
    case .noProgram: "没有该年度专项"
    case .unknownDirection: "没有该方向"
    case .programDisabled: "专项已关闭"
    case .pluginFailed: "专项插件出错"
    case .pluginLimit: "专项插件超限"
    }
  }
}
