import KepingCore
import KepingPlugins
import KepingYAML

/// The ids of the clauses and criteria that a plugin's cases may name.
struct KnownNames {
  let clauses: [String]
  /// The ids of the clauses that have findings; limits have none.
  let answered: [String]
  let criteria: [String]
  /// The ids of the clauses that are notices.
  let notices: [String]
  /// The direction of each clause and criterion.
  private let directions: [String: String]
  /// The ids of the directions.
  let directionIDs: [String]

  init(_ program: Program) {
    clauses = program.directions.flatMap { $0.clauses.map(\.id) }
    answered = program.directions.flatMap { $0.answeredClauses.map(\.id) }
    criteria = program.directions.flatMap { $0.criteria.map(\.id) }
    notices = program.directions.flatMap { $0.clauses.filter { $0.kind == .notice }.map(\.id) }
    directionIDs = program.directions.map(\.id)
    var directions: [String: String] = [:]
    for direction in program.directions {
      for id in direction.clauses.map(\.id) + direction.criteria.map(\.id) { directions[id] = direction.id }
    }
    self.directions = directions
  }

  /// Returns the direction of a clause or criterion.
  func direction(of id: String) -> String? { directions[id] }
}

extension TestCase {
  /// Reads the cases of a file with `base` and `cases`.
  /// - Throws: ``Diagnostic`` if the file is malformed or names an unknown clause or criterion.
  static func read(_ text: String, path: String, _ known: KnownNames) throws(Diagnostic) -> [TestCase] {
    let members = try YAMLFile.parse(text, path: path).members(
      allowing: ["base", "settings", "cases"], requiring: ["base", "cases"])
    var cases: [TestCase] = []
    for element in try members["cases"]!.elements() { cases += try read(element, known) }
    return cases
  }

  /// Reads one element of `cases`: a clause with its outcomes, or a named case.
  /// - Throws: ``Diagnostic`` if the element is malformed or names an unknown clause or criterion.
  static func read(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> [TestCase] {
    let isByClause = try node.member("clause") != nil
    return isByClause ? try readClause(node, known) : [try readNamed(node, known)]
  }

  /// Reads `clause: 4.1/target/2` with lists of changes by outcome, each of which becomes a case.
  private static func readClause(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> [TestCase] {
    let names = Outcome.allCases.map(\.rawValue)
    try OutcomeWords.check(try node.members().map(\.key), beside: ["clause", "notices"] + names)
    let members = try node.members(allowing: ["clause", "notices"] + names, requiring: ["clause"])
    let clause = try clause(members["clause"]!, known)
    let notices = try notices(members["notices"], known)
    var cases: [TestCase] = []
    for outcome in Outcome.allCases {
      for element in try members[outcome.rawValue]?.elements() ?? [] {
        var testCase = TestCase(name: "\(clause) \(outcome.rawValue)", node: element)
        testCase.changes = try changes(element)
        testCase.notices = notices
        testCase.outcomes = [(clause, outcome)]
        testCase.names = [(clause, members["clause"]!)]
        cases.append(testCase)
      }
    }
    guard !cases.isEmpty else {
      throw node.fault(
        "empty-case",
        Wording(
          "用例没有写任何结论；请写 met: [{ … }]、unmet、unknown 或 notApplicable",
          "the case expects nothing; write met: [{ … }], unmet, unknown or notApplicable"))
    }
    return cases
  }

  /// Reads `name: …` with any of `with`, `notices`, `verdict`, `outcomes`, `problems`, `error`, `score` and `points`.
  private static func readNamed(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> TestCase {
    let expectations = ["verdict", "outcomes", "problems", "error", "score", "points"]
    let members = try node.members(allowing: ["name", "with", "notices"] + expectations, requiring: ["name"])
    var testCase = TestCase(name: try members["name"]!.text(), node: node)
    if let with = members["with"] { testCase.changes = try changes(with) }
    testCase.notices = try notices(members["notices"], known)
    if let verdict = members["verdict"] {
      testCase.verdict = try OutcomeWords.verdict(verdict)
    }
    for (key, value) in try members["outcomes"]?.members() ?? [] {
      let id = try clause(key, known)
      testCase.outcomes.append((id, try OutcomeWords.outcome(value)))
      testCase.names.append((id, key))
    }
    if let problems = members["problems"] {
      testCase.problems = []
      for element in try problems.elements() {
        testCase.problems?.append(try choice(element, Problem.Code.allCases.map(\.rawValue)))
      }
    }
    testCase.error = try members["error"].map { node throws(Diagnostic) in
      try choice(node, EvaluationFailure.Code.allCases.map(\.rawValue))
    }
    testCase.score = try members["score"].map { node throws(Diagnostic) in try tenths(node) }
    for (key, value) in try members["points"]?.members() ?? [] {
      let id = try criterion(key, known)
      testCase.points.append((id, try tenths(value)))
      testCase.names.append((id, key))
    }
    let expectsSomething =
      !testCase.expectedIDs.isEmpty || testCase.verdict != nil || testCase.problems != nil || testCase.error != nil
      || testCase.score != nil
    guard expectsSomething else {
      throw node.fault(
        "empty-case",
        Wording(
          "用例没有写任何预期；请写 verdict、outcomes、points、score、problems 或 error",
          "the case expects nothing; write verdict, outcomes, points, score, problems or error"))
    }
    return testCase
  }

  private static func changes(_ node: YAMLNode) throws(Diagnostic) -> [(key: YAMLNode, path: String, value: YAMLNode)] {
    var changes: [(key: YAMLNode, path: String, value: YAMLNode)] = []
    for (key, value) in try node.members() { changes.append((key, try key.text(), value)) }
    return changes
  }

  private static func notices(_ node: YAMLNode?, _ known: KnownNames) throws(Diagnostic) -> [String] {
    var notices: [String] = []
    for element in try node?.elements() ?? [] {
      let id = try element.text()
      // Another id may be that of another program, whose notices must have no effect here.
      if let slash = id.firstIndex(of: "/"), known.directionIDs.contains(String(id[..<slash])), !known.notices.contains(id) {
        throw element.fault(
          "unknown-clause",
          Wording("没有另行通知的条款“\(id)”", "no notice '\(id)'").suggesting(id, among: known.notices))
      }
      notices.append(id)
    }
    return notices
  }

  private static func clause(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> String {
    let id = try node.text()
    guard known.clauses.contains(id) else {
      throw node.fault("unknown-clause", Wording("没有条款“\(id)”", "no clause '\(id)'").suggesting(id, among: known.clauses))
    }
    return id
  }

  private static func criterion(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> String {
    let id = try node.text()
    guard known.criteria.contains(id) else {
      throw node.fault(
        "unknown-criterion", Wording("没有评分项“\(id)”", "no criterion '\(id)'").suggesting(id, among: known.criteria))
    }
    return id
  }

  /// Reads points from 0 to 100 with at most one decimal, and returns tenths.
  private static func tenths(_ node: YAMLNode) throws(Diagnostic) -> Int {
    let tenths = try node.number(in: 0...100) * 10
    guard abs(tenths - tenths.rounded()) < 1e-9 else {
      throw node.fault("wrong-type", Wording("分数最多一位小数", "points have at most one decimal"))
    }
    return Int(tenths.rounded())
  }

  private static func choice(_ node: YAMLNode, _ known: [String]) throws(Diagnostic) -> String {
    let text = try node.text()
    guard known.contains(text) else {
      let wording = Wording("未知的值“\(text)”", "unknown value '\(text)'")
      let suggestion = wording.suggesting(text, among: known)
      throw node.fault(
        "unknown-value",
        suggestion != wording
          ? suggestion
          : Wording(
            "\(wording.chinese)；可以写的有：\(known.joined(separator: "、"))",
            "\(wording.english); the values are \(known.joined(separator: ", "))"))
    }
    return text
  }
}
