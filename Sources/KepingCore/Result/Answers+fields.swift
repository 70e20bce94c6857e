extension Answers {
  /// Says what a single field is, for the checks that ask just one.
  func explainField(_ check: Check, _ account: inout Account) {
    switch check {
    case .isTrue(let field):
      let slot = record.slots[field.slot]
      guard slot.isPresent else { return explainMissing(field.label, field.path, required: "true", &account) }
      account.text.append(field.label)
      account.text.append(slot.number == 1 ? "：是" : "：否")
      account.note(field.path, required: "true") { $0.append(slot.number == 1 ? "true" : "false") }
    case .isOne(let field, let known):
      let wanted = known.sorted().map { field.choices[$0] }
      let required = wanted.map(\.value).joined(separator: " | ")
      let slot = record.slots[field.slot]
      guard slot.isPresent else { return explainMissing(field.label, field.path, required: required, &account) }
      account.text.append(field.label)
      account.text.append("为")
      appendChoice(slot, field, &account)
      if !known.contains(Int(slot.number)) {
        account.text.append("，不属于")
        account.text.append(wanted.map(\.label).joined(separator: "、"))
      }
      account.note(field.path, required: required) { $0.append(json: record.text(slot)) }
    case .within(let field, let prefix, let place):
      let required = prefix.text + "*"
      let slot = record.slots[field.slot]
      guard slot.isPresent else { return explainMissing(field.label, field.path, required: required, &account) }
      account.text.append(field.label)
      account.text.append(contentsOf: record.text(slot))
      account.text.append(record.text(slot).starts(with: prefix) ? "，在" : "，不在")
      account.text.append(place)
      account.note(field.path, required: required) { $0.append(json: record.text(slot)) }
    case .given(let field):
      let slot = record.slots[field.slot]
      guard slot.isPresent else { return explainMissing(field.label, field.path, required: "given", &account) }
      account.text.append("已填写")
      account.text.append(field.label)
      if case .money = field.field.type { account.text.append(slot.number, in: Unit.usual(.money)) }
      account.note(field.path, required: "given") { buffer in
        switch field.field.type {
        case .money, .count, .year: buffer.append(number: slot.number)
        case .text, .creditCode, .division, .time, .choice: buffer.append(json: record.text(slot))
        default: buffer.append("true")
        }
      }
    case .some(let field): explainLength(field, required: "> 0", &account)
    case .none(let field): explainLength(field, required: "0", &account)
    case .contains(let field, let known):
      let choice = field.choices[known]
      let slot = record.slots[field.slot]
      if !slot.isPresent && field.field.absence == .unknown {
        return explainMissing(field.label, field.path, required: choice.value, &account)
      }
      var found: Int?
      for index in 0..<(slot.isPresent ? slot.count : 0)
      where record.elements[Int(slot.start) + index].number == Double(known) {
        found = found ?? index
      }
      account.text.append(field.label)
      account.text.append(found == nil ? "不包括" : "包括")
      account.text.append(choice.label)
      account.note(found.map { "\(field.path)[\($0)]" } ?? field.path, required: choice.value) { buffer in
        if found == nil { buffer.append(decimal: slot.isPresent ? slot.count : 0) } else { buffer.append(json: choice.value) }
      }
    default: break
    }
  }

  private func explainLength(_ field: FieldReference, required: String, _ account: inout Account) {
    let slot = record.slots[field.slot]
    if !slot.isPresent && field.field.absence == .unknown {
      return explainMissing(field.label, field.path, required: required, &account)
    }
    let count = slot.isPresent ? slot.count : 0
    account.text.append(count == 0 ? "没有" : "有")
    account.text.append(field.label)
    if count > 0 {
      account.text.append(decimal: count)
      account.text.append("项")
    }
    account.note(field.path, required: required) { $0.append(decimal: count) }
  }

  private func appendChoice(_ slot: Record.Slot, _ field: FieldReference, _ account: inout Account) {
    if slot.number >= 0 {
      account.text.append(field.choices[Int(slot.number)].label)
    } else {
      account.text.append("“")
      account.text.append(contentsOf: record.text(slot))
      account.text.append("”")
    }
  }

  func explainMissing(_ label: String, _ path: String, required: String, _ account: inout Account) {
    account.text.append("未填写")
    account.text.append(label)
    account.text.append("，请补充")
    account.note(path, required: required) { $0.append("null") }
  }

  /// Asks for what a quantity that is unknown needs.
  func missing(
    _ id: QuantityID, _ required: (inout Bytes) -> Void, _ account: inout Account
  ) throws(EvaluationFailure) {
    switch checks[id].source {
    case .sum(let parts), .knownSum(let parts):
      var isFirst = true
      for part in parts where try value(part) == nil {
        if !isFirst { account.text.append("；") }
        isFirst = false
        try missing(part, required, &account)
      }
    case .computed(let call): _ = try missing(call.operands, &account)
    default:
      account.text.append("未填写")
      account.text.append(checks[id].label)
      account.text.append("，请补充")
      account.note(checks[id].path, required: required) { $0.append("null") }
    }
  }

  /// Asks for the operands that are unknown; whether there are any.
  func missing(_ operands: [Operand], _ account: inout Account) throws(EvaluationFailure) -> Bool {
    var isFirst = true
    func separate(_ account: inout Account) {
      if !isFirst { account.text.append("；") }
      isFirst = false
    }
    for operand in operands {
      switch operand {
      case .quantity(let id) where try value(id) == nil:
        separate(&account)
        try missing(id, { _ in }, &account)
      case .check(let id) where try truth(id) == .unknown:
        separate(&account)
        try explain(id, &account)
      case .text(let slot, let label, let path) where !record.slots[slot].isPresent:
        separate(&account)
        explainMissing(label, path, required: "", &account)
      default: break
      }
    }
    return !isFirst
  }

  /// Notes the operands as evidence.
  func note(_ operands: [Operand], _ account: inout Account) throws(EvaluationFailure) {
    for operand in operands {
      switch operand {
      case .quantity(let id):
        if let value = try value(id) { account.note(checks[id].path, required: "") { $0.append(number: value) } }
      case .text(let slot, _, let path):
        account.note(path, required: "") { $0.append(json: record.text(record.slots[slot])) }
      case .check(let id):
        // The sentence of the check is not wanted here, only what it rests on.
        let count = account.text.count
        try explain(id, &account)
        account.text.removeLast(account.text.count - count)
      case .record: break
      }
    }
  }
}
