extension ListMatch: CheckKind {
  var check: Check { .any(self) }

  mutating func visit(_ visitor: inout some PartVisitor) {
    visitor.visit(.elements(self))
    visitBounds(&visitor)
  }

  /// Returns the possible answers: an empty list has no match, and any other list has the best answer of its elements.
  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    let list = possible.absence(of: self.list).union([.unmet]).union(elementAnswers(possible))
    guard let applicant = applicantAnswers(possible) else { return list }
    return PossibleAnswers.combinations(applicant, list, max)
  }

  /// Returns the possible answers of whether an element of the list meets all filters.
  func elementAnswers(_ possible: PossibleAnswers) -> Set<Truth> {
    filters.map { filter -> Set<Truth> in
      var isOpen = !filter.field.field.isRequired
      if case .within(_, let fallback?) = filter.wanted { isOpen = isOpen && !possible.given.contains(fallback) }
      return filter.answers.union(isOpen ? [filter.field.field.absence.truth] : [])
    }.reduce([.met]) { PossibleAnswers.combinations($0, $1, min) }
  }

  /// Returns the possible answers of whether the applicant meets all filters; nil if it does not count as an element.
  func applicantAnswers(_ possible: PossibleAnswers) -> Set<Truth>? {
    guard includesApplicant else { return nil }
    return filters.map { filter -> Set<Truth> in
      guard let slot = filter.applicantSlot else { return [filter.field.field.absence.truth] }
      return filter.answers.union(possible.given.contains(slot) ? [] : [filter.field.field.absence.truth])
    }.reduce([.met]) { PossibleAnswers.combinations($0, $1, min) }
  }

  func description(in checks: Checks) -> String {
    (includesApplicant ? "\(wholeLabel)中有" : "有") + "\(label)（\(filters.map(\.description).joined(separator: "，"))）"
  }

  /// The name of all elements as shown to clerks: 联合申报单位.
  var wholeLabel: String { includesApplicant ? "申报单位与\(list.label)" : list.label }

  /// The path of all elements as evidence shows it: `partners`.
  var wholePath: String { includesApplicant ? "applicant + \(list.path)" : list.path }

  /// The label, or the filters in words if there is none.
  var name: String { label.isEmpty ? condition : currentLabel }

  /// The filters in words: `单位类型为高等院校，且行政区划代码以4510开头`.
  var condition: String { filters.map(\.description).joined(separator: "，且") }

  func topic(in checks: Checks) -> Topic? { Topic(text: label) }
}

extension ListMatch.Filter {
  /// The possible answers if the field is present.
  fileprivate var answers: Set<Truth> {
    guard case .known(let known) = wanted else { return [.met, .unmet] }
    return PossibleAnswers.answers(of: field, among: known)
  }

  /// Returns texts in quotation marks, of which only the first are listed if there are many: `“设备费”、“材料费”之一`.
  private static func quoted(_ texts: [String]) -> String {
    let (listed, isAll) = texts.lazy.map { "“\($0)”" }.listed
    return listed.joined(separator: "、") + (isAll ? "" : "等\(texts.count)项") + (texts.count > 1 ? "之一" : "")
  }

  /// The condition on the field as shown to clerks.
  fileprivate var description: String {
    switch wanted {
    case .known(let known): "\(field.label)为\(field.description(of: known))"
    case .within(let prefix, let fallback): "\(field.label)以\(prefix.text)开头" + (fallback == nil ? "" : "，未填写的按申报单位")
    case .flag(let wanted): "\(field.label)为“\(wanted ? "是" : "否")”"
    case .number(let comparison), .date(let comparison): field.label + comparison.description
    case .texts(let texts): "\(field.label)为" + Self.quoted(texts)
    }
  }
}
