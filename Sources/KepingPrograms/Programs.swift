import KepingCore
import KepingFiles
import KepingPlugins

/// All programs of a plugin folder, as the configuration has them: what a record's year and direction lead to.
public final class Programs {
  /// What became of a plugin.
  public enum Status {
    case on(PluginProgram, Program)
    case off
    case broken(LoadFailure)
  }

  public struct Entry {
    public let plugin: Plugin
    public let status: Status
  }

  /// Sorted by id.
  public private(set) var entries: [Entry] = []
  private(set) var entryIndices: [Int: [String: Int]] = [:]
  public let limits: Limits
  /// Plugins that could not be read or loaded: the others run.
  public private(set) var pluginFaults: [Diagnostic] = []
  /// What is wrong with the configuration: nothing runs.
  public private(set) var configurationFaults: [Diagnostic] = []

  /// Loads the programs that are on, and applies the configuration to them.
  public init(_ folder: PluginFolder, _ configuration: Configuration) {
    pluginFaults = folder.faults
    limits = configuration.limits
    configurationFaults = configuration.unknownNames(folder.plugins)
    for (plugin, loaded) in zip(folder.plugins, Self.load(folder.plugins, configuration)) {
      entries.append(Entry(plugin: plugin, status: status(loaded, plugin, configuration)))
    }
    // Who comes first in the configuration comes first, not who has the better name for it.
    let order = entries.indices.sorted { first, second in
      let left = configuration.position(of: entries[first].plugin.id)
      let right = configuration.position(of: entries[second].plugin.id)
      return left != right ? left < right : first < second
    }
    for index in order { claimDirections(index, entries[index]) }
    checkReferences(configuration)
  }

  /// A program is used by one thread: the one that asked for it, once the one that loaded it has ended.
  private struct Loaded: @unchecked Sendable {
    let result: Result<PluginProgram, LoadFailure>
  }

  /// Loads those that are on, side by side; nil stands for one that is off.
  private static func load(_ plugins: [Plugin], _ configuration: Configuration) -> [Loaded?] {
    let enabled = plugins.indices.filter { configuration.programs[plugins[$0].id]?.value == true }
    let loaded = Threads.map(enabled.count) { index in
      let plugin = plugins[enabled[index]]
      let settings = (configuration.settings[plugin.id] ?? [:]).mapValues(\.value)
      return Loaded(
        result: Result { () throws(LoadFailure) in
          try PluginProgram(plugin, settings: settings, limits: configuration.limits)
        })
    }
    var all = [Loaded?](repeating: nil, count: plugins.count)
    for (index, program) in zip(enabled, loaded) { all[index] = program }
    return all
  }

  private func status(_ loaded: Loaded?, _ plugin: Plugin, _ configuration: Configuration) -> Status {
    guard let loaded else { return .off }
    do throws(LoadFailure) {
      let program = try loaded.result.get()
      return .on(program, configuration.applied(to: program.program, faults: &configurationFaults))
    } catch {
      pluginFaults.append(error.diagnostic)
      return .broken(error)
    }
  }

  /// A direction belongs to one program of a year: the first that is on; one that is off gives way.
  private func claimDirections(_ index: Int, _ entry: Entry) {
    let year = entry.plugin.manifest.year
    var taken: [String: [String]] = [:]
    for (_, heading) in entry.plugin.manifest.directions {
      if let other = entryIndices[year]?[heading.id] {
        if case .off = entry.status { continue }
        if case .off = entries[other].status {
        } else {
          taken[entries[other].plugin.id, default: []].append(heading.id)
          continue
        }
      }
      entryIndices[year, default: [:]][heading.id] = index
    }
    for (owner, directions) in taken.sorted(by: { $0.key < $1.key }) {
      let list = directions.joined(separator: "、")
      pluginFaults.append(
        Diagnostic(
          path: entry.plugin.manifest.path, code: "duplicate-direction",
          Wording(
            "\(year)年度方向 \(list) 已由 \(owner) 负责，本插件的不起作用", "directions \(list) of \(year) belong to \(owner) already")))
    }
  }

  /// The program that answers for a direction, whether it is on or not.
  public func find(year: Int, direction: String) -> Entry? {
    entryIndices[year]?[direction].map { entries[$0] }
  }

  /// What reports need to know of the programs.
  public var catalogue: Catalogue {
    Catalogue(
      entries.map { entry in
        let manifest = entry.plugin.manifest
        let status: Catalogue.Status =
          switch entry.status {
          case .on(_, let program): .on(program)
          case .off: .off
          case .broken(let failure): .broken(failure.diagnostic)
          }
        return Catalogue.Entry(
          reference: manifest.reference, year: manifest.year, plan: manifest.plan, settings: manifest.settings,
          path: entry.plugin.path, status: status)
      })
  }

  /// Reports clauses and criteria that the configuration names and no program has; those of a program that is off or
  /// broken are known by direction only.
  private func checkReferences(_ configuration: Configuration) {
    var clauses: [String] = []
    var criteria: [String] = []
    var unloadedDirections: [String] = []
    for entry in entries {
      if case .on(_, let program) = entry.status {
        for direction in program.directions {
          clauses += direction.clauses.map(\.id)
          criteria += direction.criteria.map(\.id)
        }
      } else {
        unloadedDirections += entry.plugin.manifest.directions.map(\.heading.id)
      }
    }
    func isUnloaded(_ id: String) -> Bool { unloadedDirections.contains { id.hasPrefix($0 + "/") } }
    let types = entries.flatMap { $0.plugin.manifest.plan.projectTypes.map(\.id) }
    for notice in configuration.notices
    where !types.contains(notice.value) && !clauses.contains(notice.value) && !isUnloaded(notice.value) {
      let wording = Wording("没有项目类型或条款“\(notice.value)”", "no project type or clause '\(notice.value)'")
      configurationFaults.append(notice.node.fault("unknown-clause", wording.suggesting(notice.value, among: clauses)))
    }
    for notice in configuration.notices where clauses.contains(notice.value) && !notice.value.contains("/notice/") {
      configurationFaults.append(
        notice.node.fault("unknown-clause", Wording("条款“\(notice.value)”不是另行通知", "the clause '\(notice.value)' is no notice")))
    }
    for (type, _, node) in configuration.windows where !types.contains(type) {
      let wording = Wording("没有项目类型“\(type)”", "no project type '\(type)'")
      configurationFaults.append(node.fault("unknown-project-type", wording.suggesting(type, among: types)))
    }
    for (id, weight) in configuration.weights where !criteria.contains(id) && !isUnloaded(id) {
      let wording =
        clauses.contains(id)
        ? Wording("条款“\(id)”不计分", "the clause '\(id)' earns no points")
        : Wording("没有评分项“\(id)”", "no criterion '\(id)'")
      configurationFaults.append(weight.node.fault("unknown-clause", wording.suggesting(id, among: criteria)))
    }
    for (id, bound) in configuration.bounds where !isUnloaded(id) {
      let clause = id.split(separator: "/").prefix(3).joined(separator: "/")
      guard !clauses.contains(clause) else { continue }
      let wording = Wording("没有条款“\(id)”", "no clause '\(id)'")
      configurationFaults.append(bound.node.fault("unknown-clause", wording.suggesting(id, among: clauses)))
    }
  }
}
