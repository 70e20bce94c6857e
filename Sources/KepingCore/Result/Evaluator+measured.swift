/// The same, with what it costs noted.
extension Evaluator {
  mutating func measured(
    _ clause: CompiledClause, _ program: CompiledProgram, _ direction: Int, _ place: Int, _ registered: Set<Int>?
  ) -> Outcome {
    let start = profile?.start(functions)
    let outcome = answer(clause, program, direction, registered)
    if let start { end(start, program, .clause, program.clauseID(direction, place)) }
    return outcome
  }

  mutating func measured(_ criterion: CompiledCriterion, _ program: CompiledProgram, _ direction: Int, _ place: Int) {
    let start = profile?.start(functions)
    score(criterion, program)
    if let start { end(start, program, .criterion, program.program.directions[direction].criteria[place].id) }
  }

  private func end(_ start: Profile.Start, _ program: CompiledProgram, _ kind: Profile.Part.Kind, _ name: String) {
    profile?.end(start, Profile.Part(program: program.program.reference.id, kind: kind, name: name), functions)
  }
}
