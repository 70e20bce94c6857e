import KepingCore

/// Where a record's year and direction lead to.
struct Routes {
  /// A route is known by its place.
  private struct Route {
    let year: Int
    let key: DirectionKey
    let runner: Int
    /// The place of the direction in its program; nil where the program is off or broken.
    let direction: Int?
  }

  private let runners: [Runner]
  private var routes: [Route] = []
  /// The directions' ids, by route.
  private var names: [String] = []

  /// - Parameter owner: the place, among the runners, of the one that answers for a direction.
  init(_ runners: [Runner], _ owner: (_ year: Int, _ direction: String) -> Int?) {
    self.runners = runners
    for runner in runners {
      let manifest = runner.plugin.manifest
      for (_, heading) in manifest.directions where owner(manifest.year, heading.id) == runner.place {
        let direction = runner.program?.directions.firstIndex { $0.id == heading.id }
        routes.append(
          Route(year: manifest.year, key: DirectionKey(heading.id), runner: runner.place, direction: direction))
        names.append(heading.id)
      }
    }
  }

  /// Whether any plugin is of a year.
  func hasYear(_ year: Int) -> Bool {
    for route in routes where route.year == year { return true }
    return false
  }

  /// The route of a record's year and direction.
  func find(_ record: borrowing Record) -> Int? {
    let key = record.directionKey
    let year = record.year
    for place in routes.indices where routes[place].key == key && routes[place].year == year {
      if key.isWhole || names[place] == record.direction { return place }
    }
    return nil
  }

  /// The route of a year and a direction whose id is short.
  func find(year: Int, _ key: DirectionKey) -> Int? {
    guard key.isWhole else { return nil }
    for place in routes.indices where routes[place].key == key && routes[place].year == year { return place }
    return nil
  }

  func runner(of route: Int) -> Runner { runners[routes[route].runner] }
  func direction(of route: Int) -> Int? { routes[route].direction }
}
