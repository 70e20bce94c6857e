import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import KepingTables

/// Evaluates a batch of applications, in the order of the input.
public final class Batch {
  /// Some results, as they are written.
  public struct Block {
    /// One JSON object a line.
    public fileprivate(set) var lines: Bytes = []
    /// How many records it is of.
    public fileprivate(set) var records = 0
    /// How many of them could not be evaluated.
    public fileprivate(set) var errors = 0
    /// How many bytes of the input it is of.
    public fileprivate(set) var size = 0
  }

  /// Called with an assessment, and with what makes its trace while its record is still bound.
  public typealias Inspection = (_ assessment: Assessment, _ trace: () -> [Trace]) -> Void

  private let programs: Programs
  private let maximumRecord: Int
  /// How many workers evaluate at once.
  private let jobs: Int
  /// How many bytes of the input are read, and evaluated, at once.
  var chunkSize = RecordReader.defaultChunkSize
  /// How many bytes one worker evaluates as fast as two: another has to load the programs anew.
  var soloSize = 4 << 20
  private var assessor: Assessor
  private var order: BatchOrder

  public init(_ programs: Programs, maximumRecord: Int = Assessor.maximumRecord, jobs: Int = 1) {
    self.programs = programs
    self.maximumRecord = maximumRecord
    self.jobs = jobs
    assessor = Assessor(programs.routes, maximumRecord: maximumRecord)
    order = BatchOrder(limit: programs.limits.killsInARow)
  }

  /// Notes what evaluating costs. What is measured or inspected is evaluated by one worker.
  public func measure(into profile: Profile) { assessor.measure(into: profile) }

  /// Called for each application that a program has evaluated, or failed on.
  public var inspect: Inspection?

  /// The plugins that were set aside, in the order in which they were.
  public var setAside: [Diagnostic] { order.setAside.map { setAsideNotice(of: programs.entries[$0].plugin) } }

  private func setAsideNotice(of plugin: Plugin) -> Diagnostic {
    let limit = programs.limits.killsInARow
    return Diagnostic(
      path: plugin.path, code: "plugin-set-aside",
      Wording(
        "连续\(limit)次超出限额，本批次其余申报书不再由它评审（limits.killsInARow）",
        "exceeded its limits \(limit) times in a row and is set aside for the rest of the batch (limits.killsInARow)"))
  }

  /// Assesses every record of an input, and hands on each assessment before the next is made.
  ///
  /// - Parameter report: receives what could not be read, while all else goes on, and what else a user should know.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` where the input cannot be read, or what the body throws.
  public func assess(
    _ input: Input, report: (Diagnostic) -> Void, _ body: (Assessment) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    switch input.content {
    case .json(let source):
      try assess(source, body)
      return true
    case .table(let reader):
      return try assessRows(reader, report: report, into: AssessmentBuilder()) { builder throws(Diagnostic) in
        assessor.inspect(builder.assessment, with: inspect)
        try body(builder.assessment)
      }
    }
  }

  /// Evaluates every record of an input, and hands on the results of these verdicts as lines of JSON, many at once.
  ///
  /// - Parameter report: receives what could not be read, while all else goes on, and what else a user should know.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` where the input cannot be read, or what the body throws.
  public func evaluateLines(
    _ input: Input, of verdicts: Set<Verdict>, report: (Diagnostic) -> Void,
    _ body: (borrowing Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var block = Block()
    switch input.content {
    case .json(let source):
      try evaluateChunks(source, of: verdicts) { results throws(Diagnostic) in
        swap(&block.lines, &results.lines)
        block.records = results.entries.count
        block.errors = results.errors
        block.size = results.chunk.size
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
      if inspect == nil {
        isComplete = try assessRows(reader, report: report, into: JSONResult()) { result throws(Diagnostic) in
          try appendResult(result.verdict) { result.append(to: &$0) }
        }
      } else {
        isComplete = try assessRows(reader, report: report, into: AssessmentBuilder()) { builder throws(Diagnostic) in
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

  private func assessRows<Sink: ResultSink>(
    _ reader: TableReader, report: (Diagnostic) -> Void, into emptySink: Sink,
    _ body: (borrowing Sink) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var isComplete = true
    var sink = emptySink
    while true {
      var row: ApplicationRow
      do throws(Diagnostic) {
        guard let next = try reader.next() else { break }
        row = next
      } catch {
        report(error)
        isComplete = false
        continue
      }
      _ = assessor.read(&row, for: Sink.form)
      let runner = assessor.runner
      let precedent = order.beginRecord(id: assessor.id(), runner: runner)
      order.endRecord(assessor.conclude(into: &sink, after: precedent, programFaults: row.programFaults), runner: runner)
      try body(sink)
    }
    for remark in reader.remarks { report(remark) }
    for fault in reader.faults { report(fault) }
    return isComplete && reader.faults.isEmpty
  }

  // MARK: JSON

  /// Assesses every record of a source, and hands on each assessment.
  /// - Throws: ``Diagnostic`` where the source cannot be read, or what the body throws.
  public func assess(
    _ source: ByteSource, _ body: (Assessment) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    guard try evaluateAlone(&reader, form: .each, each: body, body: { _ in }) else { return }
    try evaluateInParallel(reader, form: .assessments) { results throws(Diagnostic) in
      for assessment in results.assessments { try body(assessment) }
    }
  }

  private func evaluateChunks(
    _ source: ByteSource, of verdicts: Set<Verdict>, _ body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    let form = ChunkEvaluator.Form.lines(Verdicts(verdicts))
    if try evaluateAlone(&reader, form: form, each: { _ in }, body: body) { try evaluateInParallel(reader, form: form, body) }
  }

  /// How many bytes of a source one worker evaluates before others join it. What somebody looks at happens in one place.
  private func bytesForOneWorker(of source: ByteSource) -> Int {
    guard jobs > 1, inspect == nil, !assessor.isMeasuring else { return .max }
    guard let size = source.size else { return soloSize }
    return size > Int64(soloSize) ? 0 : .max
  }

  /// - Returns: whether the input goes on, for several workers.
  private func evaluateAlone(
    _ reader: inout RecordReader, form: ChunkEvaluator.Form, each: (Assessment) throws(Diagnostic) -> Void,
    body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var evaluator = ChunkEvaluator(assessor, form: form, maximumRecord: maximumRecord, inspect: inspect)
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
    _ reader: RecordReader, form: ChunkEvaluator.Form,
    _ body: (inout ChunkEvaluator.Results) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let pool = WorkerPool(reader, jobs: jobs, order.quarantine)
    defer { pool.stop() }
    let blueprint = programs.blueprint
    let maximumRecord = maximumRecord
    // A pipe may keep its reader waiting, which is not to be the one who hands on the results.
    let mayWait = reader.source.size == nil
    let others = pool.start(mayWait ? jobs : jobs - 1) {
      let assessor = Assessor(blueprint.routes, maximumRecord: maximumRecord)
      return ChunkEvaluator(assessor, form: form, maximumRecord: maximumRecord)
    }
    var evaluator = ChunkEvaluator(assessor, form: form, maximumRecord: maximumRecord)
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
  /// Lets the assessment that was concluded last be inspected; not one that no program has evaluated.
  func inspect(_ assessment: Assessment, with inspection: Batch.Inspection?) {
    if let inspection, lastCall != nil { inspection(assessment) { trace(assessment) } }
  }
}
