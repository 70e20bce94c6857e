import KepingBatch
import KepingCore
import KepingFiles
import KepingReports

/// Evaluates the inputs of `keping evaluate`, writes the report, and counts the results.
final class EvaluationRun {
  private let batch: Batch
  private let report: any ResultReport
  private let verdicts: Set<Verdict>
  let progress = Progress()
  private(set) var summary = Summary()
  /// The number of records that could not be evaluated.
  private(set) var errors = 0
  /// The number of records of the current input.
  private var records = 0
  /// The number of records of all inputs.
  private var allRecords = 0
  /// Whether an error was thrown while the report was written.
  private(set) var hasReportFailed = false

  init(batch: Batch, report: any ResultReport, verdicts: Set<Verdict>) {
    self.batch = batch
    self.report = report
    self.verdicts = verdicts
  }

  /// Evaluates an input and returns whether all of it could be read.
  ///
  /// - Parameter file: the name of the file in the report.
  /// - Throws: ``Diagnostic`` if the input cannot be read or the report cannot be written.
  func evaluate(_ input: Input, file: String) throws(Diagnostic) -> Bool {
    progress.begin(input)
    func show(_ diagnostic: Diagnostic) { self.show(diagnostic, of: input.name, file: file) }
    records = 0
    defer { allRecords += records }
    let isComplete =
      if let report = report as? any LineReport { try writeLines(input, to: report, show) } else {
        try writeAssessments(input, show)
      }
    if isComplete, records == 0 { show(Self.emptyInput(input.name)) }
    return isComplete
  }

  /// Returns a remark on an input that has no applications: a template that nobody filled in, or an empty list.
  private static func emptyInput(_ name: String) -> Diagnostic {
    var remark = Diagnostic(path: name, code: "no-applications", Wording("没有申报书，没有什么可评审", "no applications to evaluate"))
    remark.isRemark = true
    return remark
  }

  /// Shows a diagnostic about an input, and adds it to the report if some content of the input is lost.
  ///
  /// - Parameters:
  ///   - input: the path of the input in the diagnostic.
  ///   - file: the name of the file in the report.
  func show(_ diagnostic: Diagnostic, of input: String, file: String) {
    progress.clear()
    Console.show(diagnostic)
    if !diagnostic.isRemark { summary.add(UnreadPart(diagnostic, of: input, file: file)) }
  }

  /// Returns what was written into a file, as far as it is known: of lines of JSON, only errors are counted.
  func conclusion(of file: String) -> Wording {
    report is any LineReport
      ? WrittenResults.wording(file, records: allRecords, errors: errors)
      : WrittenResults.wording(file, summary.totals, of: verdicts)
  }

  /// Evaluates the corrections that took the place of no application.
  ///
  /// - Throws: ``Diagnostic`` if the report cannot be written.
  func evaluateOtherCorrections() throws(Diagnostic) {
    let count = records
    defer { allRecords += records - count }
    if let report = report as? any LineReport {
      try batch.evaluateOtherCorrections(of: verdicts) { block throws(Diagnostic) in try write(block, to: report) }
    } else {
      try batch.assessOtherCorrections { assessment throws(Diagnostic) in try write(assessment) }
    }
  }

  private func writeLines(
    _ input: Input, to report: any LineReport, _ show: (Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    try batch.evaluateLines(input, of: verdicts, report: show) { block throws(Diagnostic) in try write(block, to: report) }
  }

  private func write(_ block: borrowing Batch.Block, to report: any LineReport) throws(Diagnostic) {
    errors += block.errors
    records += block.records
    hasReportFailed = true
    try report.write(lines: block.lines)
    hasReportFailed = false
    progress.advance(records: block.records)
  }

  private func writeAssessments(_ input: Input, _ show: (Diagnostic) -> Void) throws(Diagnostic) -> Bool {
    try batch.assess(input, report: show) { assessment throws(Diagnostic) in try write(assessment) }
  }

  private func write(_ assessment: Assessment) throws(Diagnostic) {
    summary.count(assessment)
    records += 1
    if assessment.verdict == .error { errors += 1 }
    if verdicts.contains(assessment.verdict) {
      hasReportFailed = true
      try report.write(assessment)
      hasReportFailed = false
    }
    progress.advance(records: 1)
  }
}
