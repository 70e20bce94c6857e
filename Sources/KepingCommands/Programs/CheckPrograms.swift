import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// `keping programs check [ID|FOLDER…]`
struct CheckPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: say("检查专项能否加载，无论是否启用", "Check that programs load, whether they are on or not"))
  }

  @Argument(help: ArgumentHelp(say("专项的id或目录（默认全部）", "Ids or folders of programs (default: all)"), valueName: "id|folder"))
  var names: [String] = []

  @OptionGroup var places: PlaceOptions

  func run() throws {
    let (plugins, faults) = try chosenPlugins(names, places)
    for fault in faults { Console.show(fault) }
    var isWell = faults.isEmpty
    for plugin in plugins {
      do throws(Diagnostic) {
        let program = try PluginProgram(plugin).program
        let clauses = program.directions.reduce(0) { $0 + $1.clauses.count }
        let line = say(
          "\(plugin.id)：正常，\(program.directions.count)个方向，\(clauses)个条款",
          "\(plugin.id): well, \(program.directions.count) directions, \(clauses) clauses")
        try ByteSink().write(Bytes((line + "\n").utf8))
      } catch {
        Console.show(error)
        isWell = false
      }
    }
    if !isWell { throw ExitCode.notDone }
  }
}

/// The plugins that are named by id or by folder, or all; and what is wrong with those that cannot be read.
func chosenPlugins(_ names: [String], _ options: PlaceOptions) throws -> (plugins: [Plugin], faults: [Diagnostic]) {
  try reporting { () throws(Diagnostic) in
    var plugins: [Plugin] = []
    var faults: [Diagnostic] = []
    var all: PluginFolder?
    for name in names where name.contains("/") || Folder.exists(FilePath(name)) {
      do throws(Diagnostic) { plugins.append(try Plugin(FilePath(name))) } catch { faults.append(error) }
    }
    for name in names where !(name.contains("/") || Folder.exists(FilePath(name))) {
      if all == nil { all = try PluginFolder(try Places.plugins(options.plugins)) }
      guard let folder = all else { continue }
      guard let plugin = folder.plugins.first(where: { $0.id == name }) else {
        throw unknownProgram(name, folder.plugins.map(\.id))
      }
      plugins.append(plugin)
    }
    if names.isEmpty {
      let folder = try PluginFolder(try Places.plugins(options.plugins))
      plugins = folder.plugins
      faults = folder.faults
    }
    return (plugins, faults)
  }
}
