import KepingCore

extension TestCase {
  /// Whether everything that is expected came out; the quick question, for a great many evaluations.
  func holds(_ evaluation: Evaluation) -> Bool {
    if let verdict, verdict != evaluation.verdict { return false }
    if let error, error != evaluation.failure?.code.rawValue { return false }
    if let problems, problems != evaluation.problems.map(\.code.rawValue) { return false }
    if let score, score != evaluation.total { return false }
    guard !outcomes.isEmpty || !points.isEmpty else { return true }
    guard let direction = evaluation.direction else { return false }
    return outcomes.allSatisfy { id, outcome in direction.outcome(of: id, evaluation) == outcome }
      && points.allSatisfy { id, tenths in direction.points(of: id, evaluation) == tenths }
  }

  /// What did not come out as expected, with what the evaluation says of it.
  func differences(_ evaluation: Evaluation) -> [Wording] {
    let direction = evaluation.direction
    let why = evaluation.failure.map { "：\($0.message)" } ?? ""
    var differences: [Wording] = []
    func differ(_ what: String, _ english: String, _ expected: String, _ found: String?, _ message: String) {
      differences.append(
        Wording(
          "\(what)应为 \(expected)，\(found.map { "实为 \($0)" } ?? "但没有作答")\(message)",
          "\(english): expected \(expected), \(found.map { "got \($0)" } ?? "not answered")\(message)"))
    }
    for (id, outcome) in outcomes {
      let found = direction?.outcome(of: id, evaluation)
      guard found != outcome else { continue }
      let message = direction?.finding(of: id, evaluation).map { "：\(evaluation.message($0))" }
      differ("\(id) ", id, outcome.rawValue, found?.rawValue, message ?? why)
    }
    for (id, tenths) in points {
      let found = direction?.points(of: id, evaluation)
      guard found != tenths else { continue }
      let reason = direction?.item(of: id, evaluation).map { "：\(evaluation.reason($0))" }
      differ("\(id) 得分", id, String(tenths: tenths), found.map { String(tenths: $0) }, reason ?? why)
    }
    if let verdict, verdict != evaluation.verdict {
      differ("结论", "verdict", verdict.rawValue, evaluation.verdict.rawValue, why)
    }
    let code = evaluation.failure?.code.rawValue
    if let error, error != code { differ("错误", "error", error, code ?? "null", why) }
    // A field that nobody declares would change nothing, and the case would hold for no reason.
    for problem in evaluation.problems where problems == nil && problem.code == .unknownField {
      differences.append(Wording("没有预期的问题：\(problem.message)", "a problem that is not expected: \(problem.message)"))
    }
    let found = evaluation.problems.map(\.code.rawValue)
    if let problems, problems != found {
      differ("问题", "problems", problems.asList, found.asList, evaluation.problems.map { "；\($0.message)" }.joined())
    }
    if let score, score != evaluation.total {
      differ("总分", "score", String(tenths: score), String(tenths: evaluation.total), why)
    }
    return differences
  }
}

extension Direction {
  /// What an evaluation found for a clause; nil where the direction does not have it, or does not answer it.
  func finding(of id: String, _ evaluation: Evaluation) -> Evaluation.Finding? {
    clauses.firstIndex { $0.id == id }.flatMap { finding(of: $0) }.map { evaluation.findings[$0] }
  }

  func outcome(of id: String, _ evaluation: Evaluation) -> Outcome? { finding(of: id, evaluation)?.outcome }

  /// What an evaluation awarded for a criterion; nil where the direction does not have it.
  func item(of id: String, _ evaluation: Evaluation) -> Evaluation.Item? {
    criteria.firstIndex { $0.id == id }.map { evaluation.items[$0] }
  }

  func points(of id: String, _ evaluation: Evaluation) -> Int? { item(of: id, evaluation)?.points }
}

extension [String] {
  fileprivate var asList: String { "[" + joined(separator: ", ") + "]" }
}
