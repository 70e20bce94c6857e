extension Evaluator {
  /// Answers a clause, and writes the finding.
  mutating func answer(
    _ clause: CompiledClause, _ program: CompiledProgram, _ direction: Int, _ registered: Set<Int>?
  ) -> Outcome {
    let applies = clause.condition < 0 ? .met : truth(clause.condition, program)
    let outcome: Outcome
    if applies != .met {
      outcome = applies == .unmet ? .notApplicable : .unknown
    } else if clause.check >= 0 {
      outcome = Outcome(truth(clause.check, program))
    } else {
      let all = registered ?? program.program.directions[direction].registered
      outcome = all.contains(clause.place) ? .met : .unknown
    }
    let finding = Int(clause.findings) &+ outcome.place
    if applies == .met, writeFinding(finding, outcome, clause.check, program) { return outcome }
    facts.removeAll()
    evaluation.body.append(program.findings[finding].opening, of: program.texts)
    let message = Int32(evaluation.body.count)
    if applies == .met {
      explain(clause.check, program)
    } else {
      let words = program.words
      evaluation.body.append(applies == .unmet ? words.notApplicable : words.perhapsNotApplicable, of: program.texts)
      explain(clause.condition, program)
    }
    let end = Int32(evaluation.body.count)
    evaluation.body.append(program.words.evidence, of: program.texts)
    let evidence = Int32(evaluation.body.count)
    evaluation.body.append(facts)
    evaluation.findings.append(
      Evaluation.Finding(outcome: outcome, message: message..<end, evidence: evidence..<Int32(evaluation.body.count)))
    return outcome
  }

  /// Writes a finding that is made beforehand, as those of all notices are; false where only its opening is.
  private mutating func writeFinding(_ place: Int, _ outcome: Outcome, _ check: Int32, _ program: CompiledProgram) -> Bool {
    let finding = program.findings[place]
    let start = Int32(truncatingIfNeeded: evaluation.body.count)
    var middle = start
    switch finding.kind {
    case .opening: return false
    case .whole: evaluation.body.append(finding.head, of: program.texts)
    case .number:
      let compared = program.checks[Int(check)]
      guard let value = value(compared.subject, program) else { return false }
      let said = Output.Number(value: value, places: Int(compared.places))
      let noted = Output.Number(value: value, places: 0)
      let behind = evaluation.body.append(finding.head, said, finding.middle, noted, finding.rest, of: program.texts)
      middle = Int32(truncatingIfNeeded: behind)
    }
    let end = Int32(truncatingIfNeeded: evaluation.body.count)
    evaluation.findings.append(
      Evaluation.Finding(
        outcome: outcome, message: start &+ finding.message..<middle &+ finding.messageEnd,
        evidence: middle &+ finding.evidence..<end))
    return true
  }

  /// Awards an application's points for a criterion; a clause that is not met earns none, whatever its grade.
  mutating func score(_ criterion: CompiledCriterion, _ program: CompiledProgram) {
    let outcome = criterion.finding < 0 ? .met : evaluation.findings[Int(criterion.finding)].outcome
    switch outcome {
    case .unmet: return writeItem(criterion.unmetItem, 0, program)
    case .unknown: return writeItem(criterion.unknownItem, 0, program)
    case .notApplicable: return writeItem(criterion.notApplicableItem, 0, program)
    case .met: break
    }
    let grade: Double
    // What the reason speaks of.
    let said: Double
    switch criterion.kind {
    case .outcome: return writeItem(criterion.metItem, criterion.maximum, program)
    case .share:
      var met = 0
      for part in criterion.parts where truth(program.lists[Int(part)], program) == .met { met += 1 }
      grade = Double(met) / Double(criterion.parts.length)
      said = Double(met)
    case .reach, .quantity:
      guard let amount = value(criterion.quantity, program) else { return writeItem(criterion.unknownItem, 0, program) }
      grade = criterion.kind == .reach ? Self.reach(amount, criterion) : min(1, max(0, amount))
      said = criterion.kind == .reach ? amount : (grade * 1000).rounded()
    }
    let points = (Double(criterion.maximum) * grade).rounded()
    let middle = evaluation.scores.append(
      criterion.opening, Output.Number(value: points, places: 1), criterion.middle,
      Output.Number(value: said, places: Int(criterion.places)), criterion.rest, of: program.texts)
    let reason = Int32(truncatingIfNeeded: middle) &+ criterion.reason
    evaluation.items.append(
      Evaluation.Item(points: Int(points), reason: reason..<Int32(truncatingIfNeeded: evaluation.scores.count)))
  }

  private mutating func writeItem(_ item: CompiledItem, _ points: Int, _ program: CompiledProgram) {
    let start = Int32(truncatingIfNeeded: evaluation.scores.count)
    evaluation.scores.append(item.json, of: program.texts)
    evaluation.items.append(
      Evaluation.Item(points: points, reason: start &+ item.reason..<Int32(truncatingIfNeeded: evaluation.scores.count)))
  }

  private static func reach(_ value: Double, _ criterion: CompiledCriterion) -> Double {
    if value < criterion.from { return 0 }
    if value >= criterion.full { return 1 }
    return 0.6 + 0.4 * (value - criterion.from) / (criterion.full - criterion.from)
  }
}
