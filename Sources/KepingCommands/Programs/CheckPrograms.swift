import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins

/// `keping programs check [ID|FOLDER…]`
struct CheckPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check", abstract: say("检查专项能否加载，无论是否启用", "Check that programs load, whether they are on or not"))
  }

  @OptionGroup var choice: PluginChoice

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var isWell = faults.isEmpty
    for plugin in plugins {
      do throws(Diagnostic) {
        let program = try load(plugin).program
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
