import KepingCore

/// Finds the program for the year and direction of a record.
package struct Routes {
  private struct Route {
    let year: Int
    let key: DirectionKey
    /// The id of the direction; the key may have only its first bytes.
    let id: String
    let destination: Destination
  }

  private var routes: [Route] = []
  /// The runners, each by its year, that get the directions without a route.
  private var fallbacks: [Int: Runner] = [:]

  /// Creates the routes to runners.
  ///
  /// - Parameters:
  ///   - fallbacks: the indices of the runners, by year, that get the directions which no runner owns.
  ///   - owner: returns the index of the runner that owns a direction of a year.
  init(_ runners: [Runner], fallbacks: [Int: Int] = [:], _ owner: (_ year: Int, _ direction: String) -> Int?) {
    self.fallbacks = fallbacks.mapValues { runners[$0] }
    for runner in runners {
      let manifest = runner.plugin.manifest
      for (_, heading) in manifest.directions where owner(manifest.year, heading.id) == runner.index {
        let direction = runner.loaded?.program.directions.firstIndex { $0.id == heading.id }
        let destination = Destination(runner: runner, direction: direction)
        routes.append(
          Route(year: manifest.year, key: DirectionKey(heading.id), id: heading.id, destination: destination))
      }
    }
  }

  /// Returns whether any plugin is for a year.
  func hasYear(_ year: Int) -> Bool {
    for route in routes where route.year == year { return true }
    return false
  }

  /// Returns the program and direction for a record; nil if no program owns its year and direction.
  func destination(of record: borrowing Record) -> Destination? {
    let key = record.directionKey
    let year = record.year
    for index in routes.indices where routes[index].key == key && routes[index].year == year {
      if key.isComplete || routes[index].id == record.direction { return routes[index].destination }
    }
    return fallbacks.isEmpty ? nil : fallbacks[year].map { Destination(runner: $0, direction: nil) }
  }
}

/// A direction and the runner that evaluates it.
struct Destination {
  let runner: Runner
  /// The index of the direction in the program; nil if the program is off or broken.
  let direction: Int?
}
