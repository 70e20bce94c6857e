import KepingCore

/// Where a record's year and direction lead to.
package struct Routes {
  private struct Route {
    let year: Int
    let key: DirectionKey
    /// The id of the direction, of which the key may have only the beginning.
    let id: String
    let destination: Destination
  }

  private var routes: [Route] = []

  /// - Parameter owner: the index, among the runners, of the one that answers for a direction.
  init(_ runners: [Runner], _ owner: (_ year: Int, _ direction: String) -> Int?) {
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

  /// Whether any plugin is of a year.
  func hasYear(_ year: Int) -> Bool {
    for route in routes where route.year == year { return true }
    return false
  }

  /// Where a record leads to; nil where nobody answers for its year and direction.
  func destination(of record: borrowing Record) -> Destination? {
    let key = record.directionKey
    let year = record.year
    for index in routes.indices where routes[index].key == key && routes[index].year == year {
      if key.isWhole || routes[index].id == record.direction { return routes[index].destination }
    }
    return nil
  }
}

/// A direction of a program, and who evaluates it.
struct Destination {
  let runner: Runner
  /// The index of the direction in the program; nil where the program is off or broken.
  let direction: Int?
}
