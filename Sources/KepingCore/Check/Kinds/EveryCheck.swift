/// A check that is met if every element of a list meets all filters; an empty list meets it.
public struct EveryCheck: Sendable {
  /// The list with the filters.
  public private(set) var match: ListMatch

  /// Creates a check of all elements of a list.
  public init(_ match: ListMatch) { self.match = match }

  /// What every element must be, as evidence shows it: 企业.
  var requirement: String { match.name }
}

extension EveryCheck: CheckKind {
  var check: Check { .every(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(.elements(match))
    match.visitBounds(&visitor)
  }

  /// Returns the possible answers: an empty list meets the check, and any other list has the worst answer of its elements.
  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    let absence = Set(possible.absence(of: match.list).map(\.negated))
    let list = absence.union([.met]).union(match.elementAnswers(possible))
    guard let applicant = match.applicantAnswers(possible) else { return list }
    return PossibleAnswers.combinations(applicant, list, min)
  }

  func description(in checks: Checks) -> String {
    match.label.isEmpty
      ? "\(match.wholeLabel)每一项的\(match.condition)" : "\(match.wholeLabel)都是\(match.label)（\(match.condition)）"
  }

  func topic(in checks: Checks) -> Topic? { Topic(text: match.label.isEmpty ? match.wholeLabel : match.label) }

  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    let description = context.description(of: id)
    let some = Mutation<CheckID>(.changing(description, to: "有\(requirement)"), .any(match))
    return [some] + match.changes.map { Mutation($0.change(of: requirement), .every(EveryCheck($0.match))) }
  }
}
