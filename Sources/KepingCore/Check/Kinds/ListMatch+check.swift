extension ListMatch: CheckKind {
  var check: Check { .any(self) }

  mutating func visit(_ visitor: inout some PartVisitor) { visitor.visit(.elements(self)) }

  /// Returns the possible answers: an empty list has no match, and any other list has the best answer of its elements.
  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    let elements = filters.map { filter -> Set<Truth> in
      var isOpen = !filter.field.field.isRequired
      if case .within(_, let fallback?) = filter.wanted { isOpen = isOpen && !possible.given.contains(fallback) }
      return filter.answers.union(isOpen ? [filter.field.field.absence.truth] : [])
    }.reduce([.met]) { PossibleAnswers.combinations($0, $1, min) }
    let list = possible.absence(of: self.list).union([.unmet]).union(elements)
    guard includesApplicant else { return list }
    let applicant = filters.map { filter -> Set<Truth> in
      guard let slot = filter.applicantSlot else { return [filter.field.field.absence.truth] }
      return filter.answers.union(possible.given.contains(slot) ? [] : [filter.field.field.absence.truth])
    }.reduce([.met]) { PossibleAnswers.combinations($0, $1, min) }
    return PossibleAnswers.combinations(applicant, list, max)
  }

  func description(in checks: Checks) -> String {
    (includesApplicant ? "申报单位与联合申报单位中有" : "有") + "\(label)（\(filters.map(\.description).joined(separator: "，"))）"
  }

  func topic(in checks: Checks) -> Topic? { Topic(text: label) }
}

extension ListMatch.Filter {
  /// The possible answers if the field is present.
  fileprivate var answers: Set<Truth> {
    guard case .known(let known) = wanted else { return [.met, .unmet] }
    return PossibleAnswers.answers(of: field, among: known)
  }

  /// The condition on the field as shown to clerks.
  fileprivate var description: String {
    switch wanted {
    case .known(let known): "\(field.label)为\(field.description(of: known))"
    case .within(let prefix, let fallback): "\(field.label)以\(prefix.text)开头" + (fallback == nil ? "" : "，未填写的按申报单位")
    case .flag(let wanted): "\(field.label)为“\(wanted ? "是" : "否")”"
    }
  }
}
