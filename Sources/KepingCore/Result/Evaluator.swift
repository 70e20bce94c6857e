/// Evaluates applications one after the other and reuses its memory.
///
/// An evaluator is confined to one thread. Even functions that change nothing are mutating, because a nonmutating function that
/// is called from a mutating one would receive a copy of the evaluator with its record.
public struct Evaluator {
  /// The record of the application that is being evaluated.
  public var record = Record()
  /// The problems found in the record, which do not prevent its evaluation.
  var problems: [Problem] = []
  /// The outcomes of the clauses evaluated so far.
  var outcomes: [Outcome] = []
  /// The profile that receives the costs; nil if costs are not measured.
  public var profile: Profile?
  /// The submission that the record corrects; nil if it corrects none.
  package var original: OriginalSubmission?
  /// The functions of the program that is being evaluated.
  var functions: (any ProgramFunctions)?
  /// The failure of a function; nil if none has failed.
  ///
  /// Until it is cleared, no function is called, and the results of all functions are unknown.
  private(set) var failure: EvaluationFailure?
  /// Whether ``failure`` is set.
  ///
  /// This flag is faster to read than ``failure``, which is a large value that would be copied.
  private(set) var hasFailed = false
  /// The cached answers of expensive checks for the current record, as raw values of ``Truth`` or ``notEvaluated``.
  ///
  /// The cache also ensures that each function is called only once, however many checks use its result.
  var truths: [UInt8] = []
  /// The cached values of expensive quantities for the current record.
  var values: [CachedValue] = []
  /// A stack of operand values: a nested call pushes its operands after those of the calls that wait for it.
  ///
  /// The elements from ``operandCount`` on are left over from earlier calls.
  var operands: [OperandValue] = []
  /// The number of elements of ``operands`` that are in use.
  var operandCount = 0

  /// The cached value of a quantity.
  struct CachedValue {
    enum State: UInt8 { case notEvaluated, known, unknown }
    var state = State.notEvaluated
    var value = 0.0
  }

  /// Creates an evaluator without a record.
  public init() {}

  /// Evaluates every clause and every criterion of a direction for ``record``, which is bound by the program's schema.
  /// - Throws: ``EvaluationFailure`` if a function of the plugin fails.
  mutating func evaluate<Sink: FindingSink>(_ call: EvaluationCall, into sink: inout Sink) throws(EvaluationFailure) {
    let program = call.program
    let direction = call.direction
    call.functions.begin()
    prepare(program, call.functions)
    defer { functions = nil }
    sink.beginFindings()
    if !outcomes.isEmpty { outcomes.removeAll(keepingCapacity: true) }
    if !problems.isEmpty { problems.removeAll(keepingCapacity: true) }
    if !record.batchProblems.isEmpty { problems.append(contentsOf: record.batchProblems) }
    recordHostProblems(program, direction)
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
    if let rulings = call.rulings { verdict = apply(rulings, to: clauses, into: &sink) }
    for problem in problems { verdict = worse(verdict, problem.effect) }
    let criteria = program.directions[direction].criteria
    let shared =
      program.directions[direction].sharesPoints
      ? sharedMaxima(program.program.directions[direction].criteria, criteria) : nil
    for index in criteria.indices {
      if profile == nil {
        score(criteria[index], maximum: shared?[index], program, into: &sink)
      } else {
        scoreProfiled(criteria[index], maximum: shared?[index], call, index: index, into: &sink)
      }
      if hasFailed { throw failure(at: program.program.directions[direction].criteria[index].id) }
    }
    sink.finish(verdict, problems: problems, direction: direction, program)
  }

  /// Sets the functions, and clears the failure and all values cached for an earlier record.
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

  /// The element of ``truths`` for a check that has not been evaluated.
  static let notEvaluated: UInt8 = 0xFF

  /// Returns the failure with the clause or criterion that was being evaluated, and clears it.
  private mutating func failure(at clause: String) -> EvaluationFailure {
    var located = failure ?? EvaluationFailure(code: .pluginFailed, message: "")
    if located.clause == nil { located.clause = clause }
    forgetFailure()
    return located
  }

  /// Records that a function has failed.
  mutating func recordFailure(_ failure: EvaluationFailure) {
    self.failure = failure
    hasFailed = true
  }

  private mutating func forgetFailure() {
    failure = nil
    hasFailed = false
  }

  /// Returns the worse of two verdicts; neither may be `error`.
  func worse(_ first: Verdict, _ second: Verdict) -> Verdict {
    if first == .fail || second == .fail { return .fail }
    return first == .supplement || second == .supplement ? .supplement : .pass
  }
}

extension Problem.Code {
  /// The best verdict that an application with the problem can have.
  package var verdict: Verdict {
    switch self {
    case .outsideWindow: .fail
    case .invalidCreditCode, .noSubmissionTime, .similarID, .implausibleAmount, .rulingStale, .rulingUnconfirmed: .supplement
    case .unknownField, .unknownTopic, .struckText, .unknownRegion, .invalidRecord, .duplicateID: .pass
    }
  }
}

extension Problem {
  /// The best verdict that an application with the problem can have; a ruling settles the problem.
  public var effect: Verdict { ruling == nil ? code.verdict : .pass }
}
