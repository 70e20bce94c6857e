import KepingCore
import KepingPlugins

/// A program with its compiled forms, for one thread.
package final class Runner {
  /// The index in ``Programs/entries``.
  package let index: Int
  /// The plugin of the program.
  package let plugin: Plugin
  let reference: ProgramReference
  /// The loaded program; nil if it is off or broken.
  let loaded: Loaded?
  /// The reason why the program is broken; nil if it is on or off.
  let fault: LoadFailure?
  /// The compiled forms by direction; each is compiled for the first record that needs it.
  private var compiledForJSON: [CompiledProgram?] = []
  private var compiledForValues: [CompiledProgram?] = []

  /// A program and the functions of its plugin; a class, so that reading ``Runner/loaded`` copies nothing.
  final class Loaded {
    let program: Program
    let functions: any ProgramFunctions

    init(program: Program, functions: any ProgramFunctions) {
      self.program = program
      self.functions = functions
    }
  }

  init(_ index: Int, _ plugin: Plugin, _ loaded: Loaded? = nil, fault: LoadFailure? = nil) {
    self.index = index
    self.plugin = plugin
    self.loaded = loaded
    self.fault = fault
    reference = plugin.manifest.reference
  }

  /// Returns the program compiled for a direction; nil if it is off or broken.
  func compiled(for direction: Int, _ form: CompiledForm) -> CompiledProgram? {
    switch form {
    case .json: if direction < compiledForJSON.count, let cached = compiledForJSON[direction] { return cached }
    case .values: if direction < compiledForValues.count, let cached = compiledForValues[direction] { return cached }
    }
    return compile(direction, form)
  }

  private func compile(_ direction: Int, _ form: CompiledForm) -> CompiledProgram? {
    guard let program = loaded?.program else { return nil }
    var cached = form == .json ? compiledForJSON : compiledForValues
    while cached.count < max(direction + 1, program.directions.count) { cached.append(nil) }
    let other = cached.lazy.compactMap { $0 }.first
    let compiled = CompiledProgram(program, for: form, only: direction, beside: other)
    cached[direction] = compiled
    if form == .json { compiledForJSON = cached } else { compiledForValues = cached }
    return compiled
  }
}
