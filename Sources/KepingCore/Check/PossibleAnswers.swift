/// The answers that the checks of a program can have, over all records that its schema allows.
struct PossibleAnswers {
  let checks: Checks
  /// The slots that are filled in every record.
  let given: Set<Int>

  /// Returns the possible answers of a check.
  func truths(of id: CheckID) -> Set<Truth> { checks[id].kind.answers(self) }

  /// Returns whether a quantity is unknown for some records.
  func canBeUnknown(_ id: QuantityID) -> Bool { checks[id].source.kind.canBeUnknown(self) }

  /// Returns whether a quantity is negative for some records.
  func canBeNegative(_ id: QuantityID) -> Bool {
    switch checks[id].measure {
    case .plain, .percent: true
    case .money, .count, .share, .date: checks[id].source.kind.canBeNegative(self)
    }
  }

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

  /// Returns the answers met and unmet, and also unknown if the check can be unknown.
  func answers(canBeUnknown: Bool) -> Set<Truth> { canBeUnknown ? [.met, .unmet, .unknown] : [.met, .unmet] }

  /// Returns the answer of a check whose field is absent; empty if the field is never absent.
  func absence(of field: FieldReference) -> Set<Truth> { given.contains(field.slot) ? [] : [field.field.absence.truth] }

  /// Returns the possible answers of a check that a choice has one of the values in `known`, if the choice is present.
  ///
  /// If `known` contains every value that the choice can have, met is the only answer.
  static func answers(of field: FieldReference, among known: Set<Int>) -> Set<Truth> {
    if case .choice(let choices, isOpen: false) = field.field.type, known.count == choices.count { return [.met] }
    return [.met, .unmet]
  }

  /// Returns the results of combining each possible answer of one check with each possible answer of another.
  static func combinations(_ first: Set<Truth>, _ second: Set<Truth>, _ join: (Truth, Truth) -> Truth) -> Set<Truth> {
    Set(first.flatMap { one in second.map { join(one, $0) } })
  }
}

extension Absence {
  /// The answer of a check whose field is absent.
  var truth: Truth { self == .none ? .unmet : .unknown }
}
