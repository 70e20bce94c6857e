extension Checks {
  /// Returns all quantities and checks that the directions use, directly or as parts of other quantities and checks.
  func parts(of directions: [Direction]) -> (quantities: Set<QuantityID>, checks: Set<CheckID>) {
    var collector = PartCollector(checks: self)
    for direction in directions {
      for clause in direction.clauses {
        for case var check? in [clause.check, clause.appliesWhen] { collector.visit(&check) }
      }
      for criterion in direction.criteria { criterion.grade.visit(&collector) }
    }
    return (collector.foundQuantities, collector.foundChecks)
  }
}

extension Checks {
  /// Returns the quantities that a quantity adds, subtracts, multiplies or divides.
  public func operands(of quantity: Quantity) -> [QuantityID] {
    var collector = OperandCollector()
    var copy = quantity
    copy.visit(&collector)
    return collector.operands
  }
}

/// Collects the quantities that a quantity consists of, without theirs.
private struct OperandCollector: PartVisitor {
  var operands: [QuantityID] = []

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) { operands.append(quantity) }
}

private struct PartCollector: PartVisitor {
  let checks: Checks
  var foundQuantities: Set<QuantityID> = []
  var foundChecks: Set<CheckID> = []

  mutating func visit(_ check: inout CheckID) {
    if foundChecks.insert(check).inserted { checks.visit(check, &self) }
  }

  mutating func visit(_ quantity: inout QuantityID, in unit: AskedUnit) {
    if foundQuantities.insert(quantity).inserted { checks.visit(quantity, &self) }
  }

  mutating func visit(_ call: inout FunctionCall) { call.visitOperands(&self) }
}
