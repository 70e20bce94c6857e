import KepingCore
import KepingPlugins

/// A program with what evaluates it, for one thread.
final class Runner {
  enum Status {
    case on(any ProgramFunctions, Program)
    case off
    case broken(LoadFailure)
  }

  let plugin: Plugin
  let status: Status
  /// Made when the first record needs it.
  private(set) lazy var compiled: CompiledProgram = {
    guard case .on(_, let program) = status else { preconditionFailure("a program that is on") }
    return CompiledProgram(program)
  }()

  init(_ plugin: Plugin, _ status: Status) {
    self.plugin = plugin
    self.status = status
  }
}

/// Where a record's year and direction lead to.
struct Routes {
  struct Route {
    let year: Int
    /// The direction's id.
    let name: Bytes
    let runner: Runner
    /// The place of the direction in its program; nil where the program is off or broken.
    let direction: Int?
  }

  private var routes: [Route] = []
  private var years: Set<Int> = []

  /// - Parameter owner: the place, among the runners, of the one that answers for a direction.
  init(_ runners: [Runner], _ owner: (_ year: Int, _ direction: String) -> Int?) {
    for (place, runner) in runners.enumerated() {
      let manifest = runner.plugin.manifest
      for (_, heading) in manifest.directions where owner(manifest.year, heading.id) == place {
        var direction: Int?
        if case .on(_, let program) = runner.status { direction = program.directions.firstIndex { $0.id == heading.id } }
        routes.append(Route(year: manifest.year, name: Bytes(heading.id.utf8), runner: runner, direction: direction))
        years.insert(manifest.year)
      }
    }
  }

  /// Whether any plugin is of a year.
  func hasYear(_ year: Int) -> Bool { years.contains(year) }

  func find(_ record: borrowing Record) -> Route? {
    let year = record.year
    for place in routes.indices where routes[place].year == year && record.isFor(routes[place].name) { return routes[place] }
    return nil
  }
}
