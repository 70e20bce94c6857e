import KepingCore

/// The keys that groups of applications can have: plans, project types and directions.
struct GroupKeys {
  private var plans: [String] = []
  private var types: [String] = []
  private var directions: [String] = []

  /// Collects the keys of plans.
  init(_ all: some Sequence<Plan>) {
    for plan in all {
      plans.append(plan.id)
      types += plan.projectTypes.map(\.id)
      directions += plan.directions.map(\.heading.id)
    }
  }

  /// All keys, the wider ones first.
  var all: [String] { plans + types + directions }

  /// Returns the keys that have a character in common with another one, so that `1` is not suggested for 四.
  func similar(to key: String) -> [String] { all.filter { known in key.contains { known.contains($0) } } }

  /// Returns the first keys of each kind, for a message.
  func examples(separator: String) -> (plans: String, types: String, directions: String) {
    func first(_ keys: [String]) -> String {
      keys.prefix(3).joined(separator: separator) + (keys.count > 3 ? "…" : "")
    }
    return (first(plans), first(types), first(directions))
  }
}

extension Plan {
  /// Returns what kind of part of the plan a key names; nil if it names none.
  func kind(ofGroup key: String) -> SubmissionLimit.Scope? {
    if directions.contains(where: { $0.heading.id == key }) { return .direction }
    if projectTypes.contains(where: { $0.id == key }) { return .projectType }
    return id == key ? .plan : nil
  }

  /// The keys of all groups: the plan, then each project type with its directions.
  package var groupKeys: [String] {
    [id] + projectTypes.flatMap { type in [type.id] + type.directions.map(\.id) }
  }

  /// Returns the directions that are ranked together under a scope: those of its part of the plan that have no narrower one.
  ///
  /// - Parameter scopes: all scopes of the plan's program.
  package func directions(rankedUnder scope: SelectionSettings.Scope, among scopes: [SelectionSettings.Scope]) -> [String] {
    directions.compactMap { type, heading in
      let keys = [heading.id, type.id, id]
      guard let narrowest = keys.first(where: { key in scopes.contains { $0.key == key } }) else { return nil }
      return narrowest == scope.key ? heading.id : nil
    }
  }
}
