import KepingCore

extension Variants {
  /// Returns the changes of what the function of a check receives; its answer is inverted by a mutation of the check itself.
  func functionVariants(of id: CheckID) -> [Variant<CheckID>] {
    guard case .judged(let judged) = checks[id] else { return [] }
    return operandChanges(of: judged.call, judged.label).map { change, call in
      Variant(change: change, location: locations[id]) { $0.add(.judged(JudgedCheck(call, label: judged.label))) }
    }
  }

  /// Returns the changes of what the function of a quantity receives and returns.
  func functionVariants(of id: QuantityID) -> [Variant<QuantityID>] {
    let quantity = checks[id]
    guard case .computed(let call) = quantity.source else { return [] }
    let label = quantity.label
    let moved = [true, false].map { up in
      (
        Wording(
          "“\(label)”的结果\(up ? "大" : "小")一点（整数差1，其他差百分之一）",
          "make the result of '\(label)' a little \(up ? "larger" : "smaller") (by 1 if whole, otherwise by a hundredth)"),
        changed(call, .moved(up: up))
      )
    }
    return computed(quantity, moved + operandChanges(of: call, label), at: locations[id])
  }

  /// Returns the changes of what a function receives and returns whose result is a share of points.
  func gradeVariants(of id: QuantityID) -> [Variant<QuantityID>] {
    let quantity = checks[id]
    guard case .computed(let call) = quantity.source else { return [] }
    let label = quantity.label
    let shifted = [true, false].map { up in
      (
        Wording("“\(label)”\(up ? "多" : "少")给一成", "let '\(label)' give a tenth \(up ? "more" : "less")"),
        changed(call, .shifted(up: up))
      )
    }
    return computed(quantity, shifted + operandChanges(of: call, label), at: locations[id])
  }

  private func computed(
    _ quantity: Quantity, _ changes: [(Wording, FunctionCall)], at location: SourceLocation
  ) -> [Variant<QuantityID>] {
    changes.map { change, call in
      Variant(change: change, location: location) {
        $0.add(Quantity(source: .computed(call), label: quantity.label, path: quantity.path, measure: quantity.measure))
      }
    }
  }

  /// Returns the calls in which one operand is 0 or an empty text.
  ///
  /// A check that is an operand has mutations of its own, and a whole record has no such value.
  private func operandChanges(of call: FunctionCall, _ label: String) -> [(Wording, FunctionCall)] {
    call.operands.indices.compactMap { index in
      switch call.operands[index] {
      case .quantity(let id):
        let name = checks[id].label
        return (
          Wording("“\(label)”把“\(name)”当作0", "let '\(label)' take '\(name)' for 0"),
          changed(call, .operand(index, .number(0)))
        )
      case .text(_, let name, _):
        return (
          Wording("“\(label)”把“\(name)”当作空的", "let '\(label)' take '\(name)' for an empty text"),
          changed(call, .operand(index, .text("")))
        )
      case .check, .record: return nil
      }
    }
  }

  private func changed(_ call: FunctionCall, _ change: FunctionChange) -> FunctionCall {
    FunctionCall(function: functions.add(change, of: call.function), operands: call.operands)
  }
}
