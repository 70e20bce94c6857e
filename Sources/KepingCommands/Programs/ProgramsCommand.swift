import ArgumentParser

/// `keping programs …`
struct ProgramsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "programs", abstract: say("查看、启用、关闭、新建、检查和测试专项", "List, show, enable, disable, make, check and test programs"),
      subcommands: [])
  }
}
