import KepingCore
import KepingPlugins

/// A program with what evaluates it, for one thread.
final class Runner {
  /// Among the programs.
  let place: Int
  let plugin: Plugin
  let reference: ProgramReference
  /// Nil where the program is off, or broken.
  let functions: (any ProgramFunctions)?
  /// Why it is broken.
  let fault: LoadFailure?
  let program: Program?
  /// By direction; made when the first record needs it.
  private var compiled: [CompiledProgram?] = []

  /// The program as a direction needs it; nil where it is off or broken.
  func compiled(for direction: Int) -> CompiledProgram? {
    if direction < compiled.count, let compiled = compiled[direction] { return compiled }
    guard let program else { return nil }
    while compiled.count < max(direction + 1, program.directions.count) { compiled.append(nil) }
    let other = compiled.lazy.compactMap { $0 }.first
    let made = CompiledProgram(program, only: direction, beside: other)
    compiled[direction] = made
    return made
  }

  init(
    _ place: Int, _ plugin: Plugin, _ functions: (any ProgramFunctions)? = nil, _ program: Program? = nil,
    fault: LoadFailure? = nil
  ) {
    self.place = place
    self.plugin = plugin
    self.functions = functions
    self.program = program
    self.fault = fault
    reference = plugin.manifest.reference
  }
}
