import KepingCore
import KepingPlugins

extension Programs {
  /// The programs of this thread.
  var routes: Routes {
    let runners = entries.enumerated().map { place, entry in
      switch entry.status {
      case .on(let loaded, let program): Runner(place, entry.plugin, loaded, program)
      case .off: Runner(place, entry.plugin)
      case .broken(let fault): Runner(place, entry.plugin, fault: fault)
      }
    }
    return Routes(runners) { places[$0]?[$1] }
  }

  /// What another thread needs to evaluate by the same programs.
  struct Blueprint: Sendable {
    enum Status: Sendable {
      case on(PluginProgram.Blueprint, Program)
      case off
      case broken(LoadFailure)
    }

    fileprivate let entries: [(plugin: Plugin, status: Status)]
    fileprivate let places: [Int: [String: Int]]

    /// The programs of a thread of its own.
    var routes: Routes {
      let runners = entries.enumerated().map { place, entry in
        switch entry.status {
        case .on(let blueprint, let program): Runner(place, entry.plugin, PluginProgram(blueprint), program)
        case .off: Runner(place, entry.plugin)
        case .broken(let fault): Runner(place, entry.plugin, fault: fault)
        }
      }
      return Routes(runners) { places[$0]?[$1] }
    }
  }

  var blueprint: Blueprint {
    let entries = entries.map { entry -> (Plugin, Blueprint.Status) in
      switch entry.status {
      case .on(let loaded, let program): (entry.plugin, .on(loaded.blueprint, program))
      case .off: (entry.plugin, .off)
      case .broken(let failure): (entry.plugin, .broken(failure))
      }
    }
    return Blueprint(entries: entries, places: places)
  }
}
