import KepingCore
import KepingPlugins
import KepingYAML

/// The ids of the clauses and criteria that a plugin's cases may name.
struct KnownNames {
  let clauses: [String]
  /// The ids of the clauses that have findings; limits have none.
  let answered: [String]
  let criteria: [String]

  init(_ program: Program) {
    clauses = program.directions.flatMap { $0.clauses.map(\.id) }
    answered = program.directions.flatMap { $0.answeredClauses.map(\.id) }
    criteria = program.directions.flatMap { $0.criteria.map(\.id) }
  }
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
    let members = try node.members(allowing: ["clause", "notices"] + names, requiring: ["clause"])
    let clause = try clause(members["clause"]!, known)
    let notices = try texts(members["notices"])
    var cases: [TestCase] = []
    for outcome in Outcome.allCases {
      for element in try members[outcome.rawValue]?.elements() ?? [] {
        var testCase = TestCase(name: "\(clause) \(outcome.rawValue)", node: element)
        testCase.changes = try changes(element)
        testCase.notices = notices
        testCase.outcomes = [(clause, outcome)]
        cases.append(testCase)
      }
    }
    guard !cases.isEmpty else {
      throw node.fault("empty-case", Wording("用例没有写任何结论", "the case expects nothing"))
    }
    return cases
  }

  /// Reads `name: …` with any of `with`, `notices`, `verdict`, `outcomes`, `problems`, `error`, `score` and `points`.
  private static func readNamed(_ node: YAMLNode, _ known: KnownNames) throws(Diagnostic) -> TestCase {
    let expectations = ["verdict", "outcomes", "problems", "error", "score", "points"]
    let members = try node.members(allowing: ["name", "with", "notices"] + expectations, requiring: ["name"])
    var testCase = TestCase(name: try members["name"]!.text(), node: node)
    if let with = members["with"] { testCase.changes = try changes(with) }
    testCase.notices = try texts(members["notices"])
    if let verdict = members["verdict"] {
      testCase.verdict = try choice(verdict, Verdict.allCases.map(\.rawValue)).flatMap(Verdict.init)
    }
    for (key, value) in try members["outcomes"]?.members() ?? [] {
      let outcome = try choice(value, Outcome.allCases.map(\.rawValue)).flatMap(Outcome.init)!
      testCase.outcomes.append((try clause(key, known), outcome))
    }
    if let problems = members["problems"] { testCase.problems = try texts(problems) }
    testCase.error = try members["error"]?.text()
    testCase.score = try members["score"].map { node throws(Diagnostic) in try tenths(node) }
    for (key, value) in try members["points"]?.members() ?? [] {
      testCase.points.append((try criterion(key, known), try tenths(value)))
    }
    let expectsSomething =
      !testCase.expectedIDs.isEmpty || testCase.verdict != nil || testCase.problems != nil || testCase.error != nil
      || testCase.score != nil
    guard expectsSomething else { throw node.fault("empty-case", Wording("用例没有写任何预期", "the case expects nothing")) }
    return testCase
  }

  private static func changes(_ node: YAMLNode) throws(Diagnostic) -> [(path: String, value: YAMLNode)] {
    var changes: [(path: String, value: YAMLNode)] = []
    for (key, value) in try node.members() { changes.append((try key.text(), value)) }
    return changes
  }

  private static func texts(_ node: YAMLNode?) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for element in try node?.elements() ?? [] { texts.append(try element.text()) }
    return texts
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

  private static func choice(_ node: YAMLNode, _ known: [String]) throws(Diagnostic) -> String? {
    let text = try node.text()
    guard known.contains(text) else {
      throw node.fault("unknown-value", Wording("未知的值“\(text)”", "unknown value '\(text)'").suggesting(text, among: known))
    }
    return text
  }
}
