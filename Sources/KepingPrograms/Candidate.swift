import KepingCore
import KepingPlugins

/// A plugin as a possible owner of the configuration's keys.
struct Candidate {
  /// The plugin with its manifest.
  let plugin: Plugin
  /// The program as the plugin defines it; nil if it is off or could not be loaded.
  let program: Program?
  /// What is known of the plugin if its manifest is not valid.
  let unreadable: UnreadablePlugin?

  /// The id of the plugin.
  var id: String { plugin.id }
  /// Whether the manifest lists all directions of the plugin.
  var hasAllDirections: Bool { unreadable?.hasAllDirections ?? true }

  /// Returns whether the manifest has a direction or project type.
  func covers(_ subject: Subject) -> Bool {
    switch subject {
    case .direction(let id): plugin.manifest.directions.contains { $0.heading.id == id }
    case .projectType(let id): plugin.manifest.plan.projectTypes.contains { $0.id == id }
    }
  }

  /// The direction or project type that a key is about, which is known even if the plugin is off.
  enum Subject {
    case direction(String)
    case projectType(String)
  }
}

extension Program {
  /// Returns whether a direction has a clause.
  func hasClause(_ id: String) -> Bool { directions.contains { $0.clauses.contains { $0.id == id } } }

  /// Returns whether a direction has a criterion.
  func hasCriterion(_ id: String) -> Bool { directions.contains { $0.criteria.contains { $0.id == id } } }

  /// Returns whether the plan has a project type.
  func hasProjectType(_ id: String) -> Bool { plan.projectTypes.contains { $0.id == id } }

  /// Returns the bounds of a clause that the configuration can change; none if there is no such clause.
  func bounds(ofClause id: String) -> [(check: CheckID, bound: Bound, reason: String?)] {
    for direction in directions {
      guard let clause = direction.clauses.first(where: { $0.id == id }) else { continue }
      return clause.check.map { checks.bounds(of: $0) } ?? []
    }
    return []
  }

  /// Returns the bound that a key such as `1.1/target/3/2` names, or the first one of the clause; nil if it has none.
  func bound(named key: String) -> Bound? {
    let bounds = bounds(ofClause: key.clauseID).map(\.bound)
    let parts = key.split(separator: "/")
    let index = parts.count == 4 ? (Int(parts[3]) ?? 0) &- 1 : 0
    return bounds.indices.contains(index) ? bounds[index] : bounds.first
  }
}

extension String {
  /// The clause in a key such as `1.1/target/3/2`, without the number of the bound.
  var clauseID: String { split(separator: "/").prefix(3).joined(separator: "/") }
}
