import KepingCore
import KepingPlugins

/// Sets a plugin aside for the rest of a batch once it has exceeded its limits too often in a row.
///
/// What counts is the order of the input, so that the same applications are skipped whatever evaluates them.
struct Quarantine: Sendable {
  private let limit: Int
  private var kills: [String: Int] = [:]
  /// The failure after which each plugin was set aside.
  private var last: [String: PluginFailure] = [:]

  init(limit: Int) { self.limit = limit }

  /// - Throws: ``EvaluationFailure``, where the plugin is set aside.
  func admit(_ plugin: Plugin) throws(EvaluationFailure) {
    guard !last.isEmpty, let failure = last[plugin.id] else { return }
    throw EvaluationFailure(
      code: .pluginLimit, message: "插件 \(plugin.id) 连续\(limit)次超出限额，本批次其余申报书不再由它评审",
      plugin: PluginFailure(plugin: failure.plugin, phase: .skipped, kind: failure.kind, budget: failure.budget))
  }

  /// The failure after which a plugin was set aside; nil where it was not.
  func failure(of plugin: Plugin) -> PluginFailure? { last.isEmpty ? nil : last[plugin.id] }

  /// The same plugins set aside, and no failures counted.
  var withoutCounts: Quarantine {
    var copy = self
    copy.kills = [:]
    return copy
  }

  /// Takes note of how an application ended.
  /// - Returns: whether the plugin is set aside from here on.
  @discardableResult
  mutating func note(_ plugin: Plugin, _ failure: PluginFailure?) -> Bool {
    guard let failure, failure.kind.isStop else {
      if !kills.isEmpty { kills[plugin.id] = nil }
      return false
    }
    kills[plugin.id, default: 0] += 1
    guard kills[plugin.id] == limit else { return false }
    last[plugin.id] = failure
    return true
  }
}
