import KepingCore
import Workbooks

/// The sheet of one verdict; a full sheet is continued on another sheet.
final class VerdictSheet {
  /// The value of a cell with its style.
  private enum Value {
    case text(String?)
    /// A text from a small set, such as an outcome or a unit.
    case mark(String?)
    case number(Double?)
    case score(Double?)
  }

  private let writer: WorkbookWriter
  private let verdict: Verdict
  private let headings: [(title: String, width: Double)]
  private var sheet: SheetWriter
  /// The 1-based row that is written next.
  private var row = 2
  private var sheetNumber = 1

  private static let common: [(String, Double)] = [("申报编号", 17), ("方向", 6), ("项目名称", 28), ("申报单位", 24)]

  init(_ writer: WorkbookWriter, _ verdict: Verdict) {
    self.writer = writer
    self.verdict = verdict
    let verdictHeadings: [(String, Double)] =
      switch verdict {
      case .pass: [("得分", 7), ("方向名称", 28), ("符合的优先、鼓励条款", 56), ("未参与评审的内容", 30)]
      case .supplement, .fail:
        [
          ("得分", 7), ("处理", 8), ("类别", 9), ("指南原文", 38), ("评审意见", 38), ("指标", 15), ("实际", 10), ("要求", 5), ("界限", 10),
          ("单位", 6), ("条款", 16), ("未参与评审的内容", 30),
        ]
      case .error: [("原因", 14), ("说明", 60), ("单元格", 18), ("项目", 28)]
      }
    headings = Self.common + verdictHeadings
    sheet = writer.addSheet(verdict.title)
    begin()
  }

  private func begin() {
    let colors: [Verdict: UInt32] = [.pass: 0x548235, .supplement: 0xBF8F00, .fail: 0xC00000, .error: 0x7F7F7F]
    sheet.setTabColor(colors[verdict] ?? 0)
    for (index, heading) in headings.enumerated() {
      sheet.setWidth(heading.width, (index + 1)...(index + 1))
      sheet.write(heading.title, row: 1, column: index + 1, Look.heading)
    }
    sheet.setHeight(Look.headingHeight, 1)
    sheet.freeze(2, 2)
    sheet.setPrinting(headingRow: 1)
    row = 2
  }

  /// Finishes the sheet by adding its filter.
  func finish() { sheet.setFilter(1...max(1, row - 1), 1...headings.count) }

  /// Writes an application: one row if it passed, else one row for each clause or problem that decided its verdict.
  func write(_ assessment: Assessment, _ catalogue: Catalogue) {
    let common: [Value] = [
      .text(assessment.id), .mark(assessment.direction), .text(assessment.title),
      .text(assessment.applicant),
    ]
    let score = Value.score(!assessment.isEvaluated ? nil : Double(assessment.total) / 10)
    switch verdict {
    case .pass:
      var merits: [String] = []
      for finding in assessment.findings
      where finding.outcome == .met && (finding.kind == .priority || finding.kind == .encouraged) {
        merits.append(finding.quote)
      }
      let problems = assessment.problems.map(\.message).joined(separator: "；")
      let title = catalogue.direction(of: assessment)?.title
      appendRow(common + [score, .text(title), .text(merits.joined(separator: "；")), .text(problems)])
    case .supplement, .fail: writeClauses(assessment, common + [score])
    case .error: writeProblems(assessment, common)
    }
  }

  private func writeClauses(_ assessment: Assessment, _ common: [Value]) {
    let unread = assessment.problems.filter { $0.code.verdict == .pass }.map(\.message).joined(separator: "；")
    for item in Reasons.deciding(assessment) {
      let figure = item.finding.evidence.lazy.compactMap { Figure($0) }.first
      let cells: [Value] =
        common + [
          .mark(item.effect.title), .mark(item.finding.kind.title), .text(item.finding.quote),
          .text(item.finding.message), .text(figure?.label), .number(figure?.value),
          .mark(figure?.comparison), .number(figure?.bound), .mark(figure?.unit), .text(item.finding.clause),
          .text(unread),
        ]
      appendRow(cells)
    }
    for problem in assessment.problems where problem.code.verdict != .pass {
      let cells: [Value] = [
        .mark(problem.code.verdict.title), .mark("材料问题"), .text(nil), .text(problem.message), .text(problem.label),
      ]
      appendRow(common + cells + [Value](repeating: .text(nil), count: 5) + [.text(unread)])
    }
  }

  private func writeProblems(_ assessment: Assessment, _ common: [Value]) {
    guard let failure = assessment.failure else { return }
    let reason = failure.code.title
    let faults = assessment.problems.filter { $0.code == .invalidRecord || $0.code == .duplicateID }
    if faults.isEmpty || failure.code != .invalidRecord {
      let location = failure.line.map { line in "\(failure.file.map { "\($0):" } ?? "第")\(line)\(failure.file == nil ? "行" : "")"
      }
      appendRow(common + [.text(reason), .text(failure.message), .text(location), .text(failure.clause)])
    }
    for fault in faults {
      let code: EvaluationFailure.Code = fault.code == .duplicateID ? .duplicateID : .invalidRecord
      appendRow(common + [.text(code.title), .text(fault.message), .text(fault.cell), .text(fault.label)])
    }
  }

  private func appendRow(_ values: [Value]) {
    if row > SheetWriter.maximumRow {
      finish()
      sheetNumber += 1
      sheet = writer.addSheet("\(verdict.title)（\(sheetNumber)）")
      begin()
    }
    var lines = 1
    for (index, value) in values.enumerated() {
      if case .text(let text?) = value { lines = max(lines, Columns.lines(text, width: headings[index].width)) }
    }
    sheet.setHeight(Look.height(lines: lines), row)
    for index in headings.indices {
      let column = index + 1
      switch index < values.count ? values[index] : .text(nil) {
      case .text(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, Look.text)
      case .mark(let text?) where !text.isEmpty: sheet.write(text.printable(), row: row, column: column, Look.mark)
      case .number(let number?): sheet.write(number, row: row, column: column, Look.number)
      case .score(let number?): sheet.write(number, row: row, column: column, Look.score)
      default: sheet.writeBlank(row: row, column: column, Look.wrapped)
      }
    }
    row += 1
  }
}

extension EvaluationFailure.Code {
  /// The reason in reports.
  var title: String {
    switch self {
    case .invalidJSON: "不是有效的JSON"
    case .invalidRecord: "填写有误"
    case .duplicateID: "申报编号重复"
    case .noProgram: "没有该年度专项"
    case .unknownDirection: "没有该方向"
    case .programDisabled: "专项已关闭"
    case .pluginFailed: "专项插件出错"
    case .pluginLimit: "专项插件超限"
    }
  }
}
