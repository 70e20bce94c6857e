import KepingCore

/// Why a plugin could not be loaded.
public struct LoadFailure: Error, Sendable {
  /// Where, and what, in words.
  public let diagnostic: Diagnostic
  public let failure: PluginFailure
  /// The calls in the plugin's own Lua, innermost first, one a line.
  public let traceback: String?
  /// The fields that were declared before it failed.
  package let schema: Schema

  /// What the results of the plugin's applications say.
  public func evaluationFailure(_ plugin: Plugin) -> EvaluationFailure {
    EvaluationFailure(
      code: failure.kind.isStop ? .pluginLimit : .pluginFailed,
      message: "专项 \(plugin.id) 未能加载：\(diagnostic.wording.chinese.printable(limit: 800))",
      file: plugin.chunk(ofPath: diagnostic.path).printable(limit: 300), line: diagnostic.line, traceback: traceback,
      plugin: failure)
  }
}
