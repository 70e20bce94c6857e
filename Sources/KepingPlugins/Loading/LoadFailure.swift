import KepingCore
import LuaRuntime

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
  /// What in the source the message is about, the most exact subject first; empty if it is not known.
  package var subjects: [FaultSubject] = []

  /// Returns the failure of each application that the plugin would have evaluated.
  public func evaluationFailure(_ plugin: Plugin) -> EvaluationFailure {
    EvaluationFailure(
      code: failure.kind.isStop ? .pluginLimit : .pluginFailed,
      message: "专项 \(plugin.id) 未能加载：\(diagnostic.wording.chinese.printable(limit: 800))",
      file: plugin.chunk(ofPath: diagnostic.path).printable(limit: 300), line: diagnostic.line, traceback: traceback,
      plugin: failure)
  }
}

extension LoadFailure {
  /// Creates the failure for the error that ended loading.
  ///
  /// - Parameters:
  ///   - vocabulary: the host of the plugin's Lua.
  ///   - chunk: the chunk of the plugin's program, or the plugin's path if it is not known yet.
  ///   - spent: the instructions that the plugin used.
  init(_ error: any Error, in vocabulary: Vocabulary, chunk: String, spent: Int64) {
    let plugin = vocabulary.plugin
    let limits = vocabulary.limits
    let kind: PluginFailure.Kind
    var error = error
    if case IsolationLoss.time = error { error = LuaFailure(kind: .time) }
    switch error {
    case let failure as LuaFailure:
      diagnostic = Self.diagnostic(for: failure, of: plugin, chunk: chunk, limits: limits)
      kind = failure.kind(atLoad: true)
      traceback = failure.luaCalls
    case let loss as IsolationLoss:
      diagnostic = Diagnostic(path: plugin.path(ofChunk: chunk), code: "plugin-failed", loss.loadWording)
      kind = .crash
      traceback = nil
    case let fault as Diagnostic:
      diagnostic = fault
      kind = .load
      traceback = nil
    default:
      diagnostic = Diagnostic(path: plugin.path, code: "plugin-failed", Wording("\(error)", "\(error)"))
      kind = .load
      traceback = nil
    }
    let budget = PluginFailure.Budget(
      instructions: limits.loadInstructions, spent: kind == .time || kind == .crash ? nil : Int(spent), memory: limits.memory,
      seconds: limits.loadSeconds)
    failure = PluginFailure(plugin: plugin.manifest.reference, phase: .load, kind: kind, budget: budget)
    schema = vocabulary.schema
    let diagnostic = diagnostic
    if let last = vocabulary.lastFault, last.diagnostic == diagnostic { subjects = last.subjects }
  }

  /// Returns the diagnostic of a failure of Lua.
  private static func diagnostic(
    for failure: LuaFailure, of plugin: Plugin, chunk: String, limits: Limits
  ) -> Diagnostic {
    if let error = failure.hostError as? Diagnostic { return error }
    let line = failure.kind == .time ? nil : failure.namedLine ?? failure.line
    let file = failure.file ?? chunk
    let code = failure.isStop ? "plugin-limit" : failure.kind == .syntax ? "lua-syntax" : "plugin-failed"
    return Diagnostic(
      path: plugin.path(ofChunk: file), line: line, code: code, failure.wording(limits, atLoad: true))
  }
}
