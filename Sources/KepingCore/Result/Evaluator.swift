/// Evaluates applications, one after the other, on memory that it keeps.
///
/// An evaluator is confined to one thread.
public struct Evaluator {
  public var record = Record()
  public internal(set) var evaluation = Evaluation()
  /// Where costs are noted; nil where nobody asks for them.
  public var profile: Profile?

  public init() {}

  /// Begins a result with what the record says of itself; fields that are not well-formed stay unknown.
  public mutating func begin() {
    evaluation.reset()
    let places = HostPlaces.all
    func known(_ place: HostPlaces.Place) -> Record.Slot? {
      guard place.slot < record.slots.count, record.slots[place.slot].isPresent else { return nil }
      if record.faults.isEmpty { return record.slots[place.slot] }
      let parent = place.path.split(separator: ".").dropLast().joined(separator: ".")
      return record.hasFault(at: place.path) || record.hasFault(at: parent) ? nil : record.slots[place.slot]
    }
    func store(_ slot: Record.Slot?) -> Range<Int> {
      guard let slot else { return 0..<4 }
      let start = evaluation.text.count
      evaluation.text.append(json: record.text(slot))
      return start..<evaluation.text.count
    }
    evaluation.id = store(known(places.id))
    evaluation.directionID = store(known(places.direction))
    evaluation.title = store(known(places.title))
    evaluation.applicant = store(known(places.applicant))
    if let year = known(places.year) {
      let start = evaluation.text.count
      evaluation.text.append(number: year.number)
      evaluation.year = start..<evaluation.text.count
    }
  }

  /// Begins a result of which nothing is known.
  public mutating func beginUnknown() { evaluation.reset() }

  /// Notes the program that a record belongs to.
  public mutating func note(_ program: ProgramReference) { evaluation.program = program }

  /// Ends the result with an error.
  public mutating func fail(_ failure: EvaluationFailure, problems: [Problem] = []) {
    evaluation.findings.removeAll(keepingCapacity: true)
    evaluation.items.removeAll(keepingCapacity: true)
    evaluation.evidence.removeAll(keepingCapacity: true)
    evaluation.direction = nil
    evaluation.verdict = .error
    evaluation.failure = failure
    evaluation.problems = problems
  }

  /// Answers every clause of a direction for the record, which is bound by the program's schema.
  /// - Throws: ``EvaluationFailure`` where a function of the plugin fails.
  public mutating func evaluate(
    _ program: Program, _ direction: Direction, _ functions: any ProgramFunctions
  ) throws(EvaluationFailure) {
    functions.begin()
    if let profile, !(functions is ProfiledFunctions) {
      return try evaluate(program, direction, ProfiledFunctions(functions, profile, program.reference.id))
    }
    evaluation.direction = direction
    evaluation.problems = hostProblems(direction) + record.strangers
    var verdict = Verdict.pass
    let answers = Answers(record: record, checks: program.checks, functions: functions)
    for (place, clause) in direction.clauses.enumerated() where clause.kind != .limit {
      do throws(EvaluationFailure) {
        let outcome = try measured(.clause, clause.id, program, functions) { evaluation throws(EvaluationFailure) in
          try answers.answer(clause, isRegistered: direction.registered.contains(place), into: &evaluation)
        }
        verdict = worse(verdict, clause.kind.verdict(for: outcome))
      } catch {
        throw EvaluationFailure(located: error, at: clause.id)
      }
    }
    for problem in evaluation.problems {
      switch problem.code {
      case .outsideWindow: verdict = .fail
      case .invalidCreditCode, .noSubmissionTime: verdict = worse(verdict, .supplement)
      case .unknownField, .invalidRecord: break
      }
    }
    for criterion in direction.criteria {
      do throws(EvaluationFailure) {
        try measured(.criterion, criterion.id, program, functions) { evaluation throws(EvaluationFailure) in
          try answers.score(criterion, direction, into: &evaluation)
        }
      } catch {
        throw EvaluationFailure(located: error, at: criterion.id)
      }
    }
    evaluation.verdict = verdict
  }

  /// Runs a part of the evaluation, and notes its costs where somebody asks for them.
  private mutating func measured<Result>(
    _ kind: Profile.Part.Kind, _ name: String, _ program: Program, _ functions: any ProgramFunctions,
    _ body: (inout Evaluation) throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result {
    guard let profile else { return try body(&evaluation) }
    return try profile.measure(Profile.Part(program: program.reference.id, kind: kind, name: name), functions) {
      () throws(EvaluationFailure) in try body(&evaluation)
    }
  }

  private func worse(_ first: Verdict, _ second: Verdict) -> Verdict {
    if first == .fail || second == .fail { return .fail }
    return first == .supplement || second == .supplement ? .supplement : .pass
  }

  /// What the host itself notices: wrong credit codes, and a submission outside of the window.
  private func hostProblems(_ direction: Direction) -> [Problem] {
    var problems: [Problem] = []
    let places = HostPlaces.all
    func check(_ slot: Record.Slot, _ path: @autoclosure () -> String, _ whose: @autoclosure () -> String) {
      guard slot.isPresent, !CreditCode.isValid(record.text(slot)) else { return }
      let code = String(decoding: record.text(slot).prefix(60), as: UTF8.self)
      problems.append(
        Problem(
          field: path(), code: .invalidCreditCode,
          message: "\(whose())统一社会信用代码“\(code)”不符合GB 32100—2015，请核对"))
    }
    check(record.slots[places.creditCode], "applicant.creditCode", "申报单位")
    let partners = record.slots[places.partners]
    for index in 0..<(partners.isPresent ? partners.count : 0) {
      let slot = record.element(index, of: partners, stride: places.partnerStride, field: places.partnerCreditCode)
      check(slot, "partners[\(index)].creditCode", "第\(index + 1)个联合申报单位的")
    }
    guard let window = direction.window else { return problems }
    let submitted = record.slots[places.submittedAt.slot]
    guard submitted.isPresent, let time = Timestamp(rfc3339: record.text(submitted)) else {
      problems.append(Problem(field: "submittedAt", code: .noSubmissionTime, message: "未填写提交时间，无法判断是否在受理期内，请补充"))
      return problems
    }
    let given = String(decoding: record.text(submitted), as: UTF8.self)
    if let opens = window.opens, time < opens {
      problems.append(
        Problem(field: "submittedAt", code: .outsideWindow, message: "提交时间\(given)早于受理开始时间\(window.opensText)"))
    } else if let closes = window.closes, time > closes {
      problems.append(
        Problem(field: "submittedAt", code: .outsideWindow, message: "提交时间\(given)晚于受理截止时间\(window.closesText)"))
    }
    return problems
  }
}

extension EvaluationFailure {
  init(located failure: EvaluationFailure, at clause: String) {
    self = failure
    if self.clause == nil { self.clause = clause }
  }
}
