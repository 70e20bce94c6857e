import KepingCore
import KepingPlugins
import KepingPrograms

/// The ids that a shell offers while a command line is typed, from the manifests of the plugin folder.
///
/// There are none if the folder cannot be found or read: a message would disturb the command line.
enum Completions {
  private static var plugins: [Plugin] {
    guard let path = try? WorkspacePaths.plugins(nil), let folder = try? PluginFolder(path) else { return [] }
    return folder.plugins
  }

  /// The ids of the programs.
  static var programs: [String] { plugins.map(\.id) }

  /// The ids of the plans of all years.
  static var plans: [String] { distinct(plugins.map(\.manifest.plan.id)) }

  /// The ids of the directions of all years.
  static var directions: [String] { distinct(plugins.flatMap { $0.manifest.directions.map(\.heading.id) }) }

  private static func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0).inserted }
  }
}
