import KepingCore

extension TestCase {
  /// Whether everything that is expected came out; the quick question, for a great many evaluations.
  func holds(_ assessment: Assessment) -> Bool {
    if let verdict, verdict != assessment.verdict { return false }
    if let error, error != assessment.failure?.code.rawValue { return false }
    if let problems, problems != assessment.problems.map(\.code.rawValue) { return false }
    if let score, score != assessment.total { return false }
    return outcomes.allSatisfy { id, outcome in assessment.finding(of: id)?.outcome == outcome }
      && points.allSatisfy { id, tenths in assessment.item(of: id)?.points == tenths }
  }

  /// What did not come out as expected, with what the evaluation says of it.
  func differences(_ assessment: Assessment) -> [Wording] {
    let why = assessment.failure.map { "：\($0.message)" } ?? ""
    var differences: [Wording] = []
    func differ(_ what: String, _ english: String, _ expected: String, _ found: String?, _ message: String) {
      differences.append(
        Wording(
          "\(what)应为 \(expected)，\(found.map { "实为 \($0)" } ?? "但没有作答")\(message)",
          "\(english): expected \(expected), \(found.map { "got \($0)" } ?? "not answered")\(message)"))
    }
    for (id, outcome) in outcomes {
      let finding = assessment.finding(of: id)
      guard finding?.outcome != outcome else { continue }
      differ("\(id) ", id, outcome.rawValue, finding?.outcome.rawValue, finding.map { "：\($0.message)" } ?? why)
    }
    for (id, tenths) in points {
      let item = assessment.item(of: id)
      guard item?.points != tenths else { continue }
      differ(
        "\(id) 得分", id, String(tenths: tenths), item.map { String(tenths: $0.points) }, item.map { "：\($0.reason)" } ?? why)
    }
    if let verdict, verdict != assessment.verdict {
      differ("结论", "verdict", verdict.rawValue, assessment.verdict.rawValue, why)
    }
    let code = assessment.failure?.code.rawValue
    if let error, error != code { differ("错误", "error", error, code ?? "null", why) }
    // A field that nobody declares would change nothing, and the case would hold for no reason.
    for problem in assessment.problems where problems == nil && problem.code == .unknownField {
      differences.append(Wording("没有预期的问题：\(problem.message)", "a problem that is not expected: \(problem.message)"))
    }
    let found = assessment.problems.map(\.code.rawValue)
    if let problems, problems != found {
      differ("问题", "problems", problems.asList, found.asList, assessment.problems.map { "；\($0.message)" }.joined())
    }
    if let score, score != assessment.total {
      differ("总分", "score", String(tenths: score), String(tenths: assessment.total), why)
    }
    return differences
  }
}

extension [String] {
  fileprivate var asList: String { "[" + joined(separator: ", ") + "]" }
}
