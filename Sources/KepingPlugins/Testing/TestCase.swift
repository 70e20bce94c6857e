import KepingCore
import KepingYAML

/// One case of a plugin's tests: an application by its differences from a base, and what is expected of it.
struct TestCase {
  let name: String
  let node: YAMLNode
  /// Paths and their new values; null takes a field away.
  var changes: [(path: String, value: YAMLNode)] = []
  var notices: [String] = []
  var outcomes: [(clause: String, outcome: Outcome)] = []
  var verdict: Verdict?
  var error: String?
  var problems: [String]?
  var score: Double?

  /// Reads one element of `cases`: a clause with its outcomes, or a named case.
  /// - Throws: ``Diagnostic``.
  static func read(_ node: YAMLNode, clauses: [String]) throws(Diagnostic) -> [TestCase] {
    let isByClause = try node.member("clause") != nil
    return isByClause ? try readClause(node, clauses) : [try readNamed(node, clauses)]
  }

  /// `clause: 4.1/target/2` with lists of differences by outcome.
  private static func readClause(_ node: YAMLNode, _ clauses: [String]) throws(Diagnostic) -> [TestCase] {
    let names = Outcome.allCases.map(\.rawValue)
    let members = try node.members(allowing: ["clause", "notices"] + names, requiring: ["clause"])
    let clause = try known(members["clause"]!, clauses)
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

  /// `name: …` with any of `with`, `verdict`, `outcomes`, `problems`, `error`, `score`.
  private static func readNamed(_ node: YAMLNode, _ clauses: [String]) throws(Diagnostic) -> TestCase {
    let expectations = ["verdict", "outcomes", "problems", "error", "score"]
    let members = try node.members(allowing: ["name", "with", "notices"] + expectations, requiring: ["name"])
    guard expectations.contains(where: { members[$0] != nil }) else {
      throw node.fault("empty-case", Wording("用例没有写任何预期", "the case expects nothing"))
    }
    var testCase = TestCase(name: try members["name"]!.text(), node: node)
    if let with = members["with"] { testCase.changes = try changes(with) }
    testCase.notices = try texts(members["notices"])
    if let verdict = members["verdict"] {
      testCase.verdict = try choice(verdict, Verdict.allCases.map(\.rawValue)).flatMap(Verdict.init)
    }
    for (key, value) in try members["outcomes"]?.members() ?? [] {
      let outcome = try choice(value, Outcome.allCases.map(\.rawValue)).flatMap(Outcome.init)!
      testCase.outcomes.append((try known(key, clauses), outcome))
    }
    if let problems = members["problems"] { testCase.problems = try texts(problems) }
    testCase.error = try members["error"]?.text()
    testCase.score = try members["score"]?.number(in: 0...100)
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

  private static func known(_ node: YAMLNode, _ clauses: [String]) throws(Diagnostic) -> String {
    let id = try node.text()
    guard clauses.contains(id) else {
      throw node.fault("unknown-clause", Wording("没有条款“\(id)”", "no clause '\(id)'").suggesting(id, among: clauses))
    }
    return id
  }

  private static func choice(_ node: YAMLNode, _ known: [String]) throws(Diagnostic) -> String? {
    let text = try node.text()
    guard known.contains(text) else {
      throw node.fault("unknown-value", Wording("未知的值“\(text)”", "unknown value '\(text)'").suggesting(text, among: known))
    }
    return text
  }
}
