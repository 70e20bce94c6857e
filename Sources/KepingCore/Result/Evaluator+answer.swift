extension Evaluator {
  /// Evaluates a clause, writes its finding and returns its outcome.
  /// - Parameter registered: the indices of the clauses whose notices are registered; nil to use those of the configuration.
  mutating func answer<Sink: FindingSink>(
    _ clause: CompiledClause, _ program: CompiledProgram, direction: Int, registered: Set<Int>?, into sink: inout Sink
  ) -> Outcome {
    let applies = clause.condition < 0 ? .met : truth(clause.condition, program)
    let outcome: Outcome
    if applies != .met {
      outcome = applies == .unmet ? .notApplicable : .unknown
    } else if clause.check >= 0 {
      outcome = Outcome(truth(clause.check, program))
    } else {
      let all = registered ?? program.program.directions[direction].registered
      outcome = all.contains(clause.index) ? .met : .unknown
    }
    if applies == .met, writePreparedFinding(clause, outcome, program, into: &sink) { return outcome }
    sink.beginFinding(clause, outcome, of: direction, program)
    if applies != .met {
      let messages = program.messages
      sink.appendMessage(applies == .unmet ? messages.notApplicable : messages.perhapsNotApplicable, program)
      explain(clause.condition, program, into: &sink)
    } else if clause.check >= 0 {
      explain(clause.check, program, into: &sink)
    } else {
      sink.appendMessage(outcome == .met ? program.messages.noticeRegistered : program.messages.noticeNotRegistered, program)
    }
    sink.endFinding(program)
    return outcome
  }

  /// Writes a finding that was prepared when the program was compiled, and returns whether there is one.
  private mutating func writePreparedFinding<Sink: FindingSink>(
    _ clause: CompiledClause, _ outcome: Outcome, _ program: CompiledProgram, into sink: inout Sink
  ) -> Bool {
    switch Sink.preparation(clause, outcome, program) {
    case .opening: return false
    case .whole: sink.writePreparedFinding(clause, outcome, number: 0, exponent: 0, program)
    case .number:
      let compared = program.checks[Int(clause.check)]
      guard let value = value(compared.subject, program) else { return false }
      sink.writePreparedFinding(clause, outcome, number: value, exponent: Int(compared.exponent), program)
    }
    return true
  }
}
