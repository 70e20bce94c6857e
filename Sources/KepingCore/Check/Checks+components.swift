/// A check or a quantity that another one is made of.
public enum Component: Sendable {
  case check(CheckID)
  case quantity(QuantityID)
}

extension Checks {
  /// What a check is made of, the operands of a plugin's function included, in the order they are written in.
  public func components(of id: CheckID) -> [Component] {
    var collector = ComponentCollector()
    visit(id, &collector)
    return collector.components
  }

  /// What a quantity is made of, the operands of a plugin's function included, in the order they are written in.
  public func components(of id: QuantityID) -> [Component] {
    var collector = ComponentCollector()
    visit(id, &collector)
    return collector.components
  }

  /// A check with another component at an index.
  public func replacing(component index: Int, of id: CheckID, by component: Component) -> Check {
    var replacer = ComponentReplacer(index: index, component: component)
    var check = self[id]
    check.visit(&replacer)
    return check
  }

  /// A quantity with another component at an index.
  public func replacing(component index: Int, of id: QuantityID, by component: Component) -> Quantity {
    var replacer = ComponentReplacer(index: index, component: component)
    var quantity = self[id]
    quantity.visit(&replacer)
    return quantity
  }

  /// A check without the component at an index; nil where it needs all of them.
  public func leavingOut(component index: Int, of id: CheckID) -> Check? { self[id].kind.leavingOut(component: index) }

  /// A quantity without the component at an index; nil where it needs all of them.
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

/// Replaces one component, which is of the same kind as the one that it replaces.
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
