/// The answers that the checks of a program can have, over all records that its schema allows.
struct PossibleAnswers {
  let checks: Checks
  /// The slots that are filled in every record.
  let given: Set<Int>

  /// Returns the possible answers of a check.
  func truths(of id: CheckID) -> Set<Truth> { checks[id].kind.answers(self) }

  /// Returns whether a quantity is unknown for some records.
  func canBeUnknown(_ id: QuantityID) -> Bool { checks[id].source.kind.canBeUnknown(self) }

  /// Returns whether an operand of a plugin's function is unknown for some records.
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

  /// Returns met and unmet, and unknown if the check can be unknown.
  func answers(canBeUnknown: Bool) -> Set<Truth> { canBeUnknown ? [.met, .unmet, .unknown] : [.met, .unmet] }

  /// Returns the answer of a check whose field is absent; empty if the field is never absent.
  func absence(of field: FieldReference) -> Set<Truth> { given.contains(field.slot) ? [] : [field.field.absence.truth] }

  /// Returns the possible answers of a check for some of a choice's values, for records in which the choice is present.
  ///
  /// The only answer is met if the known values are all values that the choice can have.
  static func answers(of field: FieldReference, among known: Set<Int>) -> Set<Truth> {
    if case .choice(let choices, isOpen: false) = field.field.type, known.count == choices.count { return [.met] }
    return [.met, .unmet]
  }

  /// Returns the possible answers of two combined checks, for every pair of their possible answers.
  static func combinations(_ first: Set<Truth>, _ second: Set<Truth>, _ join: (Truth, Truth) -> Truth) -> Set<Truth> {
    Set(first.flatMap { one in second.map { join(one, $0) } })
  }
}

extension Absence {
  /// The answer of a check whose field is absent.
  var truth: Truth { self == .none ? .unmet : .unknown }
}
