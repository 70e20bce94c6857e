extension ListMatch {
  /// Returns the mutations that change, remove or invert the conditions on an element.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    changes.map { Mutation($0.change(of: label), .any($0.match)) }
  }

  /// A match with one of its conditions changed.
  struct Change {
    let match: ListMatch
    let change: Wording

    /// Returns the description of the change in a part with a label.
    func change(of label: String) -> Wording { Wording("“\(label)”\(change.chinese)", "\(change.english) of '\(label)'") }
  }

  /// The matches that an author might have meant.
  var changes: [Change] {
    var changes: [Change] = []
    if includesApplicant {
      let change = Wording("不算申报单位自己", "do not count the applicant as one")
      changes.append(Change(match: with(filters, includesApplicant: false), change: change))
    }
    for (index, filter) in filters.enumerated() {
      for (wanted, change) in filter.changes {
        var filters = filters
        filters.remove(at: index)
        if let wanted {
          filters.insert(Filter(field: filter.field, applicantSlot: filter.applicantSlot, wanted: wanted), at: index)
        }
        changes.append(Change(match: with(filters, includesApplicant: includesApplicant), change: change))
      }
    }
    return changes
  }

  private func with(_ filters: [Filter], includesApplicant: Bool) -> ListMatch {
    ListMatch(
      list: list, stride: stride, nameSlot: nameSlot, includesApplicant: includesApplicant, label: label, filters: filters)
  }
}

extension ListMatch.Filter {
  /// The changed conditions on the field of an element; nil removes the condition.
  ///
  /// A division code is not inverted, because a test that detects the removal also detects the inversion.
  fileprivate var changes: [(wanted: Wanted?, change: Wording)] {
    let label = field.label
    let leftOut = Wording("不问\(label)", "do not ask for the \(label)")
    let inverted = Wording("的\(label)反过来", "turn round the \(label)")
    switch wanted {
    case .known(let known):
      // The index -1 denotes a text that is none of the choices.
      let others = Set(-1..<field.choices.count).subtracting(known)
      return [(nil, leftOut), (.known(others), inverted)]
        + field.leavingOneOut(of: known).map { value, rest in
          (.known(rest), Wording("的\(label)去掉“\(value)”", "leave '\(value)' out of the \(label)"))
        }
    case .flag(let flag): return [(nil, leftOut), (.flag(!flag), inverted)]
    case .number(let comparison):
      return [(nil, leftOut)]
        + comparison.alternatives(field.field.type.step).map { other in
          (
            .number(other),
            Wording("的\(label)改为\(other.description)", "ask for the \(label) \(other.comparison.rawValue) \(other.bound.text)")
          )
        }
    case .texts(let texts):
      guard texts.count > 1 else { return [(nil, leftOut)] }
      return [(nil, leftOut)]
        + texts.indices.map { index in
          var rest = texts
          let text = rest.remove(at: index)
          return (.texts(rest), Wording("的\(label)去掉“\(text)”", "leave '\(text)' out of the \(label)"))
        }
    case .date(let comparison):
      return [(nil, leftOut)]
        + comparison.alternatives().map { other in
          (.date(other), Wording("的\(label)改为\(other.description)", "ask for a \(label) \(other.description)"))
        }
    case .within(let prefix, let fallback):
      let areas = WithinCheck.shorter(prefix).map { shorter in
        (
          Wanted?.some(.within(shorter, fallback: fallback)),
          Wording("的\(label)只看开头的\(shorter.text)", "ask only for \(shorter.text) at the start of the \(label)")
        )
      }
      guard fallback != nil else { return [(nil, leftOut)] + areas }
      let withoutFallback = Wording("未填写\(label)的，不以别的区划代替", "let nothing stand in for the \(label)")
      return [(nil, leftOut)] + areas + [(.within(prefix, fallback: nil), withoutFallback)]
    }
  }
}
