import KepingCore

extension Variants {
  /// The changes of a check that asks a single field.
  func fields(_ id: CheckID) -> [Variant<CheckID>] {
    switch checks[id] {
    case .isOne(let field, let known):
      [negated(id)]
        + less(known, of: field).map { value, rest in
          instead(id, .isOne(field, known: rest), .leavingOut(value, of: words(id)))
        }
    case .within(let field, let prefix, let place):
      [negated(id)]
        + shorter(prefix).map { shorter in
          let check = Check.within(field, prefix: shorter, place: place)
          return instead(id, check, .changing(words(id), to: checks.words(of: check)))
        }
    case .some(let field): [instead(id, .none(field), .changing(words(id), to: checks.words(of: .none(field))))]
    case .none(let field): [instead(id, .some(field), .changing(words(id), to: checks.words(of: .some(field))))]
    default: [negated(id)]
    }
  }

  func choices(of field: FieldReference) -> [Choice] {
    switch field.field.type {
    case .choice(let choices, _), .texts(let choices): choices
    default: []
    }
  }

  /// The known values with one left out, and its label; none where there is just one.
  func less(_ known: Set<Int>, of field: FieldReference) -> [(label: String, rest: Set<Int>)] {
    guard known.count > 1 else { return [] }
    return known.sorted().map { (choices(of: field)[$0].label, known.subtracting([$0])) }
  }

  /// The next larger area; none where the prefix is a single digit.
  func shorter(_ prefix: Bytes) -> [Bytes] { prefix.count > 1 ? [Bytes(prefix.dropLast())] : [] }
}
