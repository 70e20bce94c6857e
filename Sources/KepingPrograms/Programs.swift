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
    /// The plugin could not be loaded, or its manifest is not valid.
    case broken(LoadFailure)
  }

  /// A plugin with its status.
  public struct Entry {
    /// The plugin with its manifest.
    public let plugin: Plugin
    /// Whether the plugin is loaded, off or broken.
    public let status: Status
  }

  /// The plugins, sorted by id, with those whose manifests are not valid.
  public private(set) var entries: [Entry] = []
  /// The index in ``entries`` of the program that owns a direction, by year and direction id.
  private(set) var entryIndices: [Int: [String: Int]] = [:]
  /// The index in ``entries`` of a plugin whose directions are not all known, by year.
  ///
  /// It owns the directions of the year that no other plugin has.
  private(set) var fallbackIndices: [Int: Int] = [:]
  /// The limits for plugins.
  public let limits: Limits
  /// How the applications of a round are ranked and cut.
  public let selection: SelectionSettings
  /// Which rulings need to be confirmed by a second person.
  public let rulingConfirmation: RulingConfirmation
  /// How the plugins are isolated; nil if they run in this process.
  let isolation: Isolation?
  /// A remark if the programs are isolated and the system offers less than full isolation; else nil.
  public let isolationRemark: Diagnostic?
  /// Errors of plugins that could not be read or loaded; the other plugins still work.
  public private(set) var pluginFaults: [Diagnostic] = []
  /// Errors in the configuration; with any of them, callers should not evaluate anything.
  public private(set) var configurationFaults: [Diagnostic] = []

  /// Loads the programs that are on and applies the configuration to them.
  ///
  /// - Parameter isolation: how the plugins are isolated; nil to run them in this process.
  public init(_ folder: PluginFolder, _ configuration: Configuration, isolation: Isolation? = nil) {
    limits = configuration.limits
    self.isolation = isolation
    rulingConfirmation = configuration.rulingConfirmation
    let ids = (folder.plugins + folder.unreadable.map(\.plugin)).map(\.id)
    // An unreadable plugin that is switched off disturbs nobody.
    let ignored = folder.unreadable.filter { configuration.isOn($0, among: ids) == false }.map(\.fault)
    pluginFaults = folder.faults.filter { !ignored.contains($0) }
    let worker = isolation.map { IsolatedWorker($0, memory: configuration.limits.isolateMemory) }
    let loaded = Self.load(folder.plugins, configuration, worker)
    isolationRemark = worker?.remark
    var subjects = zip(folder.plugins, loaded).map { plugin, loaded in
      (Candidate(plugin: plugin, program: (try? loaded?.result.get())?.program, unreadable: nil), loaded)
    }
    subjects += folder.unreadable.map { (Candidate(plugin: $0.plugin, program: nil, unreadable: $0), nil) }
    subjects.sort { $0.0.id < $1.0.id }
    let candidates = subjects.map(\.0)
    configurationFaults = configuration.unknownNames(candidates)
    let resolver = KeyResolver(configuration, candidates)
    let groups = SelectionResolver(configuration, candidates)
    selection = groups.settings
    configurationFaults += resolver.faults + groups.faults
    for (index, (candidate, loaded)) in subjects.enumerated() {
      let isOn = candidate.unreadable.map { configuration.isOn($0, among: ids) } ?? nil
      let status =
        if let unreadable = candidate.unreadable, isOn == true {
          Status.broken(unreadable.loadFailure(limits))
        } else {
          status(loaded, resolver.changes[index])
        }
      entries.append(Entry(plugin: candidate.plugin, status: status))
    }
    claimDirections(candidates, configuration)
    for (index, candidate) in candidates.enumerated() {
      if let unreadable = candidate.unreadable, !unreadable.hasAllDirections, configuration.isOn(unreadable, among: ids) != nil {
        claimYear(index)
      }
    }
  }

  /// A loaded program on its way to another thread.
  ///
  /// Unchecked, because the thread that loads the program ends without using it again.
  private struct Loaded: @unchecked Sendable {
    let result: Result<PluginProgram, LoadFailure>
  }

  /// Loads the programs that are on; nil for a program that is off.
  ///
  /// They are loaded in parallel, or one after the other if a worker isolates them.
  private static func load(_ plugins: [Plugin], _ configuration: Configuration, _ worker: IsolatedWorker?) -> [Loaded?] {
    let enabled = plugins.indices.filter { configuration.programs[plugins[$0].id]?.value == true }
    @Sendable func load(_ index: Int, _ worker: IsolatedWorker?) -> Loaded {
      let plugin = plugins[enabled[index]]
      let settings = (configuration.settings[plugin.id] ?? [:]).mapValues(\.value)
      return Loaded(
        result: Result { () throws(LoadFailure) in
          try PluginProgram(plugin, settings: settings, limits: configuration.limits, isolatedIn: worker)
        })
    }
    let loaded = worker.map { worker in enabled.indices.map { load($0, worker) } } ?? Threads.map(enabled.count) { load($0, nil) }
    var all = [Loaded?](repeating: nil, count: plugins.count)
    for (index, program) in zip(enabled, loaded) { all[index] = program }
    return all
  }

  private func status(_ loaded: Loaded?, _ changes: ProgramChanges) -> Status {
    guard let loaded else { return .off }
    do throws(LoadFailure) {
      let program = try loaded.result.get()
      return .on(program, changes.applied(to: program.program, faults: &configurationFaults))
    } catch {
      pluginFaults.append(error.diagnostic)
      return .broken(error)
    }
  }

  /// Registers the owners of all directions.
  ///
  /// The order of the configuration decides which program gets a direction, not the order of the ids. A plugin whose manifest
  /// is not valid takes nothing from another one.
  private func claimDirections(_ candidates: [Candidate], _ configuration: Configuration) {
    let order = entries.indices.sorted { first, second in
      let left = configuration.position(of: entries[first].plugin.id)
      let right = configuration.position(of: entries[second].plugin.id)
      return left != right ? left < right : first < second
    }
    for index in order where candidates[index].unreadable == nil { claimDirections(index, entries[index], isReadable: true) }
    for index in order where candidates[index].unreadable != nil { claimDirections(index, entries[index], isReadable: false) }
  }

  /// Registers a program as the owner of its directions, except those that an earlier program of the same year owns.
  ///
  /// A program that is off gives way to a later one that is on or broken.
  private func claimDirections(_ index: Int, _ entry: Entry, isReadable: Bool) {
    let year = entry.plugin.manifest.year
    // The year of an unreadable manifest may be unknown.
    guard year > 0 else { return }
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
    for (owner, directions) in taken.sorted(by: { $0.key < $1.key }) where isReadable {
      pluginFaults.append(
        Diagnostic(path: entry.plugin.manifest.path, .directionsTaken(directions, year: year, by: owner)))
    }
  }

  /// Registers a plugin as the owner of its year's directions that no other plugin has; one that is off gives way.
  private func claimYear(_ index: Int) {
    let year = entries[index].plugin.manifest.year
    guard year > 0 else { return }
    if let other = fallbackIndices[year] {
      guard case .off = entries[other].status, case .broken = entries[index].status else { return }
    }
    fallbackIndices[year] = index
  }

  /// Returns the program that owns a direction of a year, whether it is on or not.
  public func find(year: Int, direction: String) -> Entry? {
    (entryIndices[year]?[direction] ?? fallbackIndices[year]).map { entries[$0] }
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
}
