import KepingCore
import KepingFiles
import KepingPlugins

/// Evaluates a batch of applications, in the order of the input.
public final class Batch {
  /// Some results, as they are written.
  public struct Block {
    /// One JSON object a line.
    public fileprivate(set) var lines: Bytes = []
    /// How many records it is of, and how many of them could not be evaluated.
    public fileprivate(set) var records = 0
    public fileprivate(set) var errors = 0
    /// How many bytes of the input it is of.
    public fileprivate(set) var size = 0
  }

  private let programs: Programs
  private let maximumRecord: Int
  /// How many workers evaluate at once.
  private let jobs: Int
  /// How many bytes of the input are read, and evaluated, at once.
  var chunkSize = RecordReader.usualChunk
  /// How many bytes one worker evaluates as fast as two: another has to load the programs anew.
  var soloSize = 4 << 20
  private var records: RecordEvaluator
  private var order: BatchOrder

  /// The most bytes that one record may have.
  public static let maximumRecord = 128 << 20

  public init(_ programs: Programs, maximumRecord: Int = Batch.maximumRecord, jobs: Int = 1) {
    self.programs = programs
    self.maximumRecord = maximumRecord
    self.jobs = jobs
    records = RecordEvaluator(programs.routes, maximumRecord: maximumRecord)
    order = BatchOrder(limit: programs.limits.killsInARow)
  }

  /// Notes what evaluating costs. What is measured or inspected is evaluated by one worker.
  public func measure(into profile: Profile) { records.evaluator.profile = profile }

  /// Looks at each record that a program has evaluated, or failed on, while it is still bound.
  public var inspect: ((borrowing Evaluator, CompiledProgram, Int, any ProgramFunctions) -> Void)? {
    get { records.inspect }
    set { records.inspect = newValue }
  }

  /// The plugins that were set aside, in the order in which they were.
  public var setAside: [Diagnostic] { order.setAside.map { notice(of: programs.entries[$0].plugin) } }

  private func notice(of plugin: Plugin) -> Diagnostic {
    let limit = programs.limits.killsInARow
    return Diagnostic(
      path: plugin.path, code: "plugin-set-aside",
      Wording(
        "连续\(limit)次超出限额，本批次其余申报书不再由它评审（limits.killsInARow）",
        "exceeded its limits \(limit) times in a row and is set aside for the rest of the batch (limits.killsInARow)"))
  }

  /// Evaluates every record of an input, and hands on each result before the next is made.
  ///
  /// - Parameter tell: hears what could not be read, while all else goes on, and what else a user should know.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` where the input cannot be read, or what the body throws.
  public func evaluate(
    _ input: Input, tell: (Diagnostic) -> Void, _ body: (borrowing Evaluation) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    switch input.content {
    case .json(let source):
      try evaluate(source, body)
      return true
    case .table(let reader): return try evaluate(reader, tell: tell, body)
    }
  }

  /// Evaluates every record of an input, and hands on the results of these verdicts as lines of JSON, many at once.
  ///
  /// - Parameter tell: hears what could not be read, while all else goes on, and what else a user should know.
  /// - Returns: whether all of the input could be read.
  /// - Throws: ``Diagnostic`` where the input cannot be read, or what the body throws.
  public func evaluateLines(
    _ input: Input, of verdicts: Set<Verdict>, tell: (Diagnostic) -> Void, _ body: (borrowing Block) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var block = Block()
    switch input.content {
    case .json(let source):
      try evaluateLines(source, of: verdicts) { outcome throws(Diagnostic) in
        swap(&block.lines, &outcome.lines)
        block.records = outcome.records.count
        block.errors = outcome.errors
        block.size = outcome.chunk.size
        defer { swap(&block.lines, &outcome.lines) }
        try body(block)
      }
      return true
    case .table(let reader):
      func flush() throws(Diagnostic) {
        try body(block)
        block.lines.removeAll(keepingCapacity: true)
        (block.records, block.errors) = (0, 0)
      }
      let isWhole = try evaluate(reader, tell: tell) { evaluation throws(Diagnostic) in
        block.records += 1
        if evaluation.verdict == .error { block.errors += 1 }
        guard verdicts.contains(evaluation.verdict) else { return }
        evaluation.append(to: &block.lines)
        block.lines.append(0x0A)
        if block.lines.count >= 64 << 10 { try flush() }
      }
      try flush()
      return isWhole
    }
  }

  // MARK: Tables

  private func evaluate(
    _ reader: TableReader, tell: (Diagnostic) -> Void, _ body: (borrowing Evaluation) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var isWhole = true
    while true {
      do throws(Diagnostic) {
        guard try reader.next() else { break }
      } catch {
        tell(error)
        isWhole = false
        continue
      }
      records.evaluate(reader.builder, &order)
      try body(records.evaluator.evaluation)
    }
    for remark in reader.remarks { tell(remark) }
    for fault in reader.faults { tell(fault) }
    return isWhole && reader.faults.isEmpty
  }

  // MARK: JSON

  /// Evaluates every record of a source, and hands on each result.
  /// - Throws: ``Diagnostic`` where the source cannot be read, or what the body throws.
  public func evaluate(
    _ source: ByteSource, _ body: (borrowing Evaluation) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    guard try evaluateAlone(&reader, .none, body, { _ in }) else { return }
    try evaluateInParallel(reader, .evaluations) { outcome throws(Diagnostic) in
      for evaluation in outcome.evaluations { try body(evaluation) }
    }
  }

  private func evaluateLines(
    _ source: ByteSource, of verdicts: Set<Verdict>, _ body: (inout ChunkEvaluator.Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord, chunkSize: chunkSize)
    let form = ChunkEvaluator.Form.lines(Verdicts(verdicts))
    if try evaluateAlone(&reader, form, { _ in }, body) { try evaluateInParallel(reader, form, body) }
  }

  /// How many bytes of a source one worker evaluates before others join it. What somebody looks at happens in one place.
  private func share(of source: ByteSource) -> Int {
    guard jobs > 1, records.inspect == nil, records.evaluator.profile == nil else { return .max }
    guard let size = source.size else { return soloSize }
    return size > Int64(soloSize) ? 0 : .max
  }

  /// - Returns: whether the input goes on, for several workers.
  private func evaluateAlone(
    _ reader: inout RecordReader, _ form: ChunkEvaluator.Form,
    _ each: (borrowing Evaluation) throws(Diagnostic) -> Void,
    _ body: (inout ChunkEvaluator.Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    var evaluator = ChunkEvaluator(records: records, form: form, maximumRecord: maximumRecord)
    var outcome = ChunkEvaluator.Outcome()
    var left = share(of: reader.source)
    while left > 0 {
      guard try reader.next(&outcome.chunk) else { return false }
      left -= outcome.chunk.size
      try evaluator.evaluate(&outcome, &order, each)
      reader.line += outcome.lineCount
      try body(&outcome)
    }
    return true
  }

  private func evaluateInParallel(
    _ reader: RecordReader, _ form: ChunkEvaluator.Form,
    _ body: (inout ChunkEvaluator.Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let pool = WorkerPool(reader, jobs: jobs, order.quarantine)
    defer { pool.stop() }
    let blueprint = programs.blueprint
    let maximumRecord = maximumRecord
    // A pipe may keep its reader waiting, which is not to be the one who hands on the results.
    let mayWait = reader.source.size == nil
    let others = pool.start(mayWait ? jobs : jobs - 1) {
      ChunkEvaluator(
        records: RecordEvaluator(blueprint.routes, maximumRecord: maximumRecord), form: form, maximumRecord: maximumRecord)
    }
    var evaluator = ChunkEvaluator(records: records, form: form, maximumRecord: maximumRecord)
    var number = 0
    var lines = 0
    while var outcome = try pool.next(number, &evaluator, takesPart: !mayWait || others == 0) {
      number += 1
      evaluator.settle(&outcome, &order, linesBefore: lines)
      lines += outcome.lineCount
      try body(&outcome)
      pool.giveBack(outcome, order.quarantine)
    }
  }
}
