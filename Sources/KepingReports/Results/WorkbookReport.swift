import KepingCore
import KepingFiles
import Workbooks

/// A report as a workbook: sheets with the totals, for each verdict, with the rulings to make, with what was not read and with the provenance.
///
/// A row is written as soon as its result is known, except those of ``PassingRows``, so memory hardly grows.
final class WorkbookReport: ResultReport {
  private let writer: WorkbookWriter
  private let catalogue: Catalogue
  private let totals: SheetWriter
  private var sheets: [Verdict: VerdictRows] = [:]
  private let rulings: RulingSheet

  init(_ output: StagedFile, _ catalogue: Catalogue) throws(Diagnostic) {
    self.catalogue = catalogue
    writer = try WorkbookWriter(output, streams: true)
    writer.setProperties(title: "科技计划项目评审结果", author: "科评 keping")
    totals = writer.addSheet("汇总")
    for verdict in Verdict.allCases { sheets[verdict] = VerdictRows(writer, verdict) }
    rulings = RulingSheet(ofResults: writer)
  }

  func write(_ assessment: Assessment) throws(Diagnostic) {
    try sheets[assessment.verdict]?.write(assessment, catalogue)
    rulings.append(assessment, catalogue)
  }

  func finish(_ summary: Summary) throws(Diagnostic) {
    for verdict in Verdict.allCases { try sheets[verdict]?.finish() }
    rulings.finish()
    writeTotals(summary)
    ReportSheet.writeEnd(unreadParts: summary.unreadParts, provenance: summary.provenance, to: writer)
    try writer.finish()
  }

  private func writeTotals(_ summary: Summary) {
    let lines = summary.lines(catalogue)
    let submissions = summary.submissionLines(catalogue)
    let hasLimits = !submissions.isEmpty || lines.contains { !$0.limits.isEmpty }
    let headings: [(String, Double)] =
      [("计划", 40), ("方向", 8), ("方向名称", 46)] + Verdict.allCases.map { ($0.title, 11) } + [("合计", 11)]
      + (hasLimits ? [(AcceptanceLimit.title, 40)] : [])
    for (index, heading) in headings.enumerated() { totals.setWidth(heading.1, (index + 1)...(index + 1)) }
    totals.write("评审结果汇总", row: 1, column: 1, Look.title)
    totals.setHeight(Look.titleHeight, 1)
    let amendments = summary.amendmentLines.map { "\($0)。" }.joined()
    totals.write("分值由各专项拟定，指南未作规定；各表逐条列出指南原文、评审意见和数字。\(amendments)", row: 2, column: 1, Look.note)
    if !summary.unreadParts.isEmpty {
      let note = "输入中有\(summary.unreadParts.count)处没有读到，见工作表“\(UnreadPart.title)”。"
      totals.write(note, row: 3, column: 1, Look.note.with { $0.isBold = true })
    }
    for (index, heading) in headings.enumerated() { totals.write(heading.0, row: 4, column: index + 1, Look.heading) }
    totals.setHeight(Look.headingHeight, 4)
    var row = 5
    for line in lines {
      let own = submissions.filter { $0.plan == line.plan && $0.direction == line.direction }
      let limits = (line.limitTexts + own.map(\.text)).joined(separator: "\n")
      let texts = [line.plan, line.direction, line.title, limits]
      let height = zip(texts, [40, 8, 46, 40]).map { Columns.lines($0, width: $1) }.max() ?? 1
      totals.setHeight(Look.height(lines: height), row)
      for (index, text) in texts.prefix(3).enumerated() { totals.write(text, row: row, column: index + 1, Look.text) }
      writeCounts(line.counts, row, Look.whole)
      if hasLimits { totals.write(limits, row: row, column: headings.count, Look.text) }
      row += 1
    }
    // The filter excludes the row of sums, so it is set first: the rows above the current one are final.
    totals.setFilter(4...max(4, row - 1), 1...headings.count)
    totals.setHeight(Look.height(lines: 1), row)
    let bold = Look.whole.with { $0.isBold = true }
    totals.write("合计", row: row, column: 1, Look.wrapped.with { $0.isBold = true })
    for column in 2...3 { totals.writeBlank(row: row, column: column, Look.wrapped) }
    writeCounts(summary.totals, row, bold)
    if hasLimits { totals.writeBlank(row: row, column: headings.count, Look.wrapped) }
    for line in submissions where line.direction == nil {
      row += 1
      writeSubmissions(line, row, column: headings.count)
    }
    totals.freeze(5, 1)
    totals.setPrinting(headingRow: 4)
  }

  /// Writes a row about a limit that counts the applications of several directions.
  private func writeSubmissions(_ line: SubmissionLine, _ row: Int, column: Int) {
    totals.setHeight(Look.height(lines: Columns.lines(line.text, width: 40)), row)
    totals.write(line.plan, row: row, column: 1, Look.text)
    for column in 2..<column { totals.writeBlank(row: row, column: column, Look.wrapped) }
    if line.group != line.plan { totals.write(line.group, row: row, column: 3, Look.text) }
    totals.write(line.text.printable(), row: row, column: column, Look.text)
  }

  private func writeCounts(_ counts: [Verdict: Int], _ row: Int, _ look: CellFormat) {
    for (index, verdict) in Verdict.allCases.enumerated() {
      totals.write(Double(counts[verdict] ?? 0), row: row, column: index + 4, look)
    }
    totals.write(Double(counts.values.reduce(0, +)), row: row, column: Verdict.allCases.count + 4, look)
  }
}
