import KepingCore
import KepingPlugins

/// Sets a plugin aside for the rest of a batch once it has exceeded its limits too often in a row.
///
/// What counts is the order of the input, so that the same applications are skipped whatever evaluates them. Plugins are
/// known by their places among the programs.
struct Quarantine: Sendable {
  private let limit: Int
  private var killsInARow: [Int: Int] = [:]
  /// The failure after which each plugin was set aside.
  private var setAsideFailures: [Int: PluginFailure] = [:]

  init(limit: Int) { self.limit = limit }

  /// Whether any plugin was set aside.
  var hasSetAside: Bool { !setAsideFailures.isEmpty }

  /// The failure after which a plugin was set aside; nil where it was not.
  func failure(of plugin: Int) -> PluginFailure? { hasSetAside ? setAsideFailures[plugin] : nil }

  /// The same plugins set aside, and no failures counted.
  var withoutCounts: Quarantine {
    var copy = self
    copy.killsInARow = [:]
    return copy
  }

  /// Why an application is not evaluated any more.
  func refusal(of plugin: Plugin, after failure: PluginFailure) -> EvaluationFailure {
    EvaluationFailure(
      code: .pluginLimit, message: "插件 \(plugin.id) 连续\(limit)次超出限额，本批次其余申报书不再由它评审",
      plugin: PluginFailure(plugin: failure.plugin, phase: .skipped, kind: failure.kind, budget: failure.budget))
  }

  /// Takes note of an application that its plugin evaluated.
  mutating func recordSuccess(of plugin: Int) {
    if !killsInARow.isEmpty { killsInARow[plugin] = nil }
  }

  /// Takes note of how an application ended.
  /// - Returns: whether the plugin is set aside from here on.
  mutating func recordOutcome(of plugin: Int, _ failure: PluginFailure?) -> Bool {
    guard let failure, failure.kind.isStop else {
      recordSuccess(of: plugin)
      return false
    }
    killsInARow[plugin, default: 0] += 1
    guard killsInARow[plugin] == limit else { return false }
    setAsideFailures[plugin] = failure
    return true
  }
}
