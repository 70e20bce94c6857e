import LuaRuntime

/// The place of a program in the isolated process of its thread.
final class ProgramIsolation {
  let worker: IsolatedWorker
  /// The number of the program in the process.
  let slot: UInt32
  /// The generation of the child in which the program is loaded; nil if it must be loaded before the next call.
  var generation: Int?
  /// The locations of the program's functions.
  var locations: [LuaLocation] = []
  /// Whether no function was called for the current application.
  var isNewApplication = true
  /// Whether the child has the current application's record.
  var hasSentRecord = false

  init(_ worker: IsolatedWorker) {
    self.worker = worker
    slot = worker.newSlot()
  }

  /// Whether the program is loaded, as far as is known.
  var isLoaded: Bool { worker.hasChild(of: generation) }

  /// Begins an application.
  func begin() {
    isNewApplication = true
    hasSentRecord = false
  }

  /// Returns the location of a function, or nil if the program was never loaded.
  func location(of function: Int) -> LuaLocation? {
    locations.indices.contains(function) ? locations[function] : nil
  }
}
