import KepingCore
import KepingYAML

extension TestCase {
  /// Whether an assessment meets all expectations.
  ///
  /// Mutation testing calls this for very many evaluations, so it builds no messages and ignores unexpected unknown fields.
  func holds(_ assessment: Assessment) -> Bool {
    if let verdict, verdict != assessment.verdict { return false }
    if let error, error != assessment.failure?.code.rawValue { return false }
    if let problems, problems != assessment.problems.map(\.code.rawValue) { return false }
    if let score, score != assessment.total { return false }
    return outcomes.allSatisfy { id, outcome in assessment.finding(of: id)?.outcome == outcome }
      && points.allSatisfy { id, tenths in assessment.item(of: id)?.points == tenths }
  }

  /// Returns a message for each unmet expectation, with the explanation of the evaluation.
  func differences(_ assessment: Assessment) -> [Wording] {
    let failureDetail = assessment.failure.map { "：\($0.message)" } ?? ""
    var differences: [Wording] = []
    func append(_ chinese: String, _ english: String, expected: String, found: String?, detail: String) {
      differences.append(
        Wording(
          "\(chinese)应为 \(expected)，\(found.map { "实为 \($0)" } ?? "但没有作答")\(detail)",
          "\(english): expected \(expected), \(found.map { "got \($0)" } ?? "not answered")\(detail)"))
    }
    for (id, outcome) in outcomes {
      let finding = assessment.finding(of: id)
      guard finding?.outcome != outcome else { continue }
      append(
        "\(id) ", id, expected: outcome.rawValue, found: finding?.outcome.rawValue,
        detail: finding.map { "：\($0.message)" } ?? failureDetail)
    }
    for (id, tenths) in points {
      let item = assessment.item(of: id)
      guard item?.points != tenths else { continue }
      append(
        "\(id) 得分", id, expected: String(tenths: tenths), found: item.map { String(tenths: $0.points) },
        detail: item.map { "：\($0.reason)" } ?? failureDetail)
    }
    if let verdict, verdict != assessment.verdict {
      append(
        "结论", "verdict", expected: verdict.rawValue, found: assessment.verdict.rawValue, detail: failureDetail)
    }
    let code = assessment.failure?.code.rawValue
    if let error, error != code { append("错误", "error", expected: error, found: code ?? "null", detail: failureDetail) }
    // An undeclared field has no effect, so a case that changes one would pass without testing anything.
    for problem in assessment.problems where problems == nil && problem.code == .unknownField {
      differences.append(Wording("没有预期的问题：\(problem.message)", "unexpected problem: \(problem.message)"))
    }
    let found = assessment.problems.map(\.code.rawValue)
    if let problems, problems != found {
      append(
        "问题", "problems", expected: problems.asList, found: found.asList,
        detail: assessment.problems.map { "；\($0.message)" }.joined())
    }
    if let score, score != assessment.total {
      append(
        "总分", "score", expected: String(tenths: score), found: String(tenths: assessment.total), detail: failureDetail)
    }
    return differences
  }
}

extension TestCase {
  /// Returns the error of an expectation about a clause or criterion of another direction than the application's.
  func directionFault(of application: JSONValue, _ known: KnownNames) -> Diagnostic? {
    guard let direction = application.text(ofMember: "direction"), known.directionIDs.contains(direction) else { return nil }
    for (id, node) in names {
      guard let other = known.direction(of: id), other != direction else { continue }
      return node.fault(
        "other-direction",
        Wording(
          "“\(id)”是方向\(other)的，而这份申报书的方向是\(direction)；请换一份示例（base），或在改动里写 direction: \"\(other)\"",
          "'\(id)' belongs to direction \(other), and the application to \(direction); take another example as base, or change direction to \"\(other)\""
        ))
    }
    return nil
  }

  /// Returns the change that made a field unknown or the record invalid; nil if no change did, or the case expects it.
  func refusedChange(_ assessment: Assessment) -> (key: YAMLNode, path: String, value: YAMLNode)? {
    guard problems == nil, error == nil else { return nil }
    let refused = assessment.problems.filter { $0.code == .unknownField || $0.code == .invalidRecord }.map(\.field)
    return changes.first { change in
      refused.contains { $0 == change.path || $0.hasPrefix(change.path + ".") || $0.hasPrefix(change.path + "[") }
    }
  }
}

extension [String] {
  fileprivate var asList: String { "[" + joined(separator: ", ") + "]" }
}
