import KepingCore
import KepingFiles
import KepingPlugins

/// The programs of a plugin folder under a configuration.
///
/// The example imports `KepingCore`, `KepingPlugins`, `KepingPrograms` and `SystemPackage`. `plugins` is the `FilePath` of the
/// shipped folder `Plugins`.
///
/// ```swift
/// var faults: [Diagnostic] = []
/// let configuration = Configuration("programs: { jili-2024: on }", path: "keping.yaml", faults: &faults)
/// let programs = Programs(try PluginFolder(plugins), configuration)
/// if let fault = (faults + programs.configurationFaults + programs.pluginFaults).first { throw fault }
/// for direction in ["4.1", "6.1"] {
///   guard let entry = programs.find(year: 2024, direction: direction) else { continue }
///   if case .on = entry.status { print(direction, entry.plugin.id, "on") } else { print(direction, entry.plugin.id, "off") }
/// }
/// // Prints "4.1 jili-2024 on"
/// // Prints "6.1 zhuji-2024 off"
/// ```
public final class Programs {
  /// The status of a plugin.
  public enum Status {
    /// The plugin is loaded; the second value is its program with the configuration applied.
    case on(PluginProgram, Program)
    /// The configuration does not switch the plugin on.
    case off
    /// The plugin could not be loaded.
    case broken(LoadFailure)
  }

  /// A plugin with its status.
  public struct Entry {
    /// The plugin with its manifest.
    public let plugin: Plugin
    /// Whether the plugin is loaded, off or broken.
    public let status: Status
  }

  /// The plugins, sorted by id.
  public private(set) var entries: [Entry] = []
  /// The index in ``entries`` of the program that owns a direction, by year and direction id.
  private(set) var entryIndices: [Int: [String: Int]] = [:]
  /// The limits for plugins.
  public let limits: Limits
  /// Errors of plugins that could not be read or loaded; the other plugins still work.
  public private(set) var pluginFaults: [Diagnostic] = []
  /// Errors in the configuration; with any of them, callers should not evaluate anything.
  public private(set) var configurationFaults: [Diagnostic] = []

  /// Loads the programs that are on and applies the configuration to them.
  public init(_ folder: PluginFolder, _ configuration: Configuration) {
    pluginFaults = folder.faults
    limits = configuration.limits
    configurationFaults = configuration.unknownNames(folder.plugins)
    for (plugin, loaded) in zip(folder.plugins, Self.load(folder.plugins, configuration)) {
      entries.append(Entry(plugin: plugin, status: status(loaded, plugin, configuration)))
    }
    // The order of the configuration decides which program gets a direction, not the order of the ids.
    let order = entries.indices.sorted { first, second in
      let left = configuration.position(of: entries[first].plugin.id)
      let right = configuration.position(of: entries[second].plugin.id)
      return left != right ? left < right : first < second
    }
    for index in order { claimDirections(index, entries[index]) }
    checkReferences(configuration)
  }

  /// A loaded program on its way to another thread.
  ///
  /// Unchecked, because the thread that loads the program ends without using it again.
  private struct Loaded: @unchecked Sendable {
    let result: Result<PluginProgram, LoadFailure>
  }

  /// Loads the programs that are on, in parallel; nil for a program that is off.
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

  /// Registers a program as the owner of its directions, except those that an earlier program of the same year owns.
  ///
  /// A program that is off gives way to a later one that is on or broken.
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
      pluginFaults.append(
        Diagnostic(path: entry.plugin.manifest.path, .directionsTaken(directions, year: year, by: owner)))
    }
  }

  /// Returns the program that owns a direction of a year, whether it is on or not.
  public func find(year: Int, direction: String) -> Entry? {
    entryIndices[year]?[direction].map { entries[$0] }
  }

  /// The programs as a value for reports.
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

  /// Reports ids in the configuration that no program has.
  ///
  /// For a program that is off or broken only its directions are known, so ids below them are accepted.
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
      configurationFaults.append(notice.node.fault(.unknownNotice(notice.value, known: clauses)))
    }
    for notice in configuration.notices where clauses.contains(notice.value) && !notice.value.contains("/notice/") {
      configurationFaults.append(notice.node.fault(.notANotice(notice.value)))
    }
    for (type, _, node) in configuration.windows where !types.contains(type) {
      configurationFaults.append(node.fault(.unknownProjectType(type, known: types)))
    }
    for (id, weight) in configuration.weights where !criteria.contains(id) && !isUnloaded(id) {
      configurationFaults.append(
        weight.node.fault(
          clauses.contains(id) ? .unscoredClause(id, criteria: criteria) : .unknownCriterion(id, known: criteria)))
    }
    for (id, bound) in configuration.bounds where !isUnloaded(id) {
      let clause = id.split(separator: "/").prefix(3).joined(separator: "/")
      guard !clauses.contains(clause) else { continue }
      configurationFaults.append(bound.node.fault(.unknownClause(id, known: clauses)))
    }
  }
}
