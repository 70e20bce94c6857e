import BatchFixtures
import KepingCore
import KepingFiles
import Testing
import WorkbookFixtures

@testable import KepingBatch
@testable import KepingReports

@Suite("A report has the same bytes for any number of workers")
struct SharedReportTests {
  /// Returns a report of the examples in small chunks, made as the command makes it.
  static func report(_ format: ReportFormat, jobs: Int, asLines: Bool) throws -> Bytes {
    let file = try TemporaryFile()
    let programs = try programs(allOn).programs
    let report = try format.begin(file.path, programs.catalogue)
    let batch = Batch(programs, jobs: jobs)
    batch.chunkSize = 3000
    batch.soloSize = 3000
    var summary = Summary()
    func ignore(_ diagnostic: Diagnostic) {}
    for name in try exampleInputs() {
      let input = try Input(name, programs: programs)
      if asLines {
        let report = try #require(report as? any LineReport)
        _ = try batch.evaluateLines(input, of: Set(Verdict.allCases), report: ignore) { block throws(Diagnostic) in
          try report.write(lines: block.lines)
        }
      } else {
        _ = try batch.assess(input, report: ignore) { assessment throws(Diagnostic) in
          summary.count(assessment)
          try report.write(assessment)
        }
      }
    }
    try report.finish(summary)
    return try bytes(file)
  }

  @Test("Every format has the same bytes with one worker and with three", arguments: ReportFormat.allCases)
  func formats(_ format: ReportFormat) throws {
    let alone = try Self.report(format, jobs: 1, asLines: false)
    #expect(!alone.isEmpty)
    #expect(try Self.report(format, jobs: 3, asLines: false) == alone)
    guard format == .jsonl || format == .json else { return }
    for jobs in [1, 3] { #expect(try Self.report(format, jobs: jobs, asLines: true) == alone) }
  }
}
