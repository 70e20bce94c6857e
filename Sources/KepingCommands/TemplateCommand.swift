import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import KepingTables
import SystemPackage

/// The command `keping template DIRECTION -o FILE`, and `keping template --for panel FILE… -o FILE` for what is filled in later.
struct TemplateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: localized("生成供填写的xlsx模板", "Create an xlsx workbook to fill in"),
      discussion: discussion(
        localized(
          "模板有所选方向评审要用的列，列名上附有指南条款，另有联系人、经费等以后要用的列；填好后用 keping evaluate 评审。",
          "The workbook has the columns that the directions read, with the clauses as comments, and those that later steps need, such as the contact. Evaluate it with 'keping evaluate' after filling it in."
        ),
        examples: [
          (
            localized("keping template 4.1 -o 申报汇总.xlsx", "keping template 4.1 -o applications.xlsx"),
            localized("一个方向的模板", "for one direction")
          ),
          (
            localized("keping template --plan jili -o 计划二.xlsx", "keping template --plan jili -o jili.xlsx"),
            localized("一个计划的全部方向", "for a whole plan")
          ),
          (
            localized(
              "keping template --for panel 申报汇总.xlsx -o 评分表.xlsx", "keping template --for panel applications.xlsx -o panel.xlsx"),
            localized("专家评分表，列出通过评审的项目", "the panel's scores, for the applications that pass")
          ),
        ]))
  }

  @Argument(
    help: ArgumentHelp(
      localized(
        "方向，如 4.1；用 --for panel 或 grants 时是申报书文件",
        "Directions, such as 4.1; with '--for panel' or 'grants', files of applications"),
      valueName: "direction"),
    completion: .custom { _, _, _ in Completions.directions })
  var directions: [String] = []

  @Option(
    help: ArgumentHelp(localized("一个计划的全部方向，如 jili", "All directions of a plan, such as jili"), valueName: "plan"),
    completion: .custom { _, _, _ in Completions.plans })
  var plan: String?

  @Option(help: ArgumentHelp(localized("指南年度（默认最近一年）", "The year of the guideline (default: the latest)"), valueName: "year"))
  var year: Int?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      localized(
        "排序用的表：专家评分 panel、裁定 rulings、在研项目 ongoing、拟支持经费 grants",
        "A sheet for the ranking: the panel's scores, rulings, projects in progress or amounts granted"),
      valueName: "sheet"))
  var side: SideTemplate?

  @Option(
    help: ArgumentHelp(
      localized("评分表里每个项目要列出的专家，如 张三,李四", "The experts that a panel sheet lists for each application, separated by commas"),
      valueName: "names"))
  var experts: String?

  @OptionGroup var target: OutputOptions

  @OptionGroup var amendments: AmendmentOptions

  @OptionGroup var inputs: InputOptions

  @OptionGroup var paths: PathOptions

  func validate() throws {
    guard let output = target.output else {
      throw ValidationError(localized("请用 -o 指定要写的文件", "specify the file to write with -o"))
    }
    if let dot = output.lastIndex(of: "."), !output[dot...].contains("/"), output[dot...].lowercased() != ".xlsx" {
      throw ValidationError(localized("模板是xlsx工作簿，文件名应以.xlsx结尾", "a template is an xlsx workbook; its name must end with .xlsx"))
    }
    if let side { return try validate(side) }
    if experts != nil {
      throw ValidationError(localized("--experts 只用于 --for panel", "--experts applies to '--for panel' only"))
    }
    if inputs.form != nil || inputs.encoding != nil || !amendments.files.isEmpty {
      throw ValidationError(
        localized(
          "--input-format、--encoding、--corrections 和 --rulings 只用于 --for",
          "--input-format, --encoding, --corrections and --rulings apply to '--for' only"))
    }
    if directions.isEmpty == (plan == nil) {
      throw ValidationError(localized("请指定方向，或用 --plan 指定计划", "specify directions, or a plan with --plan"))
    }
  }

  func run() throws {
    try reporting(target.requireNewFile)
    let workspace = try Workspace(paths)
    if let side { return try write(side, workspace) }
    try reporting { () throws(Diagnostic) in
      let programs = workspace.programs.entries.compactMap { entry -> (PluginProgram, Program)? in
        guard case .on(let loaded, let program) = entry.status, year == nil || program.year == year else { return nil }
        return (loaded, program)
      }
      var subjects: [Template.Subject] = []
      var reported: Set<String> = []
      // Each direction reads the files again, so a fault is reported the first time only.
      func subject(_ loaded: PluginProgram, _ program: Program, _ direction: Direction) -> Template.Subject {
        let example = Examples.first(of: direction.id, in: loaded) { fault in
          if reported.insert(fault.path).inserted { Console.show(fault) }
        }
        return Template.Subject(program: program, direction: direction, example: example)
      }
      if let plan {
        let candidates = programs.filter { $0.1.plan.id == plan }
        guard let latest = candidates.max(by: { $0.1.year < $1.1.year }) else {
          workspace.showIgnoredFaults()
          throw Diagnostic(
            code: "unknown-plan",
            Wording("没有已启用的计划“\(plan)”", "no plan '\(plan)' is switched on").suggesting(plan, among: programs.map(\.1.plan.id)))
        }
        for direction in latest.1.directions { subjects.append(subject(latest.0, latest.1, direction)) }
      }
      var seen: Set<String> = []
      for id in directions where seen.insert(id).inserted {
        let candidates = programs.filter { $0.1.directions.contains { $0.id == id } }
        guard let latest = candidates.max(by: { $0.1.year < $1.1.year }),
          let direction = latest.1.directions.first(where: { $0.id == id })
        else {
          let known = programs.flatMap { $0.1.directions.map(\.id) }
          workspace.showIgnoredFaults()
          throw Diagnostic(
            code: "unknown-direction",
            Wording("没有已启用的方向“\(id)”", "no direction '\(id)' is switched on").suggesting(id, among: known))
        }
        subjects.append(subject(latest.0, latest.1, direction))
      }
      try Template.write(subjects, to: try StagedFile(target.path))
    }
    if !workspace.isComplete { throw ExitCode.problem }
  }
}
