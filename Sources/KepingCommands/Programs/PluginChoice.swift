import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The arguments that choose plugins, whether they are on or not.
struct PluginChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp(localized("专项的id或目录（默认全部）", "Ids or folders of programs (default: all)"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var names: [String] = []

  @OptionGroup var paths: PathOptions

  init() {}

  /// Creates a choice for a command that declares its names differently.
  init(names: [String], paths: PathOptions) {
    self.names = names
    self.paths = paths
  }

  /// Returns the plugins that are named by id or folder, or all plugins; and the errors of those that cannot be read.
  func plugins() throws -> (plugins: [Plugin], faults: [Diagnostic]) {
    try reporting { () throws(Diagnostic) in
      var plugins: [Plugin] = []
      var faults: [Diagnostic] = []
      var all: PluginFolder?
      for name in names where name.contains("/") || Folder.exists(FilePath(name)) {
        do throws(Diagnostic) { plugins.append(try Plugin(FilePath(name))) } catch { faults.append(error) }
      }
      for name in names where !(name.contains("/") || Folder.exists(FilePath(name))) {
        if all == nil { all = try PluginFolder(try WorkspacePaths.plugins(paths.plugins)) }
        guard let folder = all else { continue }
        if let plugin = folder.plugins.first(where: { $0.id == name }) {
          plugins.append(plugin)
        } else if let unreadable = folder.unreadable.first(where: { $0.plugin.id == name || $0.folderName == name }) {
          faults.append(unreadable.fault)
        } else {
          throw folder.unknownProgram(name)
        }
      }
      if names.isEmpty {
        let folder = try PluginFolder(try WorkspacePaths.plugins(paths.plugins))
        plugins = folder.plugins
        faults = folder.faults
      }
      return (plugins, faults)
    }
  }
}

/// Loads a plugin with the default limits.
///
/// - Throws: ``Diagnostic`` if the plugin does not load.
func load(_ plugin: Plugin) throws(Diagnostic) -> PluginProgram {
  do throws(LoadFailure) { return try PluginProgram(plugin) } catch { throw error.diagnostic }
}
