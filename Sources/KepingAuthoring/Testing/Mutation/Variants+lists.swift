import KepingCore

extension Variants {
  /// The changes of what an element of a list must be.
  func lists(_ id: CheckID, _ match: ListMatch) -> [Variant<CheckID>] {
    func variant(_ filters: [ListMatch.Filter], includesApplicant: Bool, _ change: Wording) -> Variant<CheckID> {
      let changed = ListMatch(
        list: match.list, stride: match.stride, nameSlot: match.nameSlot, includesApplicant: includesApplicant,
        label: match.label, filters: filters)
      let wording = Wording("“\(match.label)”\(change.chinese)", "\(change.english) of '\(match.label)'")
      return instead(id, .any(changed), wording)
    }
    var variants: [Variant<CheckID>] = []
    if match.includesApplicant {
      variants.append(
        variant(match.filters, includesApplicant: false, Wording("不算申报单位自己", "do not count the applicant as one")))
    }
    for (place, filter) in match.filters.enumerated() {
      for (wanted, change) in changes(of: filter) {
        var filters = match.filters
        filters.remove(at: place)
        if let wanted {
          let changed = ListMatch.Filter(field: filter.field, applicantSlot: filter.applicantSlot, wanted: wanted)
          filters.insert(changed, at: place)
        }
        variants.append(variant(filters, includesApplicant: match.includesApplicant, change))
      }
    }
    return variants
  }

  /// What might be asked of an element instead; nil where nothing is.
  ///
  /// An area is not turned round: what notices that it is left out notices that, too.
  private func changes(of filter: ListMatch.Filter) -> [(wanted: ListMatch.Filter.Wanted?, change: Wording)] {
    let label = filter.field.field.label
    let leftOut = Wording("不问\(label)", "do not ask for the \(label)")
    let round = Wording("的\(label)反过来", "turn round the \(label)")
    switch filter.wanted {
    case .known(let known):
      // The place -1 is that of a text which is none of the choices.
      let others = Set(-1..<choices(of: filter.field).count).subtracting(known)
      return [(nil, leftOut), (.known(others), round)]
        + less(known, of: filter.field).map { value, rest in
          (.known(rest), Wording("的\(label)去掉“\(value)”", "leave '\(value)' out of the \(label)"))
        }
    case .flag(let flag): return [(nil, leftOut), (.flag(!flag), round)]
    case .within(let prefix, let fallback):
      let areas = shorter(prefix).map { shorter in
        (
          ListMatch.Filter.Wanted?.some(.within(shorter, fallback: fallback)),
          Wording("的\(label)只看开头的\(shorter.text)", "ask only for \(shorter.text) at the start of the \(label)")
        )
      }
      guard fallback != nil else { return [(nil, leftOut)] + areas }
      let alone = Wording("未填写\(label)的，不以别的区划代替", "let nothing stand in for the \(label)")
      return [(nil, leftOut)] + areas + [(.within(prefix, fallback: nil), alone)]
    }
  }
}
