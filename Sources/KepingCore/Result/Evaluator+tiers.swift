/// Evaluates and explains checks whose requirement depends on the kind of applicant.
///
/// In the parts of such a check, the check that decides whether a tier applies alternates with the tier's requirement; the
/// requirement of all other applicants comes last.
extension Evaluator {
  /// Returns the answer of the first tier that applies; where that is not known, the answer on which all possible tiers agree.
  mutating func truth(ofTiers parts: Range<Int32>, _ program: CompiledProgram) -> Truth {
    var agreed: Truth?
    var part = Int(parts.lowerBound)
    while part < Int(parts.upperBound) {
      let isLast = part == Int(parts.upperBound) - 1
      let applies = isLast ? .met : truth(program.lists[part], program)
      if applies != .unmet {
        let answer = truth(program.lists[isLast ? part : part + 1], program)
        agreed = agreed == nil || agreed == answer ? answer : .unknown
        if applies == .met { break }
      }
      part += 2
    }
    return agreed ?? .unknown
  }

  /// Writes the message and the evidence of the tier that applies, or of those that may apply.
  mutating func explainTiers<Sink: FindingSink>(_ id: Int32, _ program: CompiledProgram, into sink: inout Sink) {
    let parts = program.checks[Int(id)].parts
    var conditions: [Int32] = []
    var requirements: [Int32] = []
    var part = Int(parts.lowerBound)
    while part < Int(parts.upperBound) {
      let (first, isLast) = (program.lists[part], part == Int(parts.upperBound) - 1)
      let applies = isLast ? .met : truth(first, program)
      if applies == .met && conditions.isEmpty {
        return isLast
          ? explainOtherwise(parts, program, into: &sink) : explainTier(first, program.lists[part + 1], program, into: &sink)
      }
      if applies == .unknown { conditions.append(first) }
      if applies != .unmet { requirements.append(program.lists[isLast ? part : part + 1]) }
      if applies == .met { break }
      part += 2
    }
    explainUndecidedTiers(id, conditions: conditions, requirements: requirements, program, into: &sink)
  }

  private mutating func explainTier<Sink: FindingSink>(
    _ condition: Int32, _ requirement: Int32, _ program: CompiledProgram, into sink: inout Sink
  ) {
    explain(condition, program, into: &sink)
    sink.appendMessage("，")
    explain(requirement, program, into: &sink)
  }

  /// Explains the requirement of all other applicants; the conditions of the tiers, which are not met, are evidence only.
  private mutating func explainOtherwise<Sink: FindingSink>(
    _ parts: Range<Int32>, _ program: CompiledProgram, into sink: inout Sink
  ) {
    for part in stride(from: Int(parts.lowerBound), to: Int(parts.upperBound) - 1, by: 2) {
      addEvidence(ofCheck: program.lists[part], program, into: &sink)
    }
    sink.appendMessage("其他情形：")
    explain(program.lists[Int(parts.upperBound) - 1], program, into: &sink)
  }

  /// Explains the tiers that may apply if a condition is unknown.
  private mutating func explainUndecidedTiers<Sink: FindingSink>(
    _ id: Int32, conditions: [Int32], requirements: [Int32], _ program: CompiledProgram, into sink: inout Sink
  ) {
    let answer = truth(id, program)
    var explained = requirements
    if answer == .unknown {
      explained = conditions + requirements.filter { truth($0, program) == .unknown }
    } else {
      for condition in conditions { addEvidence(ofCheck: condition, program, into: &sink) }
      sink.appendMessage("不论属于哪种情形：")
    }
    for (index, check) in explained.enumerated() {
      if explained[..<index].contains(where: { areExplainedAlike($0, check, program) }) { continue }
      if index > 0 { sink.appendMessage(program.messages.semicolon, program) }
      explain(check, program, into: &sink)
    }
  }

  /// Returns whether the explanations of two checks are the same, because they are one check or ask for the same field.
  private mutating func areExplainedAlike(_ first: Int32, _ second: Int32, _ program: CompiledProgram) -> Bool {
    if first == second { return true }
    let (one, other) = (program.checks[Int(first)], program.checks[Int(second)])
    guard one.kind == other.kind, truth(first, program) == .unknown, truth(second, program) == .unknown else { return false }
    switch one.kind {
    case .compare, .isTrue, .isOne, .within, .given: return one.subject == other.subject
    case .compareSpan:
      let spans = [one, other].map { program.spans[Int(program.quantities[Int($0.subject)].slot)] }
      return spans[0].start.slot == spans[1].start.slot && spans[0].end.slot == spans[1].end.slot
    default: return false
    }
  }

  /// Returns the criterion of the grade that applies, or nil if that is not known.
  mutating func criterion(ofTiers parts: Range<Int32>, _ program: CompiledProgram) -> CompiledCriterion? {
    for part in stride(from: Int(parts.lowerBound), to: Int(parts.upperBound) - 1, by: 2) {
      switch truth(program.lists[part], program) {
      case .met: return program.tierCriteria[Int(program.lists[part + 1])]
      case .unknown: return nil
      case .unmet: continue
      }
    }
    return program.tierCriteria[Int(program.lists[Int(parts.upperBound) - 1])]
  }
}
