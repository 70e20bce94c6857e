/// Answers clauses and scores criteria as usual, and notes what that costs.
extension Evaluator {
  mutating func answerProfiled<Sink: FindingSink>(
    _ clause: CompiledClause, _ call: EvaluationCall, _ index: Int, into sink: inout Sink
  ) -> Outcome {
    let start = profile?.start(functions)
    let outcome = answer(clause, call.program, call.direction, call.registered, into: &sink)
    if let start { end(start, call.program, .clause, call.program.clauseID(call.direction, index)) }
    return outcome
  }

  mutating func scoreProfiled<Sink: FindingSink>(
    _ criterion: CompiledCriterion, _ call: EvaluationCall, _ index: Int, into sink: inout Sink
  ) {
    let start = profile?.start(functions)
    score(criterion, call.program, into: &sink)
    if let start {
      end(start, call.program, .criterion, call.program.program.directions[call.direction].criteria[index].id)
    }
  }

  private func end(_ start: Profile.Start, _ program: CompiledProgram, _ kind: Profile.Part.Kind, _ name: String) {
    profile?.end(start, Profile.Part(program: program.program.reference.id, kind: kind, name: name), functions)
  }
}
