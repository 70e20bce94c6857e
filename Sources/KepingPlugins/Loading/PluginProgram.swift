import KepingCore
import LuaRuntime
import SystemPackage

/// A loaded plugin: the program that the host evaluates, and the Lua state with the plugin's functions.
///
/// Only one thread may use it; every other thread creates its own from the ``blueprint``.
public final class PluginProgram {
  /// The plugin that was loaded.
  public let plugin: Plugin
  /// The program as the plugin defines it; changes by the configuration are applied to a copy.
  public let program: Program
  /// The source locations of the program's parts.
  public let locations: ProgramLocations
  /// The settings that the plugin read while it loaded.
  package let settingsRead: Set<String>
  /// The values of all settings that the manifest declares.
  package let settings: [String: SettingValue]
  package let limits: Limits
  var state: LuaState?
  var functions: [PluginFunction]
  /// The instructions that are left for the current application.
  public internal(set) var instructionsLeft: Int64 = 0
  /// The current application's record, converted for Lua, or nil until a function needs it.
  var recordTree: LuaTree?
  /// Where the functions run if they are isolated; nil if they run in this process.
  let isolation: ProgramIsolation?

  /// What the program marks as not decided; empty unless it was loaded as a draft, which is only checked and never evaluated.
  package let marks: [Diagnostic]

  /// Runs a plugin's `program.lua`, and checks that it defines the directions of the manifest.
  ///
  /// - Parameters:
  ///   - plugin: the plugin to load.
  ///   - settings: the settings of the configuration; for all others the manifest's values are used.
  ///   - limits: the limits while loading and for each application.
  ///   - worker: the isolated process in which Lua runs; nil for this process.
  /// - Throws: ``LoadFailure``, whose diagnostic has the file and, if known, the line.
  public convenience init(
    _ plugin: Plugin, settings: [String: SettingValue] = [:], limits: Limits = Limits(), isolatedIn worker: IsolatedWorker? = nil
  ) throws(LoadFailure) {
    try self.init(plugin, settings: settings, limits: limits, isolatedIn: worker, acceptsMarks: false)
  }

  /// Loads a draft so that it can be checked, with whatever it marks as not decided.
  ///
  /// - Throws: ``LoadFailure``, if it has other faults.
  package convenience init(draft plugin: Plugin, limits: Limits = Limits()) throws(LoadFailure) {
    try self.init(plugin, settings: [:], limits: limits, isolatedIn: nil, acceptsMarks: true)
  }

  private init(
    _ plugin: Plugin, settings: [String: SettingValue], limits: Limits, isolatedIn worker: IsolatedWorker?, acceptsMarks: Bool
  ) throws(LoadFailure) {
    self.plugin = plugin
    self.limits = limits
    var all: [String: SettingValue] = [:]
    for setting in plugin.manifest.settings { all[setting.name] = settings[setting.name] ?? setting.value }
    self.settings = all
    isolation = worker.map { ProgramIsolation($0) }
    let vocabulary: Vocabulary
    if let isolation {
      vocabulary = try isolation.load(plugin, all, limits)
    } else {
      (vocabulary, state) = try Self.load(plugin, all, limits, acceptsMarks: acceptsMarks)
    }
    marks = vocabulary.marks.map { vocabulary.fault(VocabularyFault.undecided($0.decision, others: 0), at: $0.location) }
    functions = vocabulary.functions
    locations = vocabulary.locations
    settingsRead = vocabulary.settingsRead
    let order = plugin.manifest.directions.map(\.heading.id)
    let directions = order.compactMap { id in vocabulary.directions.first { $0.id == id } }
    var program = Program(
      reference: plugin.manifest.reference, year: plugin.manifest.year, plan: plugin.manifest.plan,
      schema: vocabulary.schema, checks: vocabulary.checks, directions: directions,
      uncovered: vocabulary.uncovered, clauses: vocabulary.clauses)
    program.calculatesInDecimals = plugin.manifest.api >= 2
    program.namesOperands = plugin.manifest.api >= 2
    self.program = program
  }

  /// The parts of a program that another thread can use; that thread loads the functions when it first calls one.
  public struct Blueprint: Sendable {
    fileprivate let plugin: Plugin
    fileprivate let program: Program
    fileprivate let locations: ProgramLocations
    fileprivate let settings: [String: SettingValue]
    fileprivate let settingsRead: Set<String>
    fileprivate let limits: Limits
  }

  /// The program in a form that can be sent to another thread.
  public var blueprint: Blueprint {
    Blueprint(
      plugin: plugin, program: program, locations: locations, settings: settings, settingsRead: settingsRead, limits: limits)
  }

  /// Creates the current thread's program from the blueprint of another thread's.
  ///
  /// - Parameter worker: the isolated process in which Lua runs; nil for this process.
  public init(_ blueprint: Blueprint, isolatedIn worker: IsolatedWorker? = nil) {
    isolation = worker.map { ProgramIsolation($0) }
    plugin = blueprint.plugin
    program = blueprint.program
    locations = blueprint.locations
    settings = blueprint.settings
    settingsRead = blueprint.settingsRead
    limits = blueprint.limits
    marks = []
    functions = []
  }

  /// Prepares the data that all programs share, so that the first one loads faster.
  public static func prepare() {
    LuaState.prepare()
    _ = Schema.host
  }

  /// Runs a plugin's `program.lua` in a new state, and seals the state.
  private static func load(
    _ plugin: Plugin, _ settings: [String: SettingValue], _ limits: Limits, acceptsMarks: Bool = false
  ) throws(LoadFailure) -> (Vocabulary, LuaState) {
    let vocabulary = Vocabulary(plugin, settings: settings, limits: limits, acceptsMarks: acceptsMarks)
    var state: LuaState?
    var program = plugin.path
    do {
      let (source, chunk) = try plugin.module("program", line: 1, in: "\(plugin.id)/plugin.yaml")
      program = chunk
      let opened = try LuaState(memory: limits.memory, host: vocabulary)
      state = opened
      vocabulary.state = opened
      try opened.run(source, name: chunk, budget: limits.load)
      try vocabulary.finish(chunk)
      try opened.seal(budget: limits.load)
      return (vocabulary, opened)
    } catch {
      throw LoadFailure(error, in: vocabulary, chunk: program, spent: state?.instructionsUsed ?? 0)
    }
  }

  /// Loads the program into the isolated process if it is not there.
  func loadIsolated(_ isolation: ProgramIsolation) throws(LoadFailure) {
    if !isolation.isLoaded { functions = try isolation.load(plugin, settings, limits).functions }
  }

  /// Returns the state, which this thread loads for the first call.
  func readyState() throws(LoadFailure) -> LuaState {
    if let state { return state }
    let (vocabulary, state) = try Self.load(plugin, settings, limits)
    functions = vocabulary.functions
    state.begin(seconds: limits.seconds)
    self.state = state
    return state
  }
}
