import KepingCore
import KepingYAML

/// A case of a plugin's tests: an application, given by its changes to a base, and the expected assessment.
///
/// An expectation that is nil or empty is not compared, except that an unexpected unknown field fails the case.
struct TestCase {
  let name: String
  /// The YAML node of the case, for its location.
  let node: YAMLNode
  /// The paths of changed fields and their new values; null removes a field.
  var changes: [(key: YAMLNode, path: String, value: YAMLNode)] = []
  /// The clauses and project types whose notices are registered.
  var notices: [String] = []
  /// The expected outcomes by clause id.
  var outcomes: [(clause: String, outcome: Outcome)] = []
  var verdict: Verdict?
  /// The expected code of the failure.
  var error: String?
  /// The expected codes of the problems, in order.
  var problems: [String]?
  /// The expected total, in tenths of a point.
  var score: Int?
  /// The expected points by criterion id, in tenths of a point.
  var points: [(criterion: String, tenths: Int)] = []
  /// The nodes that name clauses and criteria, for their locations.
  var names: [(id: String, node: YAMLNode)] = []

  /// The ids of the clauses and criteria for which the case has an expectation.
  var expectedIDs: [String] { outcomes.map(\.clause) + points.map(\.criterion) }

  /// Whether the name, the expected ids or the file's path contain a text.
  func contains(_ text: String) -> Bool {
    name.contains(text) || node.path.contains(text) || expectedIDs.contains { $0.contains(text) }
  }

  /// Returns the application of the case: the base with its changes.
  /// - Throws: ``Diagnostic`` with code `unknown-path`.
  func application(from base: JSONValue) throws(Diagnostic) -> JSONValue {
    var application = base
    for (_, path, node) in changes {
      guard application.set(path, JSONValue(node)) else {
        throw node.fault("unknown-path", JSONValue.unknownPath(path))
      }
    }
    return application
  }
}
