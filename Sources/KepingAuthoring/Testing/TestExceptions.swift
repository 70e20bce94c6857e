import KepingCore
import KepingPlugins
import KepingYAML
import SystemPackage

/// The declarations in `tests/exceptions.yaml`, each with a reason: outcomes that no record can have, and changes of the program
/// that no record can reveal.
struct TestExceptions {
  /// An outcome that no record can have.
  struct Impossible {
    let clause: String
    let outcome: Outcome
    let reason: String
    let node: YAMLNode
  }

  /// A change that no record can reveal, so that the changed program is equivalent.
  struct Equivalent {
    /// The id of the clause or criterion.
    let clause: String
    /// The description of the change as the command prints it, in either language.
    let change: String
    let reason: String
    let node: YAMLNode
  }

  static let fileName = "exceptions.yaml"

  private(set) var impossible: [Impossible] = []
  private(set) var equivalent: [Equivalent] = []

  /// Reads the plugin's declarations; without the file there are none.
  /// - Throws: ``Diagnostic`` if the file is malformed, names something unknown, repeats a declaration, or lacks a reason.
  init(_ plugin: Plugin, _ files: [FilePath], _ known: KnownNames) throws(Diagnostic) {
    guard let file = files.first(where: { $0.lastComponent?.string == Self.fileName }) else { return }
    let root = try YAMLFile.parse(try plugin.readText(file), path: plugin.displayPath(of: file))
    let members = try root.members(allowing: ["impossible", "equivalent"])
    for node in try members["impossible"]?.elements() ?? [] {
      let keys = ["clause", "outcome", "because"]
      let members = try node.members(allowing: keys, requiring: keys)
      let clause = try Self.knownValue(members["clause"]!, known.answered)
      let outcome = try OutcomeWords.outcome(members["outcome"]!)
      guard !impossible.contains(where: { $0.clause == clause && $0.outcome == outcome }) else { throw Self.duplicate(node) }
      impossible.append(
        Impossible(clause: clause, outcome: outcome, reason: try Self.reason(members["because"]!), node: node))
    }
    for node in try members["equivalent"]?.elements() ?? [] {
      let keys = ["clause", "change", "because"]
      let members = try node.members(allowing: keys, requiring: keys)
      let clause = try Self.knownValue(members["clause"]!, known.clauses + known.criteria.filter { !known.clauses.contains($0) })
      let change = try members["change"]!.text()
      guard !equivalent.contains(where: { $0.clause == clause && $0.change == change }) else { throw Self.duplicate(node) }
      equivalent.append(
        Equivalent(clause: clause, change: change, reason: try Self.reason(members["because"]!), node: node))
    }
  }

  /// Returns the text of a node, which must be one of the known ones.
  private static func knownValue(_ node: YAMLNode, _ known: [String]) throws(Diagnostic) -> String {
    let name = try node.text()
    guard known.contains(name) else {
      throw node.fault("unknown-value", Wording("没有“\(name)”", "unknown value '\(name)'").suggesting(name, among: known))
    }
    return name
  }

  private static func reason(_ node: YAMLNode) throws(Diagnostic) -> String {
    let reason = node.isNull ? "" : try node.text()
    // A number or a mark gives no reason.
    guard reason.contains(where: \.isLetter) else {
      throw node.fault("missing-reason", Wording("请用文字写明理由", "a reason in words is required"))
    }
    return reason
  }

  private static func duplicate(_ node: YAMLNode) -> Diagnostic {
    node.fault("declared-twice", Wording("重复声明", "declared twice"))
  }
}
