extension Evaluator {
  /// Answers a clause, and writes the finding.
  mutating func answer(_ program: CompiledProgram, _ direction: Int, _ place: Int, _ registered: Set<Int>?) -> Outcome {
    let clause = program.directions[direction].clauses[place]
    facts.removeAll()
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
    evaluation.body.append(clause.opening(outcome), of: program.texts)
    let message = Int32(evaluation.body.count)
    if applies != .met {
      let words = program.words
      evaluation.body.append(applies == .unmet ? words.notApplicable : words.perhapsNotApplicable, of: program.texts)
      explain(clause.condition, program)
    } else if clause.check >= 0 {
      explain(clause.check, program)
    } else {
      let words = program.words
      evaluation.body.append(outcome == .met ? words.registered : words.unregistered, of: program.texts)
    }
    let end = Int32(evaluation.body.count)
    evaluation.body.append(program.words.evidence, of: program.texts)
    let evidence = Int32(evaluation.body.count)
    evaluation.body.append(facts)
    evaluation.findings.append(
      Evaluation.Finding(outcome: outcome, message: message..<end, evidence: evidence..<Int32(evaluation.body.count)))
    evaluation.body.append(program.words.evidenceEnd, of: program.texts)
    return outcome
  }

  /// Awards an application's points for a criterion; a clause that is not met earns none, whatever its grade.
  mutating func score(_ program: CompiledProgram, _ direction: Int, _ place: Int) {
    let criterion = program.directions[direction].criteria[place]
    let words = program.words
    let outcome = criterion.finding < 0 ? .met : evaluation.findings[Int(criterion.finding)].outcome
    var grade = 0.0
    // What the reason speaks of; it stands behind the points.
    var amount: Double?
    if outcome == .met {
      switch criterion.kind {
      case .outcome: grade = 1
      case .reach:
        amount = value(criterion.quantity, program)
        if let amount { grade = Self.reach(amount, criterion) }
      case .share:
        var met = 0
        for part in criterion.parts where truth(program.lists[Int(part)], program) == .met { met += 1 }
        grade = Double(met) / Double(criterion.parts.count)
        amount = Double(met)
      case .quantity:
        amount = value(criterion.quantity, program)
        if let amount { grade = min(1, max(0, amount)) }
      }
    }
    let points = Int((Double(criterion.maximum) * grade).rounded())
    evaluation.scores.append(criterion.opening, of: program.texts)
    evaluation.scores.append(tenths: points)
    evaluation.scores.append(criterion.middle, of: program.texts)
    let reason = Int32(evaluation.scores.count)
    switch outcome {
    case .notApplicable: evaluation.scores.append(words.noPoints, of: program.texts)
    case .unknown: evaluation.scores.append(words.tooLittle, of: program.texts)
    case .unmet: evaluation.scores.append(words.notMet, of: program.texts)
    case .met: explain(criterion, amount, grade, program)
    }
    evaluation.items.append(Evaluation.Item(points: points, reason: reason..<Int32(evaluation.scores.count)))
    evaluation.scores.append(UInt8(ascii: "\""))
    evaluation.scores.append(UInt8(ascii: "}"))
  }

  private static func reach(_ value: Double, _ criterion: CompiledCriterion) -> Double {
    if value < criterion.from { return 0 }
    if value >= criterion.full { return 1 }
    return 0.6 + 0.4 * (value - criterion.from) / (criterion.full - criterion.from)
  }

  private mutating func explain(
    _ criterion: CompiledCriterion, _ amount: Double?, _ grade: Double, _ program: CompiledProgram
  ) {
    if criterion.kind == .outcome { return evaluation.scores.append(program.words.fits, of: program.texts) }
    guard let amount else { return evaluation.scores.append(program.words.tooLittle, of: program.texts) }
    switch criterion.kind {
    case .outcome: break
    case .reach:
      evaluation.scores.append(amount, shiftedBy: Int(criterion.places))
      evaluation.scores.append(criterion.rest, of: program.texts)
    case .share:
      evaluation.scores.append(decimal: criterion.parts.count)
      evaluation.scores.append(program.words.itemsOf, of: program.texts)
      evaluation.scores.append(decimal: Int(amount))
      evaluation.scores.append(program.words.items, of: program.texts)
    case .quantity:
      evaluation.scores.append(criterion.label, of: program.texts)
      evaluation.scores.append(program.words.asConfigured, of: program.texts)
      evaluation.scores.append((grade * 1000).rounded(), shiftedBy: 3)
    }
  }
}
