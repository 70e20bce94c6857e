import KepingCore
import KepingFiles
import KepingSelection
import Workbooks

/// A ranking as a workbook: totals, the order of each group, the list that is published, and the others with the reason.
struct RankingWorkbook {
  let report: RankingReport
  let ranking: Ranking
  let lines: Ranking.Lines
  let parts: [GroupPart]
  let writer: WorkbookWriter

  init(_ report: RankingReport, _ output: StagedFile) throws(Diagnostic) {
    self.report = report
    ranking = report.ranking
    lines = report.ranking.lines
    parts = GroupPart.parts(of: report.ranking)
    writer = try WorkbookWriter(output, streams: true)
    writer.setProperties(title: "科技计划项目评选结果", author: "科评 keping")
  }

  /// Writes the workbook and finishes its file.
  ///
  /// - Throws: ``Diagnostic`` with code `unwritable-output`.
  func write() throws(Diagnostic) {
    writeTotals()
    var names: Set<String> = []
    for part in parts where part.ranked > 0 { writeOrder(part, name: Self.name(part, &names)) }
    writeSelected()
    writeReserve()
    writeOthers()
    writeLimits()
    writeSuspicions()
    if parts.contains(where: { $0.counts[.overLimit] != nil || $0.counts[.tied] != nil }) { writeRulings() }
    ReportSheet.writeEnd(unreadParts: report.unreadParts, provenance: report.provenance, to: writer)
    try writer.finish()
  }

  /// Returns a name for the sheet of a group that no other has, whatever the case of its letters.
  private static func name(_ part: GroupPart, _ names: inout Set<String>) -> String {
    let name = WorkbookWriter.sheetName("排序 \(part.key)")
    if names.insert(name.lowercased()).inserted { return name }
    var number = 2
    while true {
      let suffix = "·\(number)"
      let other = WorkbookWriter.sheetName(name, before: suffix) + suffix
      if names.insert(other.lowercased()).inserted { return other }
      number += 1
    }
  }

  /// The cell of a place, coloured by what it means.
  static func badge(_ place: Place) -> ReportSheet.Value { .badge(place.title, place.standing.background) }

  /// The cell of an amount in 万元.
  static func money(_ amount: ExactDecimal?) -> ReportSheet.Value { .number(amount?.tenThousands) }
}
