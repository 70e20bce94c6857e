import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The plugins that a command works on, whether they are on or not.
struct PluginChoice: ParsableArguments {
  @Argument(help: ArgumentHelp(localized("专项的id或目录（默认全部）", "Ids or folders of programs (default: all)"), valueName: "id|folder"))
  var names: [String] = []

  @OptionGroup var paths: PathOptions

  init() {}

  /// Those of the names, for a command that takes them otherwise.
  init(names: [String], paths: PathOptions) {
    self.names = names
    self.paths = paths
  }

  /// Those that are named by id or by folder, or all; and what is wrong with those that cannot be read.
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
        guard let plugin = folder.plugins.first(where: { $0.id == name }) else {
          throw unknownProgram(name, folder.plugins.map(\.id))
        }
        plugins.append(plugin)
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

/// Loads a plugin within the limits that hold where no configuration says otherwise.
/// - Throws: ``Diagnostic``.
func load(_ plugin: Plugin) throws(Diagnostic) -> PluginProgram {
  do throws(LoadFailure) { return try PluginProgram(plugin) } catch { throw error.diagnostic }
}
