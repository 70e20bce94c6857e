import KepingCore
import KepingPlugins

/// Assesses applications one by one, each as far as it can be: what is wrong with one is its result.
///
/// This is the one way from a record to its assessment, whoever asks: a batch, a plugin's tests, a template's example. A
/// record is read (``read(_:for:)``), then its assessment is concluded (``conclude(into:after:programFaults:registered:)``). An assessor and
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
  /// Who evaluates the record that was read last; nil where nobody answers for its year and direction.
  package private(set) var runner: Runner?
  /// The index of its direction in the program; nil where the program is off or broken.
  private var direction: Int?
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
    do throws(EvaluationFailure) {
      try readParsed(singleRecord(record), in: record, for: .values)
      _ = conclude(into: &builder, registered: registered)
    } catch {
      refuse(error, into: &builder)
    }
    return builder.assessment
  }

  /// A record that is an input of its own.
  private func singleRecord(_ record: Bytes) -> InputRecord {
    InputRecord(range: 0..<record.count, line: 1, column: 1, isTooLong: record.count > maximumRecord)
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

  /// Ends the result of a record that could not be read.
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

  /// Feeds a hasher with the id of the record that was read last; false where a field of the host's is not well-formed.
  ///
  /// It changes nothing: it is mutating so that an assessor, which is large, is not copied for it.
  package mutating func hashID(into hasher: inout Hasher) -> Bool {
    if evaluator.record.hasHostFaults { return false }
    evaluator.record.hashID(into: &hasher)
    return true
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
    runner = nil
    direction = nil
    compiled = nil
    if case .values = form { lastCall = nil }
    guard source.readHead(into: &evaluator.record) else { return false }
    if evaluator.record.hasAddress, let destination = routes.destination(of: evaluator.record) {
      runner = destination.runner
      direction = destination.direction
      if let direction { compiled = destination.runner.compiled(for: direction, form) }
    }
    return source.readRest(into: &evaluator.record, by: compiled)
  }

  /// Reads a record where it stands in an input, through its parsed JSON.
  /// - Parameter isParsed: whether its JSON has been parsed already.
  /// - Throws: ``EvaluationFailure`` that names its line, where it is too long, or no JSON.
  package mutating func readParsed(
    _ record: InputRecord, in bytes: Bytes, isParsed: Bool = false, for form: CompiledForm
  ) throws(EvaluationFailure) {
    if !isParsed { try parse(record, in: bytes) }
    var source = ParsedSource(bytes)
    _ = read(&source, for: form)
  }

  /// Reads an application, and admits it, without evaluating it.
  package mutating func admit(_ record: Bytes) -> Admission { admit(singleRecord(record), in: record) }

  /// Reads a record of an input, and admits it, without evaluating it.
  package mutating func admit(_ record: InputRecord, in bytes: Bytes) -> Admission {
    do throws(EvaluationFailure) { try readParsed(record, in: bytes, for: .values) } catch { return .refused(error, []) }
    do throws(EvaluationFailure) {
      let call = try admittedCall(after: .none, registered: nil)
      return .admitted(evaluator.record, direction: call.direction)
    } catch {
      let (failure, problems) = withProblems(error, [])
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
  ///   - precedent: what came before it.
  ///   - programFaults: what its source found wrong with the program's fields, whether they were read or not.
  ///   - registered: the indices of the clauses of a direction whose notices are registered; nil for those of the configuration.
  package mutating func conclude<Sink: ResultSink>(
    into sink: inout Sink, after precedent: Precedent = .none, programFaults: [Problem] = [],
    registered: ((Direction) -> Set<Int>)? = nil
  ) -> Conclusion {
    var conclusion = Conclusion.refused
    sink.begin(evaluator.record)
    do throws(EvaluationFailure) {
      let call = try admittedCall(after: precedent, registered: registered)
      if case .setAside(let failure) = precedent {
        conclusion = .setAside
        throw failure
      }
      if case .values = Sink.form { lastCall = call }
      do throws(EvaluationFailure) {
        try sink.evaluate(call, by: &evaluator)
        conclusion = .evaluated
      } catch {
        conclusion = error.plugin.map { .failed($0) } ?? .evaluated
        throw error
      }
    } catch {
      fail(error, programFaults, into: &sink)
    }
    return conclusion
  }

  private func fail<Sink: ResultSink>(_ failure: EvaluationFailure, _ programFaults: [Problem], into sink: inout Sink) {
    let (failure, problems) = withProblems(failure, programFaults)
    sink.fail(failure, problems: problems, of: runner?.reference, schema: runner?.loaded?.program.schema ?? .host)
  }

  /// The questions of the contract, in its order: the first that fails is the result.
  private mutating func admittedCall(
    after precedent: Precedent, registered: ((Direction) -> Set<Int>)?
  ) throws(EvaluationFailure) -> EvaluationCall {
    if evaluator.record.hasHostFaults { throw invalidRecord() }
    if case .sameID = precedent { throw EvaluationFailure(code: .duplicateID, message: "申报编号与前面的记录重复") }
    guard let runner else { throw unknownAddress() }
    guard let compiled, let direction, let functions = runner.loaded?.functions else {
      if let fault = runner.fault { throw fault.evaluationFailure(runner.plugin) }
      throw EvaluationFailure(code: .programDisabled, message: "专项 \(runner.plugin.id) 已关闭")
    }
    guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    return EvaluationCall(
      program: compiled, direction: direction, functions: functions,
      registered: registered?(compiled.program.directions[direction]))
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
  private func withProblems(_ failure: EvaluationFailure, _ programFaults: [Problem]) -> (EvaluationFailure, [Problem]) {
    guard failure.code == .invalidRecord else { return (failure, []) }
    var faults = evaluator.record.faults
    // A person who corrects a sheet wants to know of all its cells at once.
    for fault in programFaults where !faults.contains(fault) { faults.append(fault) }
    let problems = faults + evaluator.record.unknownFields
    var failure = failure
    if let first = problems.first { failure.message = first.message + (faults.count > 1 ? "（共\(faults.count)处）" : "") }
    return (failure, problems)
  }
}
