/// The answers that the checks of a program can have, over all records that its schema allows.
struct PossibleAnswers {
  let checks: Checks
  /// The slots that every record fills.
  let given: Set<Int>

  func truths(of id: CheckID) -> Set<Truth> { checks[id].kind.answers(self) }

  func canBeUnknown(_ id: QuantityID) -> Bool { checks[id].source.kind.canBeUnknown(self) }

  func canBeUnknown(_ call: FunctionCall) -> Bool {
    call.operands.contains { operand in
      switch operand {
      case .quantity(let id): canBeUnknown(id)
      case .check(let id): truths(of: id).contains(.unknown)
      case .text(let slot, _, _): !given.contains(slot)
      case .record: false
      }
    }
  }

  /// The answers of a check that is met or not, or unknown where it can be.
  func answers(canBeUnknown: Bool) -> Set<Truth> { canBeUnknown ? [.met, .unmet, .unknown] : [.met, .unmet] }

  /// What the absence of a field answers; nothing where it is never absent.
  func absence(of field: FieldReference) -> Set<Truth> { given.contains(field.slot) ? [] : [field.field.absence.truth] }

  /// Whether a choice is among some of its values, where it is given: always, where these are all that it can have.
  static func answers(of field: FieldReference, among known: Set<Int>) -> Set<Truth> {
    if case .choice(let choices, isOpen: false) = field.field.type, known.count == choices.count { return [.met] }
    return [.met, .unmet]
  }

  /// The answers of two checks that are joined, whatever the one and the other answer.
  static func combinations(_ first: Set<Truth>, _ second: Set<Truth>, _ join: (Truth, Truth) -> Truth) -> Set<Truth> {
    Set(first.flatMap { one in second.map { join(one, $0) } })
  }
}

extension Absence {
  /// What a check of a field answers where the field is absent.
  var truth: Truth { self == .none ? .unmet : .unknown }
}
