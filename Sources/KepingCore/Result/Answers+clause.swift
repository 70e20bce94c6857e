extension Answers {
  /// Answers a clause: outcome, sentence and evidence.
  func answer(
    _ clause: Clause, isRegistered: Bool, into evaluation: inout Evaluation
  ) throws(EvaluationFailure) -> Outcome {
    var account = Account(taking: &evaluation)
    defer { account.give(back: &evaluation) }
    let message = account.text.count
    let evidence = account.evidence.count
    var outcome = Outcome.met
    let applies = try clause.appliesWhen.map { id throws(EvaluationFailure) in try truth(id) } ?? .met
    if let condition = clause.appliesWhen, applies != .met {
      outcome = applies == .unmet ? .notApplicable : .unknown
      account.text.append(applies == .unmet ? "不适用：" : "无法判断是否适用：")
      try explain(condition, &account)
    } else if let check = clause.check {
      outcome = Outcome(try truth(check))
      try explain(check, &account)
    } else {
      outcome = isRegistered ? .met : .unknown
      account.text.append(isRegistered ? "已另行通知，按通知要求办理" : "申报事项另行通知，尚未登记通知，以通知为准")
    }
    evaluation.findings.append(
      Evaluation.Finding(
        outcome: outcome, message: message..<account.text.count, evidence: evidence..<account.evidence.count))
    return outcome
  }

  /// Awards an application's points for a criterion; a clause that is not met earns none, whatever its grade.
  func score(
    _ criterion: Criterion, _ direction: Direction, into evaluation: inout Evaluation
  ) throws(EvaluationFailure) {
    var account = Account(taking: &evaluation)
    defer { account.give(back: &evaluation) }
    let start = account.text.count
    let outcome = criterion.clause.flatMap { place in
      direction.finding(of: place).map { evaluation.findings[$0].outcome }
    }
    var grade = 0.0
    switch (outcome, criterion.grade) {
    case (.notApplicable?, _): account.text.append("不适用，不计分")
    case (.unknown?, _): account.text.append("信息不足，暂不计分")
    case (.unmet?, _): account.text.append("不符合，不计分")
    case (_, .outcome):
      grade = 1
      account.text.append("符合")
    case (_, .reach(let quantity, let bound, let full)):
      grade = try reach(quantity, from: bound, full: full, &account)
    case (_, .share(let parts)):
      var met = 0
      for part in parts where try truth(part) == .met { met += 1 }
      grade = Double(met) / Double(parts.count)
      account.text.append("\(parts.count)项中符合\(met)项")
    case (_, .quantity(let quantity)):
      if let value = try value(quantity) {
        grade = min(1, max(0, value))
        account.text.append(checks[quantity].label)
        account.text.append("得分系数")
        account.text.append(number: (grade * 1000).rounded() / 1000)
      } else {
        account.text.append("信息不足，暂不计分")
      }
    }
    let points = Int((Double(criterion.maximum) * grade).rounded())
    evaluation.items.append(Evaluation.Item(points: points, reason: start..<account.text.count))
  }

  private func reach(
    _ quantity: QuantityID, from bound: Double, full: Bound, _ account: inout Account
  ) throws(EvaluationFailure) -> Double {
    guard let value = try value(quantity) else {
      account.text.append("信息不足，暂不计分")
      return 0
    }
    account.text.append(value, in: full.unit)
    account.text.append("，起评")
    account.text.append(bound, in: full.unit)
    account.text.append("得六成，满")
    account.text.append(full.text)
    account.text.append("得满分")
    if value < bound { return 0 }
    if value >= full.value { return 1 }
    return 0.6 + 0.4 * (value - bound) / (full.value - bound)
  }
}

/// A sentence under construction, with the evidence it rests on.
///
/// It takes an evaluation's buffers for as long as it is under construction, so that nothing is copied.
struct Account {
  var text: Bytes = []
  private(set) var evidence: [Evaluation.Evidence] = []
  private var facts: Bytes = []

  init(taking evaluation: inout Evaluation) {
    swap(&text, &evaluation.text)
    swap(&evidence, &evaluation.evidence)
    swap(&facts, &evaluation.facts)
  }

  mutating func give(back evaluation: inout Evaluation) {
    swap(&text, &evaluation.text)
    swap(&evidence, &evaluation.evidence)
    swap(&facts, &evaluation.facts)
  }

  /// Notes a value that decided; `value` writes it as JSON.
  mutating func note(_ field: String, required: String, value: (inout Bytes) -> Void) {
    note(field, required: { $0.append(required) }, value: value)
  }

  /// Notes a value that decided, and what was asked of it: empty where nothing is compared.
  mutating func note(_ field: String, required: (inout Bytes) -> Void, value: (inout Bytes) -> Void) {
    let start = facts.count
    facts.append(field)
    let middle = facts.count
    value(&facts)
    let end = facts.count
    required(&facts)
    evidence.append(Evaluation.Evidence(field: start..<middle, value: middle..<end, required: end..<facts.count))
  }
}
