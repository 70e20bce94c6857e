import KepingCore
import KepingPlugins

/// Assesses applications one by one.
///
/// Every caller uses an assessor to get from a record to its assessment: a batch, the tests of a plugin, the example of a
/// template. An invalid record throws no error: its assessment says so. A record is first read (``read(_:for:)``); then
/// ``conclude(into:after:programFaults:registered:)`` admits and evaluates it. An assessor and its programs must stay on one
/// thread.
///
/// The example imports `KepingCore` and `KepingPrograms`. `programs` is loaded as in the example of ``Programs``.
///
/// ```swift
/// let record = """
///   {"id": "BS2024-0001", "year": 2024, "direction": "4.1", "title": "示例项目（虚构）",
///    "applicant": {"name": "示例铝业有限公司（虚构）", "kind": "enterprise", "rdExpense": {"2023": 800000}}}
///   """
/// var assessor = Assessor(programs)
/// let assessment = assessor.assess(Bytes(record.utf8))
/// print(assessment.verdict.title)
/// // Prints "不通过"
/// print(assessor.assess(Bytes("{}".utf8)).failure?.message ?? "")
/// // Prints "缺少申报编号（共6处）"
/// ```
public struct Assessor {
  var evaluator = Evaluator()
  private let routes: Routes
  /// The maximum size of a record in bytes.
  private let maximumRecord: Int
  /// The runner for the last record that was read; nil if no program owns its year and direction.
  package private(set) var runner: Runner?
  /// The index of that record's direction in the program; nil if the program is off or broken.
  private var direction: Int?
  /// The compiled program by which that record was read; nil if no program evaluates it.
  private var compiled: CompiledProgram?
  /// The call that evaluated the last concluded record as values; nil if no program evaluated it, or only as JSON.
  package internal(set) var lastCall: EvaluationCall?

  /// The default maximum size of a record: 128 MB.
  public static let maximumRecord = 128 << 20

  /// Creates an assessor; call this on the thread that loaded the programs.
  public init(_ programs: Programs) { self.init(programs.routes) }

  /// Creates an assessor for routes, with a maximum record size in bytes.
  package init(_ routes: Routes, maximumRecord: Int = Assessor.maximumRecord) {
    self.routes = routes
    self.maximumRecord = maximumRecord
  }

  /// Creates an assessor for the program of one plugin, without a configuration.
  package init(_ loaded: PluginProgram) {
    let runner = Runner(0, loaded.plugin, Runner.Loaded(program: loaded.program, functions: loaded))
    self.init(Routes([runner]) { _, _ in 0 })
  }

  /// Assesses one application, given as a JSON object in UTF-8.
  public mutating func assess(_ record: Bytes) -> Assessment { assess(record, registered: nil) }

  /// Assesses one application with other registered notices.
  ///
  /// - Parameter registered: returns the indices of a direction's clauses whose notices are registered; nil for those of the
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

  /// Returns the location of a record that is a whole input.
  private func singleRecord(_ record: Bytes) -> InputRecord {
    InputRecord(range: 0..<record.count, line: 1, column: 1, isTooLong: record.count > maximumRecord)
  }

  /// Parses the JSON of a record, so that the record can be read next.
  ///
  /// - Throws: ``EvaluationFailure`` with the line if the record is too long or not JSON.
  private mutating func parse(_ record: InputRecord, in bytes: Bytes) throws(EvaluationFailure) {
    guard !record.isTooLong else {
      throw EvaluationFailure(
        code: .invalidRecord, message: "第\(record.line)行的记录超过\(maximumRecord)字节", line: record.line, column: record.column)
    }
    do throws(JSONFault) {
      if let fault = record.fault { throw fault }
      try evaluator.record.parse(bytes, record.range)
    } catch {
      // Line and column stay those of the first byte that is not JSON, on which programs rely; the mistake may be before it.
      let (line, column) = record.position(of: error.offset, in: bytes)
      let mistake = JSONMistake(error, in: bytes, record.range) { record.position(of: $0, in: bytes) }
      let isBefore = mistake.offset != error.offset
      var message = "第\(line)行第\(column)列：" + (isBefore ? error.wording : mistake.wording).chinese
      if isBefore {
        let place = record.position(of: mistake.offset, in: bytes)
        message += "；第\(place.line)行第\(place.column)列：\(mistake.wording.chinese)"
      }
      throw EvaluationFailure(code: .invalidJSON, message: message, line: line, column: column)
    }
  }

  /// Parses the JSON value at the start of a line, so that it can be read next.
  ///
  /// - Returns: the offset after the value; nil if it is not JSON.
  package mutating func parsePrefix(ofLine bytes: Bytes, _ range: Range<Int>) -> Int? {
    evaluator.record.parsePrefix(ofLine: bytes, range)
  }

  /// Writes the result of a record that could not be read.
  ///
  /// - Parameter file: the name of the file, which the message gives before the line; nil to leave it out.
  package mutating func refuse<Sink: ResultSink>(_ failure: EvaluationFailure, in file: String? = nil, into sink: inout Sink) {
    lastCall = nil
    evaluator.record.forget()
    sink.begin(evaluator.record)
    var failure = failure
    if let file { failure.message = file + failure.message }
    sink.fail(failure, problems: [], of: nil, schema: .host)
  }

  /// The year and direction in the last record that was read; nil if either is invalid.
  package var lastAddress: (year: Int, direction: String)? {
    evaluator.record.hasYearAndDirection ? (evaluator.record.year, evaluator.record.direction) : nil
  }

  /// The index of the direction of the last record that was read; nil if no program evaluates it.
  package var directionIndex: Int? { direction }

  // The following functions change nothing. They are mutating so that the compiler does not copy the assessor, which is large.

  /// Returns whether fields of the host make the last record that was read invalid.
  package mutating func hasHostFaults() -> Bool { evaluator.record.hasHostFaults }

  /// Feeds the id of the last record that was read into a hasher if it is plain; call this only if no field of the host is
  /// invalid.
  ///
  /// - Returns: whether the id is plain; if not, what the hasher was fed is of no use.
  package mutating func hashPlainID(into hasher: inout Hasher) -> Bool { evaluator.record.hashPlainID(into: &hasher) }

  /// Returns the UTF-8 of the id of the last record that was read, as it was given; nil if it is absent or not well-formed.
  package mutating func idText() -> ArraySlice<UInt8>? { evaluator.record.idText }

  /// Returns whether the last record that was read has a time of submission, if its direction asks for one.
  package mutating func submissionTime() -> SubmissionTime {
    guard let compiled, let direction, compiled.hasWindow(direction) else { return .notAsked }
    if let original = evaluator.original { return original.submittedAt == nil ? .missing : .given }
    return evaluator.record.hasSubmissionTime ? .given : .missing
  }

  /// Returns the units and the leader of the last record that was read; call this only if the record has no faults.
  ///
  /// - Parameter slots: the slots of the record's program.
  package mutating func participants(_ slots: ParticipantSlots) -> Participants { slots.participants(of: evaluator.record) }

  /// Returns the host's fields of the last record that was read, as far as a round needs them.
  package mutating func roundFields() -> RoundFields { evaluator.record.roundFields }

  /// Returns numbers of the last record that was read, NaN for an absent one; call this only if the record has no faults.
  package mutating func values(of slots: [NumberSlot]) -> [Double] {
    slots.map { $0.value(in: evaluator.record) ?? .nan }
  }

  /// Returns the last record that was read as one JSON object, with the fields that a table has for it.
  package mutating func recordJSON() -> Bytes { evaluator.record.allValues.bytes }

  /// Forgets the last record that was read.
  package mutating func forget() { evaluator.record.forget() }

  /// Releases the bytes of the last record that was read, so that their buffer can be reused without a copy.
  package mutating func release() { evaluator.record.release() }

  /// Records the cost of evaluations in a profile from now on.
  package mutating func measure(into profile: Profile) { evaluator.profile = profile }

  /// Whether the cost of evaluations is recorded.
  package var isMeasuring: Bool { evaluator.profile != nil }

  /// Returns the trace of every check of the last concluded record; empty if no program evaluated it as values.
  package func trace(_ assessment: Assessment) -> [Trace] { lastCall.map { evaluator.trace($0, assessment) } ?? [] }
}

// MARK: Reading

extension Assessor {
  /// Reads a record: first its head, then the remaining fields by the program that year and direction name.
  ///
  /// - Returns: false if the source gave up and the caller must use another source.
  package mutating func read<Source: RecordSource>(_ source: inout Source, for form: CompiledForm) -> Bool {
    runner = nil
    direction = nil
    compiled = nil
    if case .values = form { lastCall = nil }
    guard source.readHead(into: &evaluator.record) else { return false }
    if evaluator.record.hasYearAndDirection, let destination = routes.destination(of: evaluator.record) {
      runner = destination.runner
      direction = destination.direction
      if let direction { compiled = destination.runner.compiled(for: direction, form) }
    }
    return source.readRest(into: &evaluator.record, by: compiled)
  }

  /// Reads a record of an input through its parsed JSON.
  ///
  /// - Parameter isParsed: whether the JSON is parsed already.
  /// - Throws: ``EvaluationFailure`` with the line if the record is too long or not JSON.
  package mutating func readParsed(
    _ record: InputRecord, in bytes: Bytes, isParsed: Bool = false, for form: CompiledForm
  ) throws(EvaluationFailure) {
    if !isParsed { try parse(record, in: bytes) }
    var source = ParsedSource(bytes)
    _ = read(&source, for: form)
  }

  /// Reads and admits an application without evaluating it.
  package mutating func admit(_ record: Bytes) -> Admission { admit(singleRecord(record), in: record) }

  /// Reads and admits a record of an input without evaluating it.
  package mutating func admit(_ record: InputRecord, in bytes: Bytes) -> Admission {
    do throws(EvaluationFailure) { try readParsed(record, in: bytes, for: .values) } catch { return .refused(error, []) }
    do throws(EvaluationFailure) {
      let call = try admittedCall(after: .none, registered: nil)
      return .admitted(evaluator.record, direction: call.direction)
    } catch {
      let (failure, problems) = withProblems(error, after: .none, [])
      return .refused(failure, problems)
    }
  }
}

/// The result of admitting a record.
package enum Admission {
  /// The record can be evaluated; `direction` is the index of its direction in the program.
  case admitted(Record, direction: Int)
  /// The record cannot be evaluated.
  case refused(EvaluationFailure, [Problem])
}

// MARK: Admission and evaluation

extension Assessor {
  /// Admits the record that was read, evaluates it, and writes its result.
  ///
  /// - Parameters:
  ///   - precedent: the effect of earlier applications.
  ///   - programFaults: errors that the source found in the program's fields, whether these were read or not.
  ///   - location: returns the file and line of the record, which the message of a failure names; nil to name neither.
  ///   - registered: returns the indices of a direction's clauses whose notices are registered; nil for those of the
  ///     configuration.
  package mutating func conclude<Sink: ResultSink>(
    into sink: inout Sink, after precedent: Precedent = .none, programFaults: [Problem] = [],
    location: () -> String? = { nil }, registered: ((Direction) -> Set<Int>)? = nil
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
      var (failure, problems) = withProblems(error, after: precedent, programFaults)
      // The message of a problem with a cell begins with the name of the cell, which contains the file.
      if Self.cell(of: failure, problems, after: precedent) == nil, let location = location() {
        failure.message = "\(location)：\(failure.message)"
      }
      sink.fail(failure, problems: problems, of: runner?.reference, schema: runner?.loaded?.program.schema ?? .host)
    }
    return conclusion
  }

  /// Returns the cell that the message of a failure names; nil if it names none.
  private static func cell(of failure: EvaluationFailure, _ problems: [Problem], after precedent: Precedent) -> String? {
    switch (failure.code, precedent) {
    case (.invalidRecord, _): problems.first?.cell
    case (.duplicateID, .sameID(let problem)), (.noOriginal, .noOriginal(let problem)): problem.cell
    default: nil
    }
  }

  /// Checks the conditions of admission.
  ///
  /// Their order is part of the promised results: if several fail, the first one is reported.
  ///
  /// - Throws: ``EvaluationFailure`` for the first condition that fails.
  private mutating func admittedCall(
    after precedent: Precedent, registered: ((Direction) -> Set<Int>)?
  ) throws(EvaluationFailure) -> EvaluationCall {
    if evaluator.record.hasHostFaults { throw invalidRecord() }
    if case .sameID(let problem) = precedent { throw EvaluationFailure(code: .duplicateID, message: problem.message) }
    if case .noOriginal(let problem) = precedent { throw EvaluationFailure(code: .noOriginal, message: problem.message) }
    guard let runner else { throw unknownAddress() }
    guard let compiled, let direction, let functions = runner.loaded?.functions else {
      if let fault = runner.fault { throw fault.evaluationFailure(runner.plugin) }
      throw EvaluationFailure(code: .programDisabled, message: "专项 \(runner.plugin.id) 已关闭")
    }
    guard evaluator.record.faults.isEmpty else { throw invalidRecord() }
    if case .similarID(let problem) = precedent { evaluator.record.batchProblems = [problem] }
    return EvaluationCall(
      program: compiled, direction: direction, functions: functions,
      registered: registered?(compiled.program.directions[direction]))
  }

  /// Evaluates the last record once more, by a program that may differ from the first one but has the same fields.
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

  /// Returns a failure with the faults of the record that a person has to correct, too.
  ///
  /// A person who corrects a record needs all of them at once, and to know whether its id is a duplicate.
  private func withProblems(
    _ failure: EvaluationFailure, after precedent: Precedent, _ programFaults: [Problem]
  ) -> (EvaluationFailure, [Problem]) {
    guard [.invalidRecord, .duplicateID, .noOriginal].contains(failure.code) else { return (failure, []) }
    var faults = evaluator.record.faults
    var seen = Set(faults)
    for fault in programFaults where seen.insert(fault).inserted { faults.append(fault) }
    if failure.code != .invalidRecord { return (failure, faults) }
    if case .sameID(let problem) = precedent { faults.append(problem) }
    var failure = failure
    if let first = faults.first { failure.message = first.message + (faults.count > 1 ? "（共\(faults.count)处）" : "") }
    return (failure, faults + evaluator.record.unknownFields)
  }
}
