import KepingCore
import KepingFiles
import KepingPlugins

/// Evaluates a batch of applications, in the order of the input.
public final class Batch {
  private let programs: Programs
  private let maximumRecord: Int
  private var evaluator = Evaluator()
  private var duplicates = DuplicateCheck()
  private var quarantine: Quarantine
  private var compiled: [String: CompiledProgram] = [:]
  /// The plugins that were set aside, in the order in which they were.
  public private(set) var setAside: [Diagnostic] = []
  /// Looks at each record that a program has evaluated, or failed on, while it is still bound.
  public var inspect: ((borrowing Evaluator, CompiledProgram, Int, any ProgramFunctions) -> Void)?

  /// The most bytes that one record may have.
  public static let maximumRecord = 128 << 20

  public init(_ programs: Programs, maximumRecord: Int = Batch.maximumRecord) {
    self.programs = programs
    self.maximumRecord = maximumRecord
    quarantine = Quarantine(limit: programs.limits.killsInARow)
  }

  /// Notes what evaluating costs.
  public func measure(into profile: Profile) { evaluator.profile = profile }

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
      evaluateRow(reader.builder)
      try body(evaluator.evaluation)
    }
    for remark in reader.remarks { tell(remark) }
    for fault in reader.faults { tell(fault) }
    return isWhole && reader.faults.isEmpty
  }

  private func evaluateRow(_ builder: RecordBuilder) {
    do throws(JSONFault) {
      try evaluator.record.tape.read(builder.json, 0..<builder.json.count)
    } catch {
      // What the builder writes is JSON; only its size can be too much.
      evaluator.beginUnknown()
      return evaluator.fail(EvaluationFailure(code: .invalidRecord, message: error.wording.chinese))
    }
    evaluate(builder.json, builder)
  }

  /// Evaluates every record of a source, and hands on each result before the next is made.
  /// - Throws: ``Diagnostic`` where the source cannot be read, or what the body throws.
  public func evaluate(
    _ source: ByteSource, _ body: (borrowing Evaluation) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var reader = RecordReader(source, maximumRecord: maximumRecord)
    while let raw = try reader.next() {
      evaluate(raw, reader.buffer)
      try body(evaluator.evaluation)
    }
  }

  private func evaluate(_ raw: RecordReader.RawRecord, _ bytes: Bytes) {
    guard !raw.isTooLong else {
      evaluator.beginUnknown()
      evaluator.fail(
        EvaluationFailure(
          code: .invalidRecord, message: "第\(raw.line)行的记录超过\(maximumRecord)字节", line: raw.line, column: raw.column))
      return
    }
    do throws(JSONFault) {
      if let fault = raw.fault { throw fault }
      try evaluator.record.tape.read(bytes, raw.range)
    } catch {
      evaluator.beginUnknown()
      let (line, column) = position(of: error.offset, in: raw, bytes)
      evaluator.fail(
        EvaluationFailure(
          code: .invalidJSON, message: "第\(line)行第\(column)列：\(error.wording.chinese)", line: line, column: column))
      return
    }
    evaluate(bytes, nil)
  }

  /// Evaluates the record on the tape; `builder` made it of a table's row.
  private func evaluate(_ bytes: Bytes, _ builder: RecordBuilder?) {
    evaluator.record.bindHost(bytes, known: builder?.hostFaults ?? [])
    evaluator.begin()
    do throws(EvaluationFailure) {
      try evaluateBound(builder)
    } catch {
      guard error.code == .invalidRecord else { return evaluator.fail(error) }
      var faults = evaluator.record.faults
      // A person who corrects a sheet wants to know of all its cells at once.
      for fault in builder?.programFaults ?? [] where !faults.contains(fault) { faults.append(fault) }
      let problems = (faults + evaluator.record.strangers).map { builder?.placed($0) ?? $0 }
      var failure = error
      if let first = problems.first { failure.message = message(first, of: faults.count) }
      evaluator.fail(failure, problems: problems)
    }
  }

  /// The checks of the contract, in their order: the first that applies is the result.
  private func evaluateBound(_ builder: RecordBuilder?) throws(EvaluationFailure) {
    let entry = evaluator.record.address.flatMap { programs.find(year: $0.year, direction: $0.direction) }
    if let entry { evaluator.note(entry.plugin.manifest.reference) }
    guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    let year = evaluator.record.year
    let direction = evaluator.record.direction
    guard duplicates.insert(evaluator.record.id) else {
      throw EvaluationFailure(code: .duplicateID, message: "申报编号与前面的记录重复")
    }
    guard programs.hasYear(year) else {
      throw EvaluationFailure(code: .noProgram, message: "没有\(year)年度的专项")
    }
    guard let entry else {
      throw EvaluationFailure(code: .unknownDirection, message: "\(year)年度没有方向“\(String(direction.prefix(60)))”")
    }
    switch entry.status {
    case .off:
      throw EvaluationFailure(code: .programDisabled, message: "专项 \(entry.plugin.id) 已关闭")
    case .broken(let fault): throw fault.evaluationFailure(entry.plugin)
    case .on(let functions, let program):
      evaluator.record.bindProgram(
        program.schema, known: builder?.programFaults ?? [], strangers: builder?.strangers ?? [])
      guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
      guard let found = program.directions.firstIndex(where: { $0.id == direction }) else {
        throw EvaluationFailure(code: .unknownDirection, message: "\(year)年度没有方向“\(direction)”")
      }
      try quarantine.admit(entry.plugin)
      let program = compiled[entry.plugin.id] ?? CompiledProgram(program)
      compiled[entry.plugin.id] = program
      do throws(EvaluationFailure) {
        try evaluator.evaluate(program, found, functions)
        quarantine.note(entry.plugin, nil)
        inspect?(evaluator, program, found, functions)
      } catch {
        if let inspect {
          evaluator.fail(error)
          inspect(evaluator, program, found, functions)
        }
        if quarantine.note(entry.plugin, error.plugin) { setAside.append(notice(of: entry.plugin)) }
        throw error
      }
    }
  }

  private func notice(of plugin: Plugin) -> Diagnostic {
    let limit = programs.limits.killsInARow
    return Diagnostic(
      path: plugin.path, code: "plugin-set-aside",
      Wording(
        "连续\(limit)次超出限额，本批次其余申报书不再由它评审（limits.killsInARow）",
        "exceeded its limits \(limit) times in a row and is set aside for the rest of the batch (limits.killsInARow)"))
  }

  private func invalidRecord() -> EvaluationFailure {
    EvaluationFailure(code: .invalidRecord, message: "记录不合要求")
  }

  private func message(_ first: Problem, of count: Int) -> String {
    first.message + (count > 1 ? "（共\(count)处）" : "")
  }

  /// Line and column of a byte of a record; the column counts characters.
  private func position(of offset: Int, in raw: RecordReader.RawRecord, _ bytes: Bytes) -> (line: Int, column: Int) {
    var line = raw.line
    var column = raw.column
    for byte in bytes[raw.range.lowerBound..<max(raw.range.lowerBound, min(offset, bytes.count))] {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
