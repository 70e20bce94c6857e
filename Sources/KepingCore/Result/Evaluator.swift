/// Evaluates applications, one after the other, on memory that it keeps.
///
/// An evaluator is confined to one thread. Its functions are mutating even where they change nothing: one that is not would be
/// given a copy of the evaluator, record and all, when one that is asks it.
public struct Evaluator {
  public var record = Record()
  /// What the host noticed about the record.
  var problems: [Problem] = []
  /// The outcomes of the clauses answered so far.
  var outcomes: [Outcome] = []
  /// Where costs are noted; nil where nobody asks for them.
  public var profile: Profile?
  /// The functions of the program that evaluates.
  var functions: (any ProgramFunctions)?
  /// Why a function failed. From then on all is unknown and no function is called, until the failure is taken away.
  private(set) var failure: EvaluationFailure?
  /// Whether one has. To ask the failure itself would copy it each time, as large as it is.
  private(set) var hasFailed = false
  /// What is known already of the checks and quantities that are dear, for the record that is bound: so that a function is
  /// called once, whoever asks for what it answers.
  var truths: [UInt8] = []
  var values: [CachedValue] = []
  /// What functions are given: the last one's operands stand behind those of the ones that wait for it. What is behind them
  /// all is left from others.
  var operands: [OperandValue] = []
  var operandCount = 0

  /// A quantity's value, once it was asked for.
  struct CachedValue {
    enum State: UInt8 { case notEvaluated, known, unknown }
    var state = State.notEvaluated
    var value = 0.0
  }

  public init() {}

  /// Answers every clause of a direction for the record, which is bound by the program's schema, and scores it.
  /// - Throws: ``EvaluationFailure`` where a function of the plugin fails.
  mutating func evaluate<Sink: FindingSink>(_ call: EvaluationCall, into sink: inout Sink) throws(EvaluationFailure) {
    let program = call.program
    let direction = call.direction
    call.functions.begin()
    prepare(program, call.functions)
    defer { functions = nil }
    sink.beginFindings()
    if !outcomes.isEmpty { outcomes.removeAll(keepingCapacity: true) }
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    recordHostProblems(program, direction)
    if !record.unknownFields.isEmpty { problems.append(contentsOf: record.unknownFields) }
    var verdict = Verdict.pass
    let clauses = program.directions[direction].clauses
    for index in clauses.indices {
      let outcome =
        profile == nil
        ? answer(clauses[index], program, direction: direction, registered: call.registered, into: &sink)
        : answerProfiled(clauses[index], call, index: index, into: &sink)
      if hasFailed { throw failure(at: program.clauseID(direction, index)) }
      outcomes.append(outcome)
      verdict = worse(verdict, clauses[index].kind.verdict(for: outcome))
    }
    for problem in problems { verdict = worse(verdict, problem.code.verdict) }
    let criteria = program.directions[direction].criteria
    for index in criteria.indices {
      if profile == nil {
        score(criteria[index], program, into: &sink)
      } else {
        scoreProfiled(criteria[index], call, index: index, into: &sink)
      }
      if hasFailed { throw failure(at: program.program.directions[direction].criteria[index].id) }
    }
    sink.finish(verdict, problems: problems, direction: direction, program)
  }

  /// Forgets what is known of another record.
  mutating func prepare(_ program: CompiledProgram, _ functions: any ProgramFunctions) {
    self.functions = profile.map { ProfiledFunctions(functions, $0, program.program.reference.id) } ?? functions
    forgetFailure()
    if truths.count < program.checks.count {
      truths.append(contentsOf: repeatElement(Self.notEvaluated, count: program.checks.count - truths.count))
    }
    if values.count < program.quantities.count {
      values.append(contentsOf: repeatElement(CachedValue(), count: program.quantities.count - values.count))
    }
    var allTruths = truths.mutableSpan
    allTruths.update(repeating: Self.notEvaluated)
    var allValues = values.mutableSpan
    allValues.update(repeating: CachedValue())
  }

  static let notEvaluated: UInt8 = 0xFF

  private mutating func failure(at clause: String) -> EvaluationFailure {
    var located = failure ?? EvaluationFailure(code: .pluginFailed, message: "")
    if located.clause == nil { located.clause = clause }
    forgetFailure()
    return located
  }

  /// Takes note that a function has failed.
  mutating func recordFailure(_ failure: EvaluationFailure) {
    self.failure = failure
    hasFailed = true
  }

  private mutating func forgetFailure() {
    failure = nil
    hasFailed = false
  }

  private func worse(_ first: Verdict, _ second: Verdict) -> Verdict {
    if first == .fail || second == .fail { return .fail }
    return first == .supplement || second == .supplement ? .supplement : .pass
  }
}

extension Problem.Code {
  /// The least verdict that a problem allows.
  fileprivate var verdict: Verdict {
    switch self {
    case .outsideWindow: .fail
    case .invalidCreditCode, .noSubmissionTime: .supplement
    case .unknownField, .invalidRecord: .pass
    }
  }
}
