import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import KepingTables

/// Evaluates a batch of applications, in the order of the input.
///
/// The example imports `KepingBatch`, `KepingCore`, `KepingPrograms` and `SystemPackage`. `plugins` is the `FilePath` of the
/// shipped folder `Plugins`, and `programs` is loaded from it as in the example of `Programs`.
///
/// ```swift
/// let file = plugins.appending("jili-2024/examples/4.1.json")
/// let input = try Input(file.string, programs: programs)
/// let isComplete = try Batch(programs).assess(
///   input, report: { print($0.text(.english)) }, { print($0.id ?? "", $0.verdict.title) })
/// print(isComplete)
/// // Prints "BS2024-41-001 通过"
/// // Prints "BS2024-41-002 需补正"
/// // Prints "BS2024-41-003 不通过"
/// // Prints "true"
/// ```
public final class Batch {
  /// The results of some consecutive records.
  public struct Block {
    /// The results, one JSON object a line.
    public internal(set) var lines: Bytes = []
    /// The number of records in this block, including those whose results are left out of ``lines``.
    public internal(set) var records = 0
    /// The number of these records that could not be evaluated.
    public internal(set) var errors = 0
  }

  /// A function that receives an assessment, and a closure that returns its trace and is valid during the call only.
  public typealias Inspection = (_ assessment: Assessment, _ trace: () -> [Trace]) -> Void

  let programs: Programs
  let maximumRecord: Int
  /// The maximum number of workers.
  private let jobs: Int
  /// The number of bytes of the input in a chunk.
  var chunkSize = RecordReader.defaultChunkSize
  /// The size in bytes up to which one worker is as fast as several, because each further worker loads the programs again.
  var soloSize = 4 << 20
  var assessor: Assessor
  private var order: BatchOrder
  /// The corrections and rulings; nil if there are none.
  var amendments: Amendments?
  /// The counts for the limits; nil if nothing is counted.
  private var submissions: SubmissionCounts?

  /// Creates a batch.
  ///
  /// - Parameters:
  ///   - maximumRecord: the maximum size of a record in bytes.
  ///   - jobs: the maximum number of workers.
  public init(_ programs: Programs, maximumRecord: Int = Assessor.maximumRecord, jobs: Int = 1) {
    self.programs = programs
    self.maximumRecord = maximumRecord
    self.jobs = jobs
    assessor = Assessor(programs.routes, maximumRecord: maximumRecord)
    order = BatchOrder(limit: programs.limits.killsInARow)
  }

  /// Records the cost of evaluations in a profile; from now on, one worker evaluates.
  public func measure(into profile: Profile) { assessor.measure(into: profile) }

  /// Counts the assessed applications for the limits on what may be submitted, from now on.
  ///
  /// This takes no time and no memory if no program that is on has such a limit.
  public func countSubmissions() { submissions = SubmissionPlan(programs).map { SubmissionCounts($0) } }

  /// The holders who have more applications than a limit allows; nil if nothing was counted.
  public var limitExcesses: [LimitExcess]? { submissions?.excesses }

  /// Receives each application that a program has evaluated or failed on; if set, one worker evaluates.
  public var inspect: Inspection?

  /// A remark if no application has a time of submission although windows are set for their project types; else nil.
  public var submissionRemark: Diagnostic? {
    guard order.submissions.missing, !order.submissions.given else { return nil }
    var remark = Diagnostic(
      code: "no-submission-times",
      Wording(
        "配置设定了受理时间（windows），但没有一份申报书填写提交时间（submittedAt），无法判断是否在受理期内；请在申报表中加“提交时间”列",
        "windows are set, but no application has a submission time (submittedAt, 提交时间), so that none can be compared with them"))
    remark.isRemark = true
    return remark
  }

  /// A diagnostic for each plugin that was set aside, in order of time.
  public var setAside: [Diagnostic] {
    order.setAside.map { setAsideNotice(of: programs.entries[$0].plugin, after: order.quarantine.failure(of: $0)) }
  }

  private func setAsideNotice(of plugin: Plugin, after failure: PluginFailure?) -> Diagnostic {
    let limit = programs.limits.killsInARow
    let cause = Quarantine.cause(failure)
    return Diagnostic(
      path: plugin.path, code: "plugin-set-aside",
      Wording(
        "连续\(limit)次\(cause.chinese)，本批次其余申报书不再由它评审（limits.killsInARow）",
        "\(cause.english) \(limit) times in a row and is set aside for the rest of the batch (limits.killsInARow)"))
  }

  /// Assesses every record of an input and passes the assessments to a body in the order of the input.
  ///
  /// - Parameter report: receives non-fatal diagnostics: parts of a table that could not be read, and remarks.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` if the input cannot be read, or what the body throws.
  public func assess(
    _ input: Input, report: (Diagnostic) -> Void, _ body: (Assessment) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    switch input.content {
    case .json(let source):
      try assess(source, file: input.label, body)
      return true
    case .table(let reader):
      return try assessRows(reader, of: input, report: report, into: AssessmentBuilder(), amend: amend) {
        builder throws(Diagnostic) in
        assessor.inspect(builder.assessment, with: inspect)
        if let plan = submissions?.plan, builder.assessment.verdict != .error {
          submissions?.count(plan.submission(of: &assessor), of: builder.assessment)
        }
        try body(builder.assessment)
      }
    }
  }

  /// Evaluates every record of an input and passes the results as lines of JSON to a body, in the order of the input.
  ///
  /// - Parameters:
  ///   - verdicts: the verdicts whose results are written; the others are only counted.
  ///   - report: receives non-fatal diagnostics: parts of a table that could not be read, and remarks.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` if the input cannot be read, or what the body throws.
  public func evaluateLines(
    _ input: Input, of verdicts: Set<Verdict>, report: (Diagnostic) -> Void,
    _ body: (borrowing Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var block = Block()
    switch input.content {
    case .json(let source):
      try evaluateChunks(source, file: input.label, form: .lines(Verdicts(verdicts))) { results throws(Diagnostic) in
        swap(&block.lines, &results.lines)
        block.records = results.entries.count
        block.errors = results.errors
        defer { swap(&block.lines, &results.lines) }
        try body(block)
      }
      return true
    case .table(let reader):
      func flush() throws(Diagnostic) {
        try body(block)
        block.lines.removeAll(keepingCapacity: true)
        (block.records, block.errors) = (0, 0)
      }
      func appendResult(_ verdict: Verdict, _ append: (inout Bytes) -> Void) throws(Diagnostic) {
        block.records += 1
        if verdict == .error { block.errors += 1 }
        guard verdicts.contains(verdict) else { return }
        append(&block.lines)
        block.lines.append(0x0A)
        if block.lines.count >= 64 << 10 { try flush() }
      }
      let isComplete: Bool
      if inspect == nil, amendments == nil {
        isComplete = try assessRows(reader, of: input, report: report, into: JSONResult()) { result throws(Diagnostic) in
          try appendResult(result.verdict) { result.append(to: &$0) }
        }
      } else {
        isComplete = try assessRows(
          reader, of: input, report: report, into: AssessmentBuilder(), amend: amend
        ) { builder throws(Diagnostic) in
          let assessment = builder.assessment
          assessor.inspect(assessment, with: inspect)
          try appendResult(assessment.verdict) { assessment.append(to: &$0) }
        }
      }
      try flush()
      return isComplete
    }
  }

  // MARK: Tables

  /// Reads every application of a table, and passes it as a JSON object with its assessment to a body, in the order of the table.
  ///
  /// - Parameter report: receives non-fatal diagnostics: parts of the table that could not be read, and remarks.
  /// - Returns: whether all of the table could be read.
  /// - Throws: ``Diagnostic`` with code `not-a-table` for JSON, or what the body throws.
  public func readApplications(
    _ input: Input, report: (Diagnostic) -> Void, _ body: (Assessment, Bytes) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    guard case .table(let reader) = input.content else {
      throw Diagnostic(
        path: input.name, code: "not-a-table",
        Wording("是JSON，不是工作簿或CSV，可以直接放进 examples/", "JSON, not a workbook or CSV; put it into examples/ as it is"))
    }
    return try assessRows(reader, of: input, report: report, into: AssessmentBuilder()) { builder throws(Diagnostic) in
      try body(builder.assessment, assessor.recordJSON())
    }
  }

  /// Evaluates every application of a table.
  ///
  /// - Parameters:
  ///   - emptySink: receives the results.
  ///   - amend: evaluates the last record that was read with its correction and its rulings; nil if there are none.
  func assessRows<Sink: ResultSink>(
    _ reader: TableReader, of input: Input, report: (Diagnostic) -> Void, into emptySink: Sink,
    amend: ((Bytes, inout Sink, Amendments.Location) -> Void)? = nil, _ body: (borrowing Sink) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    let amendedIDs = amendments?.ids ?? []
    var sink = emptySink
    var sheet: Int?
    var name = SourceName(file: input.label)
    reader.nameFile(input.label)
    return try reader.forEachApplication(report: report) { row throws(Diagnostic) in
      if sheet != reader.currentSheet {
        name.sheet = reader.currentSheetName
        order.beginSource(name, isNewInput: sheet == nil)
        sheet = reader.currentSheet
      }
      _ = assessor.read(&row, for: Sink.form)
      let runner = assessor.runner
      let line = reader.currentRow
      let place = name
      func location() -> String? { place.file == nil ? nil : "\(place.sheet?.name ?? "")!\(line)" }
      if let amend, !amendedIDs.isEmpty, let id = assessor.trimmedID(), amendedIDs.contains(id) {
        amend(id, &sink, Amendments.Location(line: line, programFaults: row.programFaults, text: location))
        return try body(sink)
      }
      amendments?.clear()
      let precedent = order.beginRecord(&assessor, line: line)
      let conclusion = assessor.conclude(
        into: &sink, after: precedent, programFaults: row.programFaults, location: location)
      order.endRecord(conclusion, runner: runner)
      try body(sink)
    }
  }

  func amend(_ id: Bytes, _ builder: inout AssessmentBuilder, at location: Amendments.Location) {
    amendments?.conclude(id, &assessor, into: &builder, &order, at: location)
  }

  // MARK: JSON

  /// Assesses every record of a JSON source and passes the assessments to a body in the order of the input.
  ///
  /// - Throws: ``Diagnostic`` if the source cannot be read, or what the body throws.
  public func assess(
    _ source: ByteSource, _ body: (Assessment) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try assess(source, file: nil, body)
  }

  private func assess(
    _ source: ByteSource, file: String?, _ body: (Assessment) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    order.beginSource(SourceName(file: file), isNewInput: true)
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    func deliver(_ assessed: Assessed) throws(Diagnostic) {
      submissions?.count(assessed.submission, of: assessed.assessment)
      try body(assessed.assessment)
    }
    guard try evaluateAlone(&reader, file: file, form: .each, each: deliver, body: { _ in }) else { return }
    try evaluateInParallel(reader, file: file, form: .assessments) { results throws(Diagnostic) in
      for assessed in results.assessments { try deliver(assessed) }
    }
  }

  func evaluateChunks(
    _ source: ByteSource, file: String?, form: ChunkEvaluator.Form,
    _ body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    order.beginSource(SourceName(file: file), isNewInput: true)
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    guard try evaluateAlone(&reader, file: file, form: form, each: { _ in }, body: body) else { return }
    try evaluateInParallel(reader, file: file, form: form, body)
  }

  /// Returns how many bytes of a source one worker evaluates before others join it.
  ///
  /// The result is `.max` for a small file, for one job, and if costs are recorded or assessments are inspected, which happens
  /// on the calling thread only.
  private func bytesForOneWorker(of source: ByteSource) -> Int {
    guard jobs > 1, inspect == nil, !assessor.isMeasuring else { return .max }
    guard let size = source.size else { return soloSize }
    return size > Int64(soloSize) ? 0 : .max
  }

  /// Evaluates the first part of an input on the calling thread.
  ///
  /// - Returns: whether the input has more data, which several workers should evaluate.
  private func evaluateAlone(
    _ reader: inout RecordReader, file: String?, form: ChunkEvaluator.Form, each: (Assessed) throws(Diagnostic) -> Void,
    body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var evaluator = ChunkEvaluator(
      assessor, form: form, maximumRecord: maximumRecord, file: file, inspect: inspect, plan: submissions?.plan,
      amendedIDs: amendments?.ids, amendments: amendments)
    var results = ChunkEvaluator.Results()
    var left = bytesForOneWorker(of: reader.source)
    while left > 0 {
      guard try reader.readChunk(into: &results.chunk) else { return false }
      left -= results.chunk.size
      try evaluator.evaluateChunk(&results, &order, each)
      reader.line += results.lineCount
      try body(&results)
    }
    return true
  }

  private func evaluateInParallel(
    _ reader: RecordReader, file: String?, form: ChunkEvaluator.Form,
    _ body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let pool = WorkerPool(reader, jobs: jobs, order.quarantine)
    defer { pool.stop() }
    let blueprint = programs.blueprint
    let maximumRecord = maximumRecord
    let plan = submissions?.plan
    let ids = amendments?.ids
    // Reading a pipe may block, so the calling thread only passes on results and lets other threads read.
    let mayWait = reader.source.size == nil
    let others = pool.start(mayWait ? jobs : jobs - 1) {
      let assessor = Assessor(blueprint.routes, maximumRecord: maximumRecord)
      return ChunkEvaluator(assessor, form: form, maximumRecord: maximumRecord, file: file, plan: plan, amendedIDs: ids)
    }
    var evaluator = ChunkEvaluator(
      assessor, form: form, maximumRecord: maximumRecord, file: file, plan: plan, amendedIDs: ids, amendments: amendments)
    var number = 0
    var lines = 0
    while var results = try pool.next(number, &evaluator, evaluates: !mayWait || others == 0) {
      number += 1
      evaluator.merge(&results, &order, linesBefore: lines)
      lines += results.lineCount
      try body(&results)
      pool.recycle(results, order.quarantine)
    }
  }
}

extension Assessor {
  /// Passes the last concluded assessment to an inspection if a program evaluated it.
  func inspect(_ assessment: Assessment, with inspection: Batch.Inspection?) {
    if let inspection, lastCall != nil { inspection(assessment) { trace(assessment) } }
  }
}
