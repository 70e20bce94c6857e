import KepingCore
import KepingPlugins

extension Programs {
  /// The routes to the programs that this thread has loaded.
  package var routes: Routes {
    let runners = entries.enumerated().map { index, entry in
      switch entry.status {
      case .on(let loaded, let program): Runner(index, entry.plugin, Runner.Loaded(program: program, functions: loaded))
      case .off: Runner(index, entry.plugin)
      case .broken(let fault): Runner(index, entry.plugin, fault: fault)
      }
    }
    return Routes(runners, fallbacks: fallbackIndices) { entryIndices[$0]?[$1] }
  }

  /// The data with which another thread makes Lua states of the same programs.
  package struct Blueprint: Sendable {
    /// The status of a plugin.
    enum Status: Sendable {
      case on(PluginProgram.Blueprint, Program)
      case off
      case broken(LoadFailure)
    }

    fileprivate let entries: [(plugin: Plugin, status: Status)]
    fileprivate let isolation: Isolation?
    fileprivate let isolateMemory: Int
    fileprivate let entryIndices: [Int: [String: Int]]
    fileprivate let fallbackIndices: [Int: Int]

    /// The routes to new instances of the programs, for the calling thread.
    package var routes: Routes {
      let worker = isolation.map { IsolatedWorker($0, memory: isolateMemory) }
      let runners = entries.enumerated().map { index, entry in
        switch entry.status {
        case .on(let blueprint, let program):
          Runner(index, entry.plugin, Runner.Loaded(program: program, functions: PluginProgram(blueprint, isolatedIn: worker)))
        case .off: Runner(index, entry.plugin)
        case .broken(let fault): Runner(index, entry.plugin, fault: fault)
        }
      }
      return Routes(runners, fallbacks: fallbackIndices) { entryIndices[$0]?[$1] }
    }
  }

  /// The data for other threads.
  package var blueprint: Blueprint {
    let entries = entries.map { entry -> (Plugin, Blueprint.Status) in
      switch entry.status {
      case .on(let loaded, let program): (entry.plugin, .on(loaded.blueprint, program))
      case .off: (entry.plugin, .off)
      case .broken(let failure): (entry.plugin, .broken(failure))
      }
    }
    return Blueprint(
      entries: entries, isolation: isolation, isolateMemory: limits.isolateMemory, entryIndices: entryIndices,
      fallbackIndices: fallbackIndices)
  }
}
