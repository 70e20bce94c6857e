import KepingCore
import KepingYAML

/// One case of a plugin's tests: an application by its differences from a base, and what is expected of it.
struct TestCase {
  let name: String
  let node: YAMLNode
  /// Paths and their new values; null takes a field away.
  var changes: [(path: String, value: YAMLNode)] = []
  /// The clauses and project types whose notices are registered.
  var notices: [String] = []
  var outcomes: [(clause: String, outcome: Outcome)] = []
  var verdict: Verdict?
  var error: String?
  var problems: [String]?
  /// The total, in tenths.
  var score: Int?
  /// In tenths, by criterion.
  var points: [(criterion: String, tenths: Int)] = []

  /// The clauses and criteria that it asks for.
  var expectedIDs: [String] { outcomes.map(\.clause) + points.map(\.criterion) }

  /// Whether its name, its clauses or its file have a text in them.
  func contains(_ text: String) -> Bool {
    name.contains(text) || node.path.contains(text) || expectedIDs.contains { $0.contains(text) }
  }

  /// The application that it is about.
  /// - Throws: ``Diagnostic`` with code `unknown-path`.
  func application(from base: JSONValue) throws(Diagnostic) -> JSONValue {
    var application = base
    for (path, node) in changes {
      guard application.set(path, JSONValue(node)) else {
        throw node.fault("unknown-path", Wording("路径“\(path)”在示例中走不通", "the path '\(path)' leads nowhere in the example"))
      }
    }
    return application
  }
}
