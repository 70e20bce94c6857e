import KepingCore
import LuaRuntime
import SystemPackage

/// A plugin's program, loaded: what the host evaluates, and the Lua state that holds the plugin's functions.
///
/// It is confined to one thread; another thread loads the plugin anew.
public final class PluginProgram {
  public let plugin: Plugin
  /// As the plugin has it; the configuration's changes are applied to a copy.
  public let program: Program
  /// Where its parts are written.
  public let locations: ProgramLocations
  /// The settings that it asked for while it loaded.
  package let settingsRead: Set<String>
  private let settings: [String: SettingValue]
  package let limits: Limits
  var state: LuaState?
  var functions: [PluginFunction]
  /// What is left for the application that is being evaluated.
  public internal(set) var instructionsLeft: Int64 = 0
  var deadline = LuaInstant.now
  /// The record as the application's functions are given it; nil until one asks.
  var recordTree: LuaTree?
  /// How many calls are left until one looks at the clock.
  var callsUntilClock = 0

  /// Runs a plugin's `program.lua`, and checks what it defines against its manifest.
  ///
  /// - Parameter settings: those of the configuration; the others are as the manifest has them.
  /// - Throws: ``LoadFailure``, whose diagnostic has file and line.
  public init(_ plugin: Plugin, settings: [String: SettingValue] = [:], limits: Limits = Limits()) throws(LoadFailure) {
    self.plugin = plugin
    self.limits = limits
    var all: [String: SettingValue] = [:]
    for setting in plugin.manifest.settings { all[setting.name] = settings[setting.name] ?? setting.value }
    self.settings = all
    let (vocabulary, state) = try Self.load(plugin, all, limits)
    self.state = state
    functions = vocabulary.functions
    locations = vocabulary.locations
    settingsRead = vocabulary.settingsRead
    let order = plugin.manifest.directions.map(\.heading.id)
    let directions = order.compactMap { id in vocabulary.directions.first { $0.id == id } }
    program = Program(
      reference: plugin.manifest.reference, year: plugin.manifest.year, plan: plugin.manifest.plan,
      schema: vocabulary.schema, checks: vocabulary.checks, directions: directions,
      uncovered: vocabulary.uncovered)
  }

  /// What another thread needs to have the same program: its functions are loaded anew when the first is called.
  public struct Blueprint: Sendable {
    fileprivate let plugin: Plugin
    fileprivate let program: Program
    fileprivate let locations: ProgramLocations
    fileprivate let settings: [String: SettingValue]
    fileprivate let settingsRead: Set<String>
    fileprivate let limits: Limits
  }

  /// This program, for another thread.
  public var blueprint: Blueprint {
    Blueprint(
      plugin: plugin, program: program, locations: locations, settings: settings, settingsRead: settingsRead, limits: limits)
  }

  /// The program of another thread, for this one.
  public init(_ blueprint: Blueprint) {
    plugin = blueprint.plugin
    program = blueprint.program
    locations = blueprint.locations
    settings = blueprint.settings
    settingsRead = blueprint.settingsRead
    limits = blueprint.limits
    functions = []
  }

  /// Makes what every program is loaded with, which else the first one has to wait for.
  public static func prepare() {
    LuaState.prepare()
    _ = Schema.host
  }

  private static func load(
    _ plugin: Plugin, _ settings: [String: SettingValue], _ limits: Limits
  ) throws(LoadFailure) -> (Vocabulary, LuaState) {
    let vocabulary = Vocabulary(plugin, settings: settings)
    var state: LuaState?
    func fail(_ diagnostic: Diagnostic, _ kind: PluginFailure.Kind, traceback: String? = nil) -> LoadFailure {
      let spent = kind == .time ? nil : state.map { Int($0.instructionsUsed) } ?? 0
      let budget = PluginFailure.Budget(
        instructions: limits.loadInstructions, spent: spent, memory: limits.memory, seconds: limits.loadSeconds)
      let failure = PluginFailure(plugin: plugin.manifest.reference, phase: .load, kind: kind, budget: budget)
      return LoadFailure(diagnostic: diagnostic, failure: failure, traceback: traceback, schema: vocabulary.schema)
    }
    var program = plugin.path
    do {
      let (source, chunk) = try plugin.module("program", line: 1, in: plugin.manifest.path)
      program = chunk
      let opened = try LuaState(memory: limits.memory, host: vocabulary)
      state = opened
      try opened.run(source, name: chunk, budget: limits.load)
      try vocabulary.finish(chunk)
      try opened.seal(budget: limits.load)
      return (vocabulary, opened)
    } catch let failure as LuaFailure {
      throw fail(
        diagnostic(for: failure, of: plugin, chunk: program, limits: limits), failure.kind(atLoad: true), traceback: failure.calls
      )
    } catch let error as Diagnostic {
      throw fail(error, .load)
    } catch {
      throw fail(Diagnostic(path: plugin.path, code: "plugin-failed", Wording("\(error)", "\(error)")), .load)
    }
  }

  private static func diagnostic(
    for failure: LuaFailure, of plugin: Plugin, chunk: String, limits: Limits
  ) -> Diagnostic {
    if let error = failure.hostError as? Diagnostic { return error }
    let line = failure.kind == .time ? nil : failure.line ?? failure.syntaxLine
    let file = failure.kind == .syntax ? failure.message.prefix { $0 != ":" } : Substring(failure.file ?? chunk)
    let code = failure.isStop ? "plugin-limit" : failure.kind == .syntax ? "lua-syntax" : "plugin-failed"
    return Diagnostic(
      path: plugin.path(ofChunk: file.hasPrefix(plugin.id) ? String(file) : chunk), line: line, code: code,
      failure.wording(limits, atLoad: true))
  }

  /// The state, made anew where the last one was stopped.
  func readyState() throws(LoadFailure) -> LuaState {
    if let state { return state }
    let (vocabulary, state) = try Self.load(plugin, settings, limits)
    functions = vocabulary.functions
    self.state = state
    return state
  }
}
