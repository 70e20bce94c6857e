/// A visitor of the parts of a check or a quantity; the default implementations ignore every part.
///
/// A visitor may assign a new value to an `inout` part.
protocol PartVisitor {
  /// Visits a check that is part of the visited check or quantity.
  mutating func visit(_ check: inout CheckID)
  /// Visits a quantity, with the unit in which it is used.
  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit)
  /// Visits a plugin's function with its operands.
  mutating func visit(_ call: inout FunctionCall)
  /// Visits a bound; `reason` explains why it does not appear in the quote, and is nil if no reason is given.
  mutating func visit(_ bound: inout Bound, reason: String?)
  /// Visits a part of the record that is read directly.
  mutating func visit(_ part: RecordPart)
}

extension PartVisitor {
  mutating func visit(_ check: inout CheckID) {}
  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) {}
  mutating func visit(_ call: inout FunctionCall) {}
  mutating func visit(_ bound: inout Bound, reason: String?) {}
  mutating func visit(_ part: RecordPart) {}
}

/// The unit in which a quantity is used.
enum AskedUnit {
  /// No particular unit.
  case any
  /// The unit of a bound.
  case unit(Unit)
  /// The unit in which the quantity that contains it is used.
  case outer
}

/// A part of a record that a check or a quantity reads.
enum RecordPart {
  /// The value or the presence of a field, or the length of a list, by its slot.
  case slot(Int)
  /// The number of a field that is part of a quantity, by its slot.
  case number(Int)
  /// The amount of one year, in the field with this slot.
  case year(Int, slot: Int)
  /// A known text in a list of texts, by its index among the choices.
  case text(Int, slot: Int)
  /// The elements of a list, as far as the filters of a match read them.
  case elements(ListMatch)
  /// The number of each matching element that a sum adds.
  case elementNumber(FieldReference, of: ListMatch)
  /// The whole record.
  case wholeRecord
}

extension FunctionCall {
  /// Passes the operands to a visitor one by one.
  mutating func visitOperands(_ visitor: inout some PartVisitor) {
    for index in operands.indices {
      switch operands[index] {
      case .quantity(var id):
        visitor.visit(&id, in: .any)
        operands[index] = .quantity(id)
      case .check(var id):
        visitor.visit(&id)
        operands[index] = .check(id)
      case .text(let slot, _, _): visitor.visit(.slot(slot))
      case .record: visitor.visit(.wholeRecord)
      }
    }
  }
}

extension Grade {
  /// Passes the checks and quantities by which the grade measures to a visitor, without changing them.
  func visit(_ visitor: inout some PartVisitor) {
    switch self {
    case .outcome: break
    case .reach(var quantity, _, let full), .linear(var quantity, _, let full): visitor.visit(&quantity, in: .unit(full.unit))
    case .share(let checks): for var check in checks { visitor.visit(&check) }
    case .quantity(var quantity): visitor.visit(&quantity, in: .any)
    case .tiered(let tiers, let otherwise):
      for tier in tiers {
        var when = tier.when
        visitor.visit(&when)
        tier.grade.visit(&visitor)
      }
      otherwise.visit(&visitor)
    }
  }
}

extension Check {
  /// Visits the parts of the check and stores the parts that the visitor assigns.
  mutating func visit(_ visitor: inout some PartVisitor) {
    var kind = kind
    kind.visit(&visitor)
    self = kind.check
  }
}

extension Quantity {
  /// Visits the parts of the quantity and stores the parts that the visitor assigns.
  mutating func visit(_ visitor: inout some PartVisitor) {
    var kind = source.kind
    kind.visit(&visitor)
    self = with(kind.source)
  }
}

extension Checks {
  /// Visits the parts of a check without changing them.
  func visit(_ id: CheckID, _ visitor: inout some PartVisitor) {
    var kind = self[id].kind
    kind.visit(&visitor)
  }

  /// Visits the parts of a quantity without changing them.
  func visit(_ id: QuantityID, _ visitor: inout some PartVisitor) {
    var kind = self[id].source.kind
    kind.visit(&visitor)
  }
}
