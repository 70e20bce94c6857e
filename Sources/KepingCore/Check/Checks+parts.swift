extension Checks {
  /// All quantities and checks that directions ask for, those within others, too.
  func parts(of directions: [Direction]) -> (quantities: Set<QuantityID>, checks: Set<CheckID>) {
    var collector = PartCollector(checks: self)
    for direction in directions {
      for clause in direction.clauses {
        if let check = clause.check { collector.add(check) }
        if let condition = clause.appliesWhen { collector.add(condition) }
      }
      for criterion in direction.criteria { collector.add(criterion.grade) }
    }
    return (collector.foundQuantities, collector.foundChecks)
  }
}

private struct PartCollector {
  let checks: Checks
  var foundQuantities: Set<QuantityID> = []
  var foundChecks: Set<CheckID> = []

  mutating func add(_ grade: Grade) {
    switch grade {
    case .outcome: break
    case .reach(let quantity, _, _), .quantity(let quantity): add(quantity)
    case .share(let parts): for part in parts { add(part) }
    }
  }

  mutating func add(_ id: CheckID) {
    guard foundChecks.insert(id).inserted else { return }
    switch checks[id] {
    case .all(let children), .anyOf(let children): for child in children { add(child) }
    case .not(let child), .leftOpen(let child, _): add(child)
    case .compare(let quantity, _, _, _, _): add(quantity)
    case .compareQuantities(let left, _, let right):
      add(left)
      add(right)
    case .judged(let call, _): add(call)
    case .isTrue, .isOne, .within, .given, .some, .none, .contains, .any: break
    }
  }

  mutating func add(_ id: QuantityID) {
    guard foundQuantities.insert(id).inserted else { return }
    switch checks[id].source {
    case .sum(let parts), .knownSum(let parts): for part in parts { add(part) }
    case .computed(let call): add(call)
    case .field, .yearly, .length, .tally: break
    }
  }

  private mutating func add(_ call: FunctionCall) {
    for operand in call.operands {
      switch operand {
      case .quantity(let id): add(id)
      case .check(let id): add(id)
      case .text, .record: break
      }
    }
  }
}
