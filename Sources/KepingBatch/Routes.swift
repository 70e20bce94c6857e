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
  /// Made when the first record needs it.
  private(set) lazy var compiled: CompiledProgram = {
    guard let program else { preconditionFailure("only a program that is on evaluates") }
    return CompiledProgram(program)
  }()

  var compiledIfOn: CompiledProgram? { program == nil ? nil : compiled }

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

/// Where a record's year and direction lead to.
struct Routes {
  /// A route is known by its place.
  private struct Route {
    let year: Int
    /// The direction's id as far as eight bytes hold it, and how long it is.
    let word: UInt64
    let count: Int
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
        let name = Bytes(heading.id.utf8)
        routes.append(
          Route(year: manifest.year, word: name.firstWord, count: name.count, runner: runner.place, direction: direction))
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
    let year = record.year
    let (word, count) = record.directionKey
    for place in routes.indices {
      let route = routes[place]
      guard route.word == word, route.count == count, route.year == year else { continue }
      if count <= 8 || names[place] == record.direction { return place }
    }
    return nil
  }

  func runner(of route: Int) -> Runner { runners[routes[route].runner] }
  func direction(of route: Int) -> Int? { routes[route].direction }
}
