/// A check or a quantity that is part of another one.
public enum Component: Sendable {
  /// A check, by its identifier.
  case check(CheckID)
  /// A quantity, by its identifier.
  case quantity(QuantityID)
}

extension Checks {
  /// Returns the parts of a check in the order in which they are written, including the operands of a plugin's function.
  public func components(of id: CheckID) -> [Component] {
    var collector = ComponentCollector()
    visit(id, &collector)
    return collector.components
  }

  /// Returns the parts of a quantity in the order in which they are written, including the operands of a plugin's function.
  public func components(of id: QuantityID) -> [Component] {
    var collector = ComponentCollector()
    visit(id, &collector)
    return collector.components
  }

  /// Returns a check with the component at an index replaced by another of the same type.
  public func replacing(component index: Int, of id: CheckID, by component: Component) -> Check {
    var replacer = ComponentReplacer(index: index, component: component)
    var check = self[id]
    check.visit(&replacer)
    return check
  }

  /// Returns a quantity with the component at an index replaced by another of the same type.
  public func replacing(component index: Int, of id: QuantityID, by component: Component) -> Quantity {
    var replacer = ComponentReplacer(index: index, component: component)
    var quantity = self[id]
    quantity.visit(&replacer)
    return quantity
  }

  /// Returns a check without the component at an index, or nil if it needs all of them.
  public func leavingOut(component index: Int, of id: CheckID) -> Check? { self[id].kind.leavingOut(component: index) }

  /// Returns a quantity without the component at an index, or nil if it needs all of them.
  public func leavingOut(component index: Int, of id: QuantityID) -> Quantity? {
    self[id].source.kind.leavingOut(component: index).map(self[id].with)
  }
}

private struct ComponentCollector: PartVisitor {
  var components: [Component] = []

  mutating func visit(_ check: inout CheckID) { components.append(.check(check)) }
  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { components.append(.quantity(quantity)) }
  mutating func visit(_ call: inout FunctionCall) { call.visitOperands(&self) }
}

/// Replaces one component by another of the same type.
private struct ComponentReplacer: PartVisitor {
  let index: Int
  let component: Component
  private var next = 0

  init(index: Int, component: Component) {
    self.index = index
    self.component = component
  }

  mutating func visit(_ check: inout CheckID) {
    if next == index, case .check(let other) = component { check = other }
    next += 1
  }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) {
    if next == index, case .quantity(let other) = component { quantity = other }
    next += 1
  }

  mutating func visit(_ call: inout FunctionCall) { call.visitOperands(&self) }
}
