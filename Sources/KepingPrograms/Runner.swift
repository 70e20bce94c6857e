import KepingCore
import KepingPlugins

/// A program with what evaluates it, for one thread.
package final class Runner {
  /// The index among the programs.
  package let index: Int
  package let plugin: Plugin
  let reference: ProgramReference
  /// Nil where the program is off, or broken.
  let loaded: Loaded?
  /// Why it is broken.
  let fault: LoadFailure?
  /// By direction; compiled when the first record needs it.
  private var compiledForJSON: [CompiledProgram?] = []
  private var compiledForValues: [CompiledProgram?] = []

  /// A program that evaluates, and its plugin's functions.
  struct Loaded {
    let program: Program
    let functions: any ProgramFunctions
  }

  init(_ index: Int, _ plugin: Plugin, _ loaded: Loaded? = nil, fault: LoadFailure? = nil) {
    self.index = index
    self.plugin = plugin
    self.loaded = loaded
    self.fault = fault
    reference = plugin.manifest.reference
  }

  /// The program as a direction needs it; nil where it is off or broken.
  func compiled(for direction: Int, _ form: CompiledForm) -> CompiledProgram? {
    loaded.map { compiled(for: direction, form, of: $0.program) }
  }

  /// The program as a direction needs it.
  func compiled(for direction: Int, _ form: CompiledForm, of program: Program) -> CompiledProgram {
    switch form {
    case .json: compile(program, direction, form, &compiledForJSON)
    case .values: compile(program, direction, form, &compiledForValues)
    }
  }

  private func compile(
    _ program: Program, _ direction: Int, _ form: CompiledForm, _ known: inout [CompiledProgram?]
  ) -> CompiledProgram {
    if direction < known.count, let compiled = known[direction] { return compiled }
    while known.count < max(direction + 1, program.directions.count) { known.append(nil) }
    let other = known.lazy.compactMap { $0 }.first
    let made = CompiledProgram(program, for: form, only: direction, beside: other)
    known[direction] = made
    return made
  }
}
