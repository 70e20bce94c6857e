import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping programs new ID --year … --plan …`, `--from LAST --year …`, or `--guideline FILE`.
struct NewProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: localized("新建专项插件：能加载，带一个方向、一个示例和一个测试", "Create a plugin that loads, with one direction, an example and a test"),
      discussion: discussion(
        localized(
          "--from 以另一个专项为底本：内容全部照搬，示例和测试中的年份顺移。--guideline 由指南的文字拟出草稿：目录、逐句引用的条款、界限、示例和测试；文字没有说定的地方写着 todo，全部决定以后才能启用。",
          "With --from, the plugin is a copy of another one, with the years in its examples and tests changed. With --guideline, it is a draft made from the text: the manifest, clauses that quote every sentence, bounds, examples and tests; what the text does not decide is marked with todo, and the program cannot be switched on until all is decided."
        ),
        examples: [
          ("keping programs new demo-2026 --year 2026 --plan demo", localized("新的计划", "a new plan")),
          ("keping programs new jili-2025 --year 2025 --from jili-2024", localized("新的年度", "another year")),
          (
            localized(
              "keping programs new demo-2026 --guideline 指南.txt --plan 计划二",
              "keping programs new demo-2026 --guideline guideline.txt --plan 计划二"),
            localized("由指南起草", "a draft from a guideline")
          ),
        ]))
  }

  @Argument(help: ArgumentHelp(localized("专项的id，如 jili-2025", "The program's id, such as jili-2025"), valueName: "id"))
  var id: String

  @Option(
    help: ArgumentHelp(
      localized("指南年度；用 --guideline 时默认取标题里的", "The year of the guideline; with --guideline, that of its title by default")))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      localized(
        "计划的id，如 jili；用 --guideline 时是指南中的哪个计划，如 计划二",
        "The plan's id, such as jili; with --guideline, which of its plans, such as 计划二")),
    completion: .custom { _, _, _ in Completions.plans })
  var plan: String?

  @Option(
    help: ArgumentHelp(localized("以哪个专项为底本，如 jili-2024", "The program to copy, such as jili-2024"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var from: String?

  @Option(
    help: ArgumentHelp(
      localized("由这份指南（UTF-8文本或Markdown）起草", "Draft the plugin from this guideline (UTF-8 text or Markdown)"), valueName: "file"),
    completion: .file())
  var guideline: String?

  @OptionGroup var paths: PathOptions

  func validate() throws {
    if let year, !(1900...9999).contains(year) {
      throw ValidationError(localized("年度应为1900至9999", "the year must be from 1900 to 9999"))
    }
    if guideline != nil {
      guard from == nil else {
        throw ValidationError(
          localized(
            "--guideline 是从头起草，--from 是照搬去年的，只能用一个；照搬以后用 check --guideline 与新指南核对",
            "--guideline drafts a new plugin and --from copies another one; use one of them, and compare a copy with check --guideline"
          ))
      }
      return
    }
    guard year != nil else { throw ValidationError(localized("请用 --year 指定年度", "specify the year with --year")) }
    guard let plan else {
      if from == nil {
        throw ValidationError(
          localized(
            "请指定 --plan，或用 --from 指定底本，或用 --guideline 指定指南",
            "specify a plan with --plan, a program to copy with --from, or a guideline with --guideline"))
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
    if let guideline {
      return try draftProgram(from: guideline, in: folder)
    } else if let from, let year {
      try copyProgram(from: from, year: year, in: folder)
    } else if let plan, let year {
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
  private func copyProgram(from: String, year: Int, in folder: FilePath) throws {
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

  /// Creates the plugin as a draft of a guideline, and says what is left to decide.
  private func draftProgram(from guideline: String, in folder: FilePath) throws {
    let draft = try reporting { () throws(Diagnostic) in
      try GuidelineDraft(try GuidelineText(FilePath(guideline)), id: id, plan: plan, year: year)
    }
    guard draft.faults.isEmpty else {
      for fault in draft.faults { Console.show(fault) }
      Console.write(
        localized(
          "没有起草：指南的文本里有认不准的标题，请先改正（如重复的编号）",
          "nothing was written: some headings of the guideline are not clear; correct them first"))
      throw ExitCode.problem
    }
    let check = try reporting { () throws(Diagnostic) in
      try Scaffold.write(draft, id: id, in: folder)
      return PluginCheck(try Plugin(folder.appending(id)))
    }
    let path = folder.appending(id).string
    let open = check.diagnostics.count { $0.code == "undecided" }
    Console.write(
      localized(
        "已由指南的“\(draft.plan)”（\(draft.year)年度）拟出草稿 \(path)，有\(open)处没有决定，写着 todo。下一步：",
        "drafted \(path) from '\(draft.plan)' (\(draft.year)) of the guideline; \(counted(open, "decision")) marked with todo. Next:"
      ))
    for (command, purpose) in [
      (
        "check \(id) --guideline \(guideline)",
        localized("逐处列出没有决定的，并与指南核对", "list what is not decided, and compare it with the guideline")
      ),
      ("test \(id) --coverage --mutate", localized("全部决定以后，运行测试", "once all is decided, run its tests")),
      ("enable \(id)", localized("写好后启用", "switch it on when it is ready")),
    ] {
      Console.write("  keping programs \(command)   # \(purpose)")
    }
  }
}
