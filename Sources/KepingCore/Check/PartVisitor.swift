/// Walks through what a check or a quantity consists of; by default it passes over everything.
///
/// A visitor may assign another part to those that it gets as `inout`.
protocol PartVisitor {
  /// Visits a check that what is visited consists of.
  mutating func visit(_ check: inout CheckID)
  /// Visits a quantity, which is asked for in some unit.
  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit)
  /// Visits a plugin's function with its operands.
  mutating func visit(_ call: inout FunctionCall)
  /// Visits a bound; `reason` says why it does not stand in the quote.
  mutating func visit(_ bound: inout Bound, reason: String?)
  /// Visits what is read of the record itself.
  mutating func visit(_ part: RecordPart)
}

extension PartVisitor {
  mutating func visit(_ check: inout CheckID) {}
  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) {}
  mutating func visit(_ call: inout FunctionCall) {}
  mutating func visit(_ bound: inout Bound, reason: String?) {}
  mutating func visit(_ part: RecordPart) {}
}

/// The unit in which a quantity is asked for.
enum AskedUnit {
  case any
  case unit(Unit)
  /// The unit of the quantity that it is a part of.
  case outer
}

/// What a check or a quantity reads of a record.
enum RecordPart {
  /// A field, or whether a list has elements.
  case slot(Int)
  /// The number of a field.
  case number(Int)
  /// The money of one year, of a field with this slot.
  case year(Int, slot: Int)
  /// A known text in a list of texts, by its index among the choices.
  case text(Int, slot: Int)
  case elements(ListMatch)
  case wholeRecord
}

extension FunctionCall {
  /// Shows a visitor the operands one by one.
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

extension Check {
  /// Visits the parts of the check, and keeps those that the visitor assigns.
  mutating func visit(_ visitor: inout some PartVisitor) {
    var kind = kind
    kind.visit(&visitor)
    self = kind.check
  }
}

extension Quantity {
  /// Visits the parts of the quantity, and keeps those that the visitor assigns.
  mutating func visit(_ visitor: inout some PartVisitor) {
    var kind = source.kind
    kind.visit(&visitor)
    self = with(kind.source)
  }
}

extension Checks {
  /// Visits the parts of a check.
  func visit(_ id: CheckID, _ visitor: inout some PartVisitor) {
    var kind = self[id].kind
    kind.visit(&visitor)
  }

  /// Visits the parts of a quantity.
  func visit(_ id: QuantityID, _ visitor: inout some PartVisitor) {
    var kind = self[id].source.kind
    kind.visit(&visitor)
  }
}
