import KepingCore
import KepingPlugins

/// Assesses applications one by one, each as far as it can be: what is wrong with one is its result.
///
/// This is the one way from a record to its assessment, whoever asks: a batch, a plugin's tests, a template's example. A
/// record is read (``read(_:for:)``), then its assessment is concluded (``conclude(_:into:gate:registered:)``). An assessor and
/// the programs that it has are confined to one thread.
///
/// ```swift
/// var assessor = Assessor(programs)
/// let assessment = assessor.assess(record)
/// print(assessment.verdict.title)
/// ```
public struct Assessor {
  private var evaluator = Evaluator()
  private let routes: Routes
  /// The most bytes that a record may have, as messages name it.
  private let maximumRecord: Int
  /// Where the record leads to that was read last.
  private var destination: Destination?
  /// The program that it was read by; nil where no program evaluates it.
  private var compiled: CompiledProgram?
  /// What evaluated the record that was concluded last, where it was for values; nil where nothing did.
  package private(set) var lastCall: EvaluationCall?

  /// The most bytes that one record may have.
  public static let maximumRecord = 128 << 20

  /// The assessor of some programs, on the thread that has loaded them.
  public init(_ programs: Programs) { self.init(programs.routes) }

  package init(_ routes: Routes, maximumRecord: Int = Assessor.maximumRecord) {
    self.routes = routes
    self.maximumRecord = maximumRecord
  }

  /// The assessor of one plugin's program as it ships, without a configuration.
  package init(_ loaded: PluginProgram) {
    let runner = Runner(0, loaded.plugin, Runner.Loaded(program: loaded.program, functions: loaded))
    self.init(Routes([runner]) { _, _ in 0 })
  }

  /// Assesses one application, given as a JSON object.
  public mutating func assess(_ record: Bytes) -> Assessment { assess(record, registered: nil) }

  /// Assesses one application.
  /// - Parameter registered: the indices of the clauses of a direction whose notices are registered; nil for those of the
  ///   configuration.
  package mutating func assess(_ record: Bytes, registered: ((Direction) -> Set<Int>)?) -> Assessment {
    var builder = AssessmentBuilder()
    var gate = OpenGate()
    evaluate(whole(record), in: record, into: &builder, gate: &gate, registered: registered)
    return builder.assessment
  }

  /// A record that is an input of its own.
  private func whole(_ record: Bytes) -> InputRecord {
    InputRecord(range: 0..<record.count, line: 1, column: 1, isTooLong: record.count > maximumRecord)
  }

  /// Evaluates a record where it stands in an input.
  /// - Parameter isParsed: whether the record's JSON has been parsed already.
  /// - Returns: false where it is too long or no JSON, and its result names its line.
  @discardableResult
  package mutating func evaluate<Sink: ResultSink, Gate: AdmissionGate>(
    _ record: InputRecord, in bytes: Bytes, isParsed: Bool = false, into sink: inout Sink, gate: inout Gate,
    registered: ((Direction) -> Set<Int>)? = nil
  ) -> Bool {
    do throws(EvaluationFailure) {
      if !isParsed { try parse(record, in: bytes) }
    } catch {
      refuse(error, into: &sink)
      return false
    }
    var source = ParsedSource(bytes)
    _ = read(&source, for: Sink.form)
    conclude(source, into: &sink, gate: &gate, registered: registered)
    return true
  }

  /// Parses a record, to be read next.
  /// - Throws: ``EvaluationFailure`` that names its line, where it is too long, or no JSON.
  private mutating func parse(_ record: InputRecord, in bytes: Bytes) throws(EvaluationFailure) {
    guard !record.isTooLong else {
      throw EvaluationFailure(
        code: .invalidRecord, message: "第\(record.line)行的记录超过\(maximumRecord)字节", line: record.line, column: record.column)
    }
    do throws(JSONFault) {
      if let fault = record.fault { throw fault }
      try evaluator.record.parse(bytes, record.range)
    } catch {
      let (line, column) = record.position(of: error.offset, in: bytes)
      throw EvaluationFailure(
        code: .invalidJSON, message: "第\(line)行第\(column)列：\(error.wording.chinese)", line: line, column: column)
    }
  }

  /// Parses the record that begins a line, to be read next.
  /// - Returns: the offset after it; nil where it is no JSON.
  package mutating func parsePrefix(ofLine bytes: Bytes, _ range: Range<Int>) -> Int? {
    evaluator.record.parsePrefix(ofLine: bytes, range)
  }

  /// Ends the result of a record of which nothing is known.
  package mutating func refuse<Sink: ResultSink>(_ failure: EvaluationFailure, into sink: inout Sink) {
    lastCall = nil
    evaluator.record.forget()
    sink.begin(evaluator.record)
    sink.fail(failure, problems: [], of: nil, schema: .host)
  }

  /// The year and direction of the record that was read last, as it gives them; nil where they are not well-formed.
  package var lastAddress: (year: Int, direction: String)? {
    evaluator.record.hasAddress ? (evaluator.record.year, evaluator.record.direction) : nil
  }

  /// Lets go of the bytes of the record that was read last, so that others may write over them.
  package mutating func release() { evaluator.record.release() }

  /// Notes what evaluating costs.
  package mutating func measure(into profile: Profile) { evaluator.profile = profile }

  /// Whether costs are noted.
  package var isMeasuring: Bool { evaluator.profile != nil }

  /// Everything that was asked of the record that was concluded last; empty where no program evaluated it for values.
  package func trace(_ assessment: Assessment) -> [Trace] { lastCall.map { evaluator.trace($0, assessment) } ?? [] }
}

// MARK: Reading

extension Assessor {
  /// Reads a record: its head, the program that it leads to, and by that its rest.
  /// - Returns: false where the source gave up, and another one is to be used.
  package mutating func read<Source: RecordSource>(_ source: inout Source, for form: CompiledForm) -> Bool {
    destination = nil
    compiled = nil
    lastCall = nil
    guard source.readHead(into: &evaluator.record) else { return false }
    if evaluator.record.hasAddress { destination = routes.destination(of: evaluator.record) }
    if let destination, let direction = destination.direction {
      compiled = destination.runner.compiled(for: direction, form)
    }
    return source.readRest(into: &evaluator.record, by: compiled)
  }

  /// Reads an application, and admits it, without evaluating it.
  package mutating func admit(_ record: Bytes) -> Admission { admit(whole(record), in: record) }

  /// Reads a record of an input, and admits it, without evaluating it.
  package mutating func admit(_ record: InputRecord, in bytes: Bytes) -> Admission {
    do throws(EvaluationFailure) { try parse(record, in: bytes) } catch { return .refused(error, []) }
    var source = ParsedSource(bytes)
    _ = read(&source, for: .values)
    var gate = OpenGate()
    do throws(EvaluationFailure) {
      let (_, call) = try admit(&gate, nil)
      return .admitted(evaluator.record, direction: call.direction)
    } catch {
      let (failure, problems) = explained(error, source)
      return .refused(failure, problems)
    }
  }
}

/// Whether a record may be evaluated.
package enum Admission {
  /// With the index of its direction in the program.
  case admitted(Record, direction: Int)
  case refused(EvaluationFailure, [Problem])
}

// MARK: Admission and evaluation

extension Assessor {
  /// Admits the record that was read, evaluates it, and ends its result.
  /// - Parameters:
  ///   - source: what the record was read from.
  ///   - registered: the indices of the clauses of a direction whose notices are registered; nil for those of the configuration.
  package mutating func conclude<Source: RecordSource, Sink: ResultSink, Gate: AdmissionGate>(
    _ source: Source, into sink: inout Sink, gate: inout Gate, registered: ((Direction) -> Set<Int>)? = nil
  ) {
    lastCall = nil
    sink.begin(evaluator.record)
    do throws(EvaluationFailure) {
      let (runner, call) = try admit(&gate, registered)
      if Sink.form == .values { lastCall = call }
      do throws(EvaluationFailure) {
        try sink.evaluate(call, by: &evaluator)
        gate.ended(runner, nil)
      } catch {
        gate.ended(runner, error.plugin)
        throw error
      }
    } catch {
      fail(error, source, into: &sink)
    }
  }

  private func fail<Sink: ResultSink>(_ failure: EvaluationFailure, _ source: some RecordSource, into sink: inout Sink) {
    let (failure, problems) = explained(failure, source)
    let runner = destination?.runner
    sink.fail(failure, problems: problems, of: runner?.reference, schema: runner?.loaded?.program.schema ?? .host)
  }

  /// The questions of the contract, in its order: the first that fails is the result.
  private mutating func admit<Gate: AdmissionGate>(
    _ gate: inout Gate, _ registered: ((Direction) -> Set<Int>)?
  ) throws(EvaluationFailure) -> (runner: Runner, call: EvaluationCall) {
    if evaluator.record.hasHostFaults { throw invalidRecord() }
    try gate.admit(idOf: evaluator.record)
    guard let destination else { throw unknownAddress() }
    let runner = destination.runner
    guard let compiled, let direction = destination.direction, let functions = runner.loaded?.functions else {
      if let fault = runner.fault { throw fault.evaluationFailure(runner.plugin) }
      throw EvaluationFailure(code: .programDisabled, message: "专项 \(runner.plugin.id) 已关闭")
    }
    guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    try gate.admit(runner)
    let call = EvaluationCall(
      program: compiled, direction: direction, functions: functions,
      registered: registered?(compiled.program.directions[direction]))
    return (runner, call)
  }

  /// Evaluates the record that was read once more, by a program that may have been changed but has the same fields.
  package mutating func evaluateAgain(_ call: EvaluationCall) -> Assessment {
    var builder = AssessmentBuilder()
    builder.begin(evaluator.record)
    do throws(EvaluationFailure) {
      try builder.evaluate(call, by: &evaluator)
    } catch {
      builder.fail(error, problems: [], of: call.program.program.reference, schema: call.program.program.schema)
    }
    return builder.assessment
  }

  private func unknownAddress() -> EvaluationFailure {
    let year = evaluator.record.year
    guard routes.hasYear(year) else { return EvaluationFailure(code: .noProgram, message: "没有\(year)年度的专项") }
    return EvaluationFailure(
      code: .unknownDirection, message: "\(year)年度没有方向“\(String(evaluator.record.direction.prefix(60)))”")
  }

  private func invalidRecord() -> EvaluationFailure { EvaluationFailure(code: .invalidRecord, message: "记录不合要求") }

  /// A failure with all problems of the record, where these are what it is about.
  private func explained(_ failure: EvaluationFailure, _ source: some RecordSource) -> (EvaluationFailure, [Problem]) {
    guard failure.code == .invalidRecord else { return (failure, []) }
    var faults = evaluator.record.faults
    // A person who corrects a sheet wants to know of all its cells at once.
    for fault in source.programFaults where !faults.contains(fault) { faults.append(fault) }
    let problems = faults + evaluator.record.unknownFields
    var failure = failure
    if let first = problems.first { failure.message = first.message + (faults.count > 1 ? "（共\(faults.count)处）" : "") }
    return (failure, problems)
  }
}
