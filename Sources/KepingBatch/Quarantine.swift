import KepingCore
import KepingPlugins

/// Sets a plugin aside for the rest of a batch once it has exceeded its limits or crashed too often in a row.
///
/// Failures count in the order of the input, so that the same applications are skipped for any number of workers. A plugin
/// is identified by its index in ``Programs/entries``.
struct Quarantine: Sendable {
  private let limit: Int
  /// The number of exceeded limits in a row, by plugin.
  private var killsInARow: [Int: Int] = [:]
  /// The failure after which each plugin was set aside, by plugin.
  private var setAsideFailures: [Int: PluginFailure] = [:]

  init(limit: Int) { self.limit = limit }

  /// Whether any plugin was set aside.
  var hasSetAside: Bool { !setAsideFailures.isEmpty }

  /// Returns the failure after which a plugin was set aside; nil if it was not.
  func failure(of plugin: Int) -> PluginFailure? { hasSetAside ? setAsideFailures[plugin] : nil }

  /// A copy with the same plugins set aside and no failures counted.
  var withoutCounts: Quarantine {
    var copy = self
    copy.killsInARow = [:]
    return copy
  }

  /// Returns the failure of an application whose plugin was set aside.
  func refusal(of plugin: Plugin, after failure: PluginFailure) -> EvaluationFailure {
    EvaluationFailure(
      code: .pluginLimit, message: "插件 \(plugin.id) 连续\(limit)次\(Self.cause(failure).chinese)，本批次其余申报书不再由它评审",
      plugin: PluginFailure(plugin: failure.plugin, phase: .skipped, kind: failure.kind, budget: failure.budget))
  }

  /// Returns what a plugin that was set aside after a failure has done too often.
  static func cause(_ failure: PluginFailure?) -> Wording {
    failure?.kind == .crash
      ? Wording("超出限额或意外中止", "exceeded its limits or crashed") : Wording("超出限额", "exceeded its limits")
  }

  /// Records that a plugin evaluated an application.
  mutating func recordSuccess(of plugin: Int) {
    if !killsInARow.isEmpty { killsInARow[plugin] = nil }
  }

  /// Records the outcome of an application: an exceeded limit or a crash is counted, anything else resets the count.
  ///
  /// - Returns: whether the plugin is set aside from now on.
  mutating func recordOutcome(of plugin: Int, _ failure: PluginFailure?) -> Bool {
    guard let failure, failure.kind.isCostly else {
      recordSuccess(of: plugin)
      return false
    }
    killsInARow[plugin, default: 0] += 1
    guard killsInARow[plugin] == limit else { return false }
    setAsideFailures[plugin] = failure
    return true
  }
}
