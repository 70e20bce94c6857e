import ArgumentParser
import KepingFiles
import KepingPlugins

/// The command `keping`.
public struct Keping: ParsableCommand {
  /// The name, help text, version and subcommands of the command.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "keping",
      abstract: localized(
        "按年度科技计划指南逐条评审申报书", "Evaluate funding applications against a science and technology program's yearly guideline"),
      discussion: discussion(
        localized(
          "退出状态：0 全部评审完毕（无论结论）；1 有记录无法评审；2 配置、插件、文件或输出有问题；64 命令写法有误。",
          "Exit status: 0 if every record was evaluated, whatever the verdicts; 1 if a record could not be evaluated; 2 if there is a problem with the configuration, a plugin, a file or the output; 64 if the command line is wrong."
        ),
        examples: [
          (
            localized("keping evaluate 申报汇总.xlsx", "keping evaluate applications.xlsx"),
            localized("评审一份汇总表", "evaluate a workbook")
          ),
          ("keping evaluate --help", localized("一个命令的说明", "the help of a verb")),
        ]),
      version: version,
      subcommands: [
        Evaluate.self, Rank.self, Explain.self, TemplateCommand.self, Plans.self, ProgramsCommand.self, SchemaCommand.self,
        Doctor.self,
      ])
  }

  /// The version of the command.
  static let version = "0.1.0"

  /// Creates the command; ArgumentParser fills in its arguments.
  public init() {}

  /// Runs the command with the arguments of the process and ends the process.
  public static func run() {
    IsolatedProcess.runIfRequested(CommandLine.arguments)
    Interruption.install()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      CommandEnd.exit(after: error, arguments: Array(CommandLine.arguments.dropFirst()))
    }
  }
}
