import KepingCore

extension Probes {
  /// Returns edits that should give the search of a list an answer.
  func making(_ match: ListMatch, _ truth: Truth) -> [Edit] {
    let path = match.list.path
    switch truth {
    case .met: return [Edit(path, .list([element(match)]))]
    case .unmet:
      let others = match.filters.indices.flatMap { index in
        values(of: match.filters[index]).filter { !$0.matches }.map { Edit(path, .list([element(match, with: index, $0.value)])) }
      }
      guard match.includesApplicant else { return [Edit(path, .list([]))] + others }
      let mismatched = applicantEdits(match, matching: false).first ?? .none
      return [Edit(path, .list([])).adding(mismatched)] + others.map { $0.adding(mismatched) }
    case .unknown: return [Edit(path, .null)]
    }
  }

  /// Returns lists of one element for each value that a filter tells apart, lists with a second element, an empty and no list.
  func probes(of match: ListMatch) -> [Edit] {
    let path = match.list.path
    let matching = element(match)
    var lists: [JSONValue] = [.list([matching]), .list([]), .null]
    for index in match.filters.indices {
      for (value, matches) in values(of: match.filters[index]) {
        lists.append(.list([element(match, with: index, value)]))
        if !matches { lists.append(.list([matching, element(match, with: index, value)])) }
      }
    }
    let edits = lists.map { Edit(path, $0) }
    guard match.includesApplicant else { return edits + fallbackEdits(match) }
    let mismatched = applicantEdits(match, matching: false).first ?? .none
    return edits.map { $0.adding(mismatched) }
      + applicantEdits(match, matching: true).map { $0.adding(Edit(path, .list([]))) } + fallbackEdits(match)
  }

  /// Returns edits that give the number or the sum of a list's matching elements a value.
  ///
  /// An element that a filter tells apart is one of those that are needed, so that the value depends on it.
  func setting(_ elements: ElementsQuantity, to value: Double) -> [Edit] {
    let match = elements.match
    let path = match.list.path
    func counted(_ index: Int, _ other: JSONValue) -> JSONValue {
      guard let amount = elements.amount else { return element(match, with: index, other) }
      return with(amount.path, JSONValue(value), in: element(match, with: index, other))
    }
    var lists: [JSONValue] = []
    if let amount = elements.amount {
      lists.append(.list(value == 0 ? [] : [with(amount.path, JSONValue(value), in: element(match))]))
      for index in match.filters.indices {
        for (other, _) in values(of: match.filters[index]) { lists.append(.list([counted(index, other)])) }
      }
      lists.append(.list([with(amount.path, .null, in: element(match))]))
    } else if let count = Int(exactly: value), (0...20).contains(count) {
      lists.append(.list(Array(repeating: element(match), count: count)))
      guard count > 0 else { return lists.map { Edit(path, $0) } }
      for index in match.filters.indices {
        for (other, _) in values(of: match.filters[index]) {
          lists.append(.list(Array(repeating: element(match), count: count - 1) + [element(match, with: index, other)]))
        }
      }
    }
    let edits = lists.map { Edit(path, $0) }
    guard match.includesApplicant else { return edits }
    let mismatched = applicantEdits(match, matching: false).first ?? .none
    return edits.map { $0.adding(mismatched) } + edits
  }

  /// Returns edits that make the applicant an element that matches the filters, or one that does not.
  private func applicantEdits(_ match: ListMatch, matching: Bool) -> [Edit] {
    if matching {
      return [
        match.filters.reduce(.none) { edit, filter in
          guard let slot = filter.applicantSlot, let value = values(of: filter).first(where: \.matches)?.value else {
            return edit
          }
          return edit.adding(Edit(path(ofSlot: slot), value))
        }
      ]
    }
    return match.filters.flatMap { filter -> [Edit] in
      guard let slot = filter.applicantSlot else { return [] }
      return values(of: filter).filter { !$0.matches && $0.value != .null }.map { Edit(path(ofSlot: slot), $0.value) }
    }
  }

  /// Returns edits for an element without a region, whose place the region of the applicant takes.
  private func fallbackEdits(_ match: ListMatch) -> [Edit] {
    match.filters.indices.flatMap { index -> [Edit] in
      guard case .within(let prefix, let fallback?) = match.filters[index].wanted else { return [] }
      let list = Edit(match.list.path, .list([element(match, with: index, .null)]))
      let codes = regions(prefix, inside: true) + regions(prefix, inside: false)
      return (codes.map { .text($0) } + [.null]).map { list.adding(Edit(path(ofSlot: fallback), $0)) }
    }
  }

  // MARK: Elements

  /// Returns an element that matches all filters, except that the field of one filter has another value.
  func element(_ match: ListMatch, with index: Int? = nil, _ value: JSONValue = .null) -> JSONValue {
    var element = element(ofListIn: match.list.slot)
    for (position, filter) in match.filters.enumerated() {
      let wanted = position == index ? value : values(of: filter).first(where: \.matches)?.value ?? .null
      element = with(filter.field.path, wanted, in: element)
    }
    return element
  }

  private func with(_ path: String, _ value: JSONValue, in element: JSONValue) -> JSONValue {
    var changed = element
    _ = changed.set(path, value)
    return changed
  }

  /// Returns the values of a filter's field that the filter, or a changed form of it, tells apart.
  func values(of filter: ListMatch.Filter) -> [(value: JSONValue, matches: Bool)] {
    var values: [(value: JSONValue, matches: Bool)] = []
    func number(_ comparison: BoundComparison, _ value: (Bound) -> JSONValue) {
      let bounds = [comparison.bound] + comparison.bound.neighbours(filter.field.field.type.step)
      let all = bounds.map { (value($0), holds(comparison.comparison, $0.value, comparison.bound.value)) }
      values += all.filter(\.1) + all.filter { !$0.1 }
    }
    switch filter.wanted {
    case .known(let known):
      let all = choices(of: filter.field)
      values += all.filter { known.contains($0.index) }.map { (.text($0.value), true) }
      values += all.filter { !known.contains($0.index) }.map { (.text($0.value), false) }
    case .within(let prefix, _):
      values +=
        regions(prefix, inside: true).map { (.text($0), true) } + regions(prefix, inside: false).map { (.text($0), false) }
    case .flag(let wanted): values += [(.flag(wanted), true), (.flag(!wanted), false)]
    case .number(let comparison): number(comparison) { JSONValue($0.value) }
    case .date(let comparison): number(comparison) { .text($0.date?.iso ?? $0.text) }
    case .texts(let texts): values += texts.map { (.text($0), true) } + [(.text("其他（虚构）"), false)]
    }
    if !filter.field.field.isRequired { values.append((.null, false)) }
    return values
  }

  private func holds(_ comparison: Comparison, _ left: Double, _ right: Double) -> Bool {
    switch comparison {
    case .atLeast: left >= right
    case .moreThan: left > right
    case .atMost: left <= right
    case .lessThan: left < right
    }
  }
}
