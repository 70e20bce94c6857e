import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins

/// `keping programs check [ID|FOLDER…]`
struct CheckPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("检查专项，无论是否启用；与指南原文逐句核对", "Check programs, whether they are on or not; hold them against the guideline"))
  }

  @OptionGroup var choice: PluginChoice
  @OptionGroup var guideline: GuidelineOptions

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var isWell = faults.isEmpty
    var loaded: [PluginProgram] = []
    for plugin in plugins {
      do throws(Diagnostic) {
        loaded.append(try load(plugin))
        let program = loaded[loaded.count - 1].program
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
    let isHeld = try reporting { () throws(Diagnostic) in try guideline.check(loaded) }
    if !isWell || !isHeld { throw ExitCode.notDone }
  }
}
