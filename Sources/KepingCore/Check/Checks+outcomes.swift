extension Checks {
  /// Returns the outcomes that a clause can have, over all records that a schema allows.
  ///
  /// The checks of the clause are treated as independent of each other. If they are not, the result may contain outcomes that
  /// no record has.
  public func outcomes(of clause: Clause, in schema: Schema) -> Set<Outcome> {
    let answers = PossibleAnswers(checks: self, given: schema.givenSlots)
    let applies = clause.appliesWhen.map { answers.truths(of: $0) } ?? [.met]
    var outcomes: Set<Outcome> = []
    if applies.contains(.unmet) { outcomes.insert(.notApplicable) }
    if applies.contains(.unknown) { outcomes.insert(.unknown) }
    if applies.contains(.met) {
      // A notice is met if it is registered, otherwise unknown.
      let truths = clause.check.map { answers.truths(of: $0) } ?? [.met, .unknown]
      outcomes.formUnion(truths.map { Outcome($0) })
    }
    return outcomes
  }
}

extension Schema {
  /// The slots of the fields that every well-formed record has.
  var givenSlots: Set<Int> {
    func given(in parent: Int?) -> [Int] {
      names(in: parent).flatMap { name in
        guard let node = child(name, of: parent), nodes[node].field.isRequired else { return [Int]() }
        if case .object = nodes[node].field.type { return [nodes[node].slot] + given(in: node) }
        return [nodes[node].slot]
      }
    }
    return Set(given(in: nil))
  }
}
