import KepingCore

/// Why a plugin could not be loaded.
public struct LoadFailure: Error, Sendable {
  /// The message with its location.
  public let diagnostic: Diagnostic
  /// The plugin, phase, kind and budget of the failure, which results contain.
  public let failure: PluginFailure
  /// The calls in the plugin's Lua, innermost first, one a line; nil if there are none.
  public let traceback: String?
  /// The schema with the fields that were declared before the failure.
  package let schema: Schema

  /// Returns the failure of each application that the plugin would have evaluated.
  public func evaluationFailure(_ plugin: Plugin) -> EvaluationFailure {
    EvaluationFailure(
      code: failure.kind.isStop ? .pluginLimit : .pluginFailed,
      message: "专项 \(plugin.id) 未能加载：\(diagnostic.wording.chinese.printable(limit: 800))",
      file: plugin.chunk(ofPath: diagnostic.path).printable(limit: 300), line: diagnostic.line, traceback: traceback,
      plugin: failure)
  }
}
