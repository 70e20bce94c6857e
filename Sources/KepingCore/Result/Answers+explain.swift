extension Answers {
  /// Says what decided a check, and notes the values: of several checks, those that made the answer what it is.
  func explain(_ id: CheckID, _ account: inout Account) throws(EvaluationFailure) {
    switch checks[id] {
    case .all(let children), .anyOf(let children):
      let answer = try truth(id)
      var isFirst = true
      for child in children where try truth(child) == answer {
        if !isFirst { account.text.append("；") }
        isFirst = false
        try explain(child, &account)
      }
    case .not(let child): try explain(child, &account)
    case .leftOpen(let child, let reason):
      try explain(child, &account)
      if try truth(child) == .unmet {
        account.text.append("，")
        account.text.append(reason)
      }
    case .compare(let quantity, let comparison, let bound, _, let written):
      try explain(quantity, comparison, bound, written, &account)
    case .compareQuantities(let left, let comparison, let right):
      try explain(left, comparison, right, &account)
    case .judged(let call, let label):
      if try missing(call.operands, &account) { return }
      account.text.append(label)
      account.text.append(try truth(id) == .met ? "：符合" : "：不符合")
      try note(call.operands, &account)
    case .any(let match): explain(match, &account)
    default: explainField(checks[id], &account)
    }
  }

  private func explain(
    _ quantity: QuantityID, _ comparison: Comparison, _ bound: Bound, _ written: Bound, _ account: inout Account
  ) throws(EvaluationFailure) {
    func required(_ buffer: inout Bytes) {
      buffer.append(comparison.rawValue)
      buffer.append(UInt8(ascii: " "))
      buffer.append(number: bound.value)
    }
    guard let value = try value(quantity) else {
      try missing(quantity, required, &account)
      return
    }
    let about = checks[quantity]
    account.text.append(about.label)
    account.text.append(value, in: bound.unit)
    account.text.append("，")
    account.text.append(comparison.words(comparison.holds(value, bound.value)))
    account.text.append(bound.text)
    if bound != written {
      account.text.append("（按配置调整，原为")
      account.text.append(written.text)
      account.text.append("）")
    }
    account.note(about.path, required: required) { $0.append(number: value) }
    if case .computed(let call) = about.source { try note(call.operands, &account) }
  }

  private func explain(
    _ left: QuantityID, _ comparison: Comparison, _ right: QuantityID, _ account: inout Account
  ) throws(EvaluationFailure) {
    let unit = Unit.usual(checks[left].measure)
    guard let first = try value(left), let second = try value(right) else {
      let isFirstMissing = try value(left) == nil
      if isFirstMissing { try missing(left, { _ in }, &account) }
      if try value(right) == nil {
        if isFirstMissing { account.text.append("；") }
        try missing(right, { _ in }, &account)
      }
      return
    }
    account.text.append(checks[left].label)
    account.text.append(first, in: unit)
    account.text.append("，")
    account.text.append(comparison.words(comparison.holds(first, second)))
    account.text.append(checks[right].label)
    account.text.append(second, in: unit)
    func required(_ buffer: inout Bytes) {
      buffer.append(comparison.rawValue)
      buffer.append(UInt8(ascii: " "))
      buffer.append(number: second)
    }
    account.note(checks[left].path, required: required) { $0.append(number: first) }
    account.note(checks[right].path, required: "") { $0.append(number: second) }
  }

  private func explain(_ match: ListMatch, _ account: inout Account) {
    let list = record.slots[match.list.slot]
    func places() -> [Int?] {
      (match.includesApplicant ? [nil] : []) + (list.isPresent ? Array(0..<list.count).map { $0 } : [])
    }
    func path(_ element: Int?) -> String { element.map { "\(match.list.path)[\($0)]" } ?? "applicant" }
    if let found = places().first(where: { truth(of: $0, in: match, list) == .met }) {
      account.text.append("有")
      account.text.append(match.label)
      let name = found.flatMap { element in
        match.nameSlot.map { record.element(element, of: list, stride: match.stride, field: $0) }
      }
      if let name, name.isPresent {
        account.text.append("：")
        account.text.append(contentsOf: record.text(name))
      } else {
        account.text.append(found.map { "（第\($0 + 1)项）" } ?? "（申报单位）")
      }
      account.note(path(found), required: match.label) { buffer in
        if let name, name.isPresent { buffer.append(json: record.text(name)) } else { buffer.append("true") }
      }
    } else if let open = places().first(where: { truth(of: $0, in: match, list) == .unknown }) {
      let missing = match.filters.filter { !slot(of: $0, open, in: match, list).isPresent }
      account.text.append(open.map { "\(match.list.label)第\($0 + 1)项" } ?? "申报单位")
      account.text.append("未填写")
      account.text.append(missing.map(\.field.label).joined(separator: "、"))
      account.text.append("，无法判断是否有")
      account.text.append(match.label)
      account.text.append("，请补充")
      for filter in missing {
        account.note("\(path(open)).\(filter.field.path)", required: match.label) { $0.append("null") }
      }
    } else if !list.isPresent && match.list.field.absence == .unknown {
      explainMissing(match.list.label, match.list.path, required: match.label, &account)
    } else {
      account.text.append("没有")
      account.text.append(match.label)
      account.note(match.list.path, required: match.label) { $0.append(decimal: list.isPresent ? list.count : 0) }
    }
  }
}
