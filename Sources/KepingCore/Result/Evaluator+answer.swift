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

  /// Writes the score item of a criterion; if its clause is not met, the criterion earns no points, whatever its grade.
  mutating func score<Sink: FindingSink>(
    _ criterion: CompiledCriterion, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let outcome = criterion.finding < 0 ? .met : outcomes[Int(criterion.finding)]
    switch outcome {
    case .unmet: return sink.writePreparedItem(criterion.unmetItem, points: 0, of: criterion, program)
    case .unknown: return sink.writePreparedItem(criterion.unknownItem, points: 0, of: criterion, program)
    case .notApplicable: return sink.writePreparedItem(criterion.notApplicableItem, points: 0, of: criterion, program)
    case .met: break
    }
    let grade: Double
    // The number that the reason shows.
    let reasonNumber: Double
    switch criterion.kind {
    case .outcome: return sink.writePreparedItem(criterion.metItem, points: criterion.maximum, of: criterion, program)
    case .share:
      var met = 0
      for part in criterion.parts where truth(program.lists[Int(part)], program) == .met { met += 1 }
      grade = Double(met) / Double(criterion.parts.length)
      reasonNumber = Double(met)
    case .reach, .linear, .quantity:
      guard let amount = value(criterion.quantity, program) else {
        return sink.writePreparedItem(criterion.unknownItem, points: 0, of: criterion, program)
      }
      switch criterion.kind {
      case .reach: grade = Self.reach(amount, criterion)
      case .linear: grade = Self.share(amount - criterion.from, of: criterion.full - criterion.from)
      default: grade = min(1, max(0, amount))
      }
      reasonNumber = criterion.kind == .quantity ? (grade * 1000).rounded() : amount
    }
    let points = (Double(criterion.maximum) * grade).rounded()
    sink.writeItem(points: Int(points), reasonNumber: reasonNumber, of: criterion, program)
  }

  /// Returns the part of a distance that has been covered, from 0 to 1; both have the same sign unless nothing is covered.
  private static func share(_ covered: Double, of distance: Double) -> Double { min(1, max(0, covered / distance)) }

  /// Returns the share of the points: 0 below the lower bound, rising linearly from 0.6 at that bound to 1 at the upper bound.
  private static func reach(_ value: Double, _ criterion: CompiledCriterion) -> Double {
    if value < criterion.from { return 0 }
    if value >= criterion.full { return 1 }
    return 0.6 + 0.4 * (value - criterion.from) / (criterion.full - criterion.from)
  }
}
