import BatchFixtures
import Foundation
import KepingBatch
import KepingCore
import KepingFiles
import KepingPrograms
import KepingSelection
import Testing
import WorkbookFixtures

@testable import KepingBatch

/// A batch with corrections and rulings.
struct AmendedBatch {
  var input: Bytes
  var corrections: [Bytes] = []
  var rulings: [Ruling] = []
  var confirmation = RulingConfirmation.never
  var bureauLimits = 0
  /// The number of workers; with several, a chunk has a few records.
  var jobs = 1

  init(_ input: String, corrections: [String] = [], rulings: [Ruling] = []) {
    self.input = Bytes(input.utf8)
    self.corrections = corrections.map { Bytes($0.utf8) }
    self.rulings = rulings
  }

  private func batch(_ programs: Programs) -> Batch {
    let batch = Batch(programs, jobs: jobs)
    if jobs > 1 { (batch.chunkSize, batch.soloSize) = (900, 900) }
    return batch
  }

  /// Adds corrections, named `补正1.jsonl` and so on in messages, and rulings to a batch.
  private func amend(_ batch: Batch, _ programs: Programs) throws -> Bool {
    var isComplete = true
    for (index, bytes) in corrections.enumerated() {
      let isBook = bytes.starts(with: Bytes("PK".utf8))
      let file = try TemporaryFile(bytes, ending: isBook ? ".xlsx" : ".jsonl")
      var input = try Input(file.path.string, programs: programs)
      input.label = "补正\(index + 1)\(isBook ? ".xlsx" : ".jsonl")"
      isComplete = try batch.addCorrections(input, report: { _ in }) && isComplete
    }
    if !rulings.isEmpty { batch.apply(rulings, confirmation: confirmation, bureauLimits: bureauLimits) }
    return isComplete
  }

  /// Returns the entries of a round.
  func entries(_ programs: Programs) throws -> [Entry] {
    let file = try TemporaryFile(input, ending: input.starts(with: Bytes("PK".utf8)) ? ".xlsx" : ".jsonl")
    let plan = RoundPlan(programs.catalogue, programs.selection)
    let batch = batch(programs)
    #expect(try amend(batch, programs))
    var entries: [Entry] = []
    let isComplete = try batch.enter(try Input(file.path.string, programs: programs), into: plan, report: { _ in }) {
      entries += $0
    }
    #expect(isComplete)
    batch.enterOtherCorrections(into: plan) { entries.append($0) }
    return entries
  }

  /// Returns the assessments of all applications, and the codes of what is said about the rulings.
  ///
  /// The lines that the command writes must have the same bytes, and must be read back as the same assessments.
  func run(_ programs: Programs) throws -> (assessments: [Assessment], codes: [String]) {
    let file = try TemporaryFile(input, ending: input.starts(with: Bytes("PK".utf8)) ? ".xlsx" : ".jsonl")
    func ignore(_ diagnostic: Diagnostic) {}
    var assessments: [Assessment] = []
    let values = batch(programs)
    #expect(try amend(values, programs))
    _ = try values.assess(try Input(file.path.string, programs: programs), report: ignore) {
      assessment throws(Diagnostic) in assessments.append(assessment)
    }
    try values.assessOtherCorrections { assessment throws(Diagnostic) in assessments.append(assessment) }

    var lines: Bytes = []
    let written = batch(programs)
    _ = try amend(written, programs)
    _ = try written.evaluateLines(try Input(file.path.string, programs: programs), of: Set(Verdict.allCases), report: ignore) {
      block throws(Diagnostic) in lines += block.lines
    }
    try written.evaluateOtherCorrections(of: Set(Verdict.allCases)) { block throws(Diagnostic) in lines += block.lines }

    let texts = lines.text.split(separator: "\n").map(String.init)
    #expect(texts == assessments.map(\.json.text))
    for (text, assessment) in zip(texts, assessments) { #expect(try Assessment(json: Bytes(text.utf8)) == assessment) }
    #expect(written.rulingDiagnostics == values.rulingDiagnostics)
    return (assessments, values.rulingDiagnostics.map { "\($0.path) \($0.code)\($0.isRemark ? " remark" : "")" })
  }
}

/// Returns a ruling by 张三 of 1 May 2024.
func ruling(
  _ application: String, _ clause: String, _ decision: Ruling.Decision = .outcome(.met), on: String = "2024-05-01",
  by: String = "张三", confirmedBy: String? = nil, check: String? = nil, row: Int = 2
) -> Ruling {
  Ruling(
    application: application, clause: clause, decision: decision, reason: "核对了原件", by: by,
    on: CalendarDate(rfc3339: Bytes(on.utf8)) ?? CalendarDate(dayNumber: 0), confirmedBy: confirmedBy, check: check,
    cell: SourceCell(file: "裁定.xlsx", sheet: "裁定", row: row))
}

extension Assessment {
  /// The verdict, then each problem by its code, with `✓` if a ruling settles it.
  var told: String {
    ([verdict.rawValue] + problems.map { $0.code.rawValue + ($0.ruling == nil ? "" : "✓") }).joined(separator: " ")
  }
}
