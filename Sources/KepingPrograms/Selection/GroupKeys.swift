import KepingCore
import KepingPlugins

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

  /// The first keys of each kind, for a message.
  var examples: (plans: String, types: String, directions: String) {
    func first(_ keys: [String]) -> String { keys.prefix(3).joined(separator: "、") + (keys.count > 3 ? "…" : "") }
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
}
