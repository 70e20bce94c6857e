import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins

/// `keping programs test [ID|FOLDER…]`
struct TestPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "test", abstract: say("运行专项自带的测试", "Run the programs' own tests"))
  }

  @OptionGroup var choice: PluginChoice

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var isWell = faults.isEmpty
    for plugin in plugins {
      do throws(Diagnostic) {
        var tests = try ProgramTests(try load(plugin))
        let results = try tests.run()
        var text = ""
        for result in results where !result.isPassed {
          text += "\(result.path):\(result.line): \(result.name)\n"
          for difference in result.differences { text += "    \(difference)\n" }
        }
        let failed = results.count { !$0.isPassed }
        text +=
          say(
            "\(plugin.id)：\(results.count - failed)个用例通过，\(failed)个不通过",
            "\(plugin.id): \(results.count - failed) passed, \(failed) failed") + "\n"
        try ByteSink().write(Bytes(text.utf8))
        isWell = isWell && failed == 0
      } catch {
        Console.show(error)
        isWell = false
      }
    }
    if !isWell { throw ExitCode.notDone }
  }
}
