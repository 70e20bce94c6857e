import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping programs new ID --year … --plan …`, or `--from LAST --year …`.
struct NewProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: localized("新建专项插件：能加载，带一个方向、一个示例和一个测试", "Create a plugin that loads, with one direction, an example and a test"),
      discussion: discussion(
        localized(
          "--from 以另一个专项为底本：内容全部照搬，示例和测试中的年份顺移。",
          "With --from, the plugin is a copy of another one, with the years in its examples and tests changed."),
        examples: [
          ("keping programs new demo-2026 --year 2026 --plan demo", localized("新的计划", "a new plan")),
          ("keping programs new jili-2025 --year 2025 --from jili-2024", localized("新的年度", "another year")),
        ]))
  }

  @Argument(help: ArgumentHelp(localized("专项的id，如 jili-2025", "The program's id, such as jili-2025"), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(localized("指南年度", "The year of the guideline")))
  var year: Int

  @Option(
    help: ArgumentHelp(localized("计划的id，如 jili", "The plan's id, such as jili")),
    completion: .custom { _, _, _ in Completions.plans })
  var plan: String?

  @Option(
    help: ArgumentHelp(localized("以哪个专项为底本，如 jili-2024", "The program to copy, such as jili-2024"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var from: String?

  @OptionGroup var paths: PathOptions

  func validate() throws {
    guard (1900...9999).contains(year) else {
      throw ValidationError(localized("年度应为1900至9999", "the year must be from 1900 to 9999"))
    }
    guard let plan else {
      if from == nil {
        throw ValidationError(
          localized("请指定 --plan，或用 --from 指定底本", "specify a plan with --plan, or a program to copy with --from"))
      }
      return
    }
    guard from == nil else {
      throw ValidationError(
        localized("--from 的计划就是底本的，不用 --plan", "--from copies the plan of that program; omit --plan"))
    }
    let allowed = plan.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    guard allowed && !plan.isEmpty else {
      throw ValidationError(
        localized("计划的id只能用小写字母、数字和连字符", "the id of a plan may have only lower-case letters, digits and hyphens"))
    }
  }

  func run() throws {
    let folder = try reporting { () throws(Diagnostic) in try WorkspacePaths.plugins(paths.plugins) }
    if let from {
      try copyProgram(from: from, in: folder)
    } else if let plan {
      try reporting { () throws(Diagnostic) in try Scaffold.write(id: id, year: year, plan: plan, in: folder) }
    }
    let path = folder.appending(id).string
    Console.write(localized("已建立 \(path)。下一步：", "created \(path). Next:"))
    let guideline = localized("指南.txt", "GUIDELINE.txt")
    for (command, purpose) in [
      ("check \(id) --guideline \(guideline)", localized("与指南原文逐句核对", "compare it with the official text")),
      ("test \(id) --coverage --mutate", localized("运行测试，看有没有漏掉的", "run its tests and see what they miss")),
      ("enable \(id)", localized("写好后启用", "switch it on when it is ready")),
    ] {
      Console.write("  keping programs \(command)   # \(purpose)")
    }
  }

  /// Creates the plugin as a copy of another one and runs its tests.
  private func copyProgram(from: String, in folder: FilePath) throws {
    let (plugins, faults) = try PluginChoice(names: [from], paths: paths).plugins()
    for fault in faults { Console.show(fault) }
    guard let source = plugins.first else { throw ExitCode.problem }
    try reporting { () throws(Diagnostic) in try Scaffold.write(id: id, year: year, from: source, in: folder) }
    // The copied tests show what the automatic change of years missed.
    let results = try reporting { () throws(Diagnostic) in
      try ProgramTests(try load(try Plugin(folder.appending(id)))).run()
    }
    let failed = results.filter { !$0.isPassed }
    for result in failed {
      let differences = result.differences.map { $0.text(Locale.language) }
      Console.write("\(result.location): \(result.name): \(differences.joined(separator: "; "))")
    }
    Console.write(
      localized(
        "\(source.id) 的内容已照搬到\(year)年度：\(results.count - failed.count)个用例通过，\(failed.count)个不通过",
        "copied \(source.id) to \(year): \(results.count - failed.count) test cases pass, \(failed.count) fail"))
    if !failed.isEmpty { throw ExitCode.problem }
  }
}
