/// Evaluates clauses and criteria, and also records the cost of each in the profile.
extension Evaluator {
  mutating func answerProfiled<Sink: FindingSink>(
    _ clause: CompiledClause, _ call: EvaluationCall, index: Int, into sink: inout Sink
  ) -> Outcome {
    let start = profile?.start(functions)
    let outcome = answer(clause, call.program, direction: call.direction, registered: call.registered, into: &sink)
    if let start { recordCost(since: start, call.program, .clause, name: call.program.clauseID(call.direction, index)) }
    return outcome
  }

  mutating func scoreProfiled<Sink: FindingSink>(
    _ criterion: CompiledCriterion, maximum: Int?, _ call: EvaluationCall, index: Int, into sink: inout Sink
  ) {
    let start = profile?.start(functions)
    score(criterion, maximum: maximum, call.program, into: &sink)
    if let start {
      recordCost(
        since: start, call.program, .criterion, name: call.program.program.directions[call.direction].criteria[index].id)
    }
  }

  private func recordCost(since start: Profile.Start, _ program: CompiledProgram, _ kind: Profile.Part.Kind, name: String) {
    profile?.end(start, Profile.Part(program: program.program.reference.id, kind: kind, name: name), functions)
  }
}
