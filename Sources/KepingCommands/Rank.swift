import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingReports
import KepingSelection
import KepingTables
import SystemPackage

/// The command `keping rank FILE…`.
struct Rank: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rank",
      abstract: localized(
        "评选一批申报书：限项、排序，按名额和经费取舍，每份一个去向",
        "Rank a round of applications and cut it by places and budget, with one place for each"),
      discussion: discussion(
        localized(
          "先像 evaluate 那样评审，再按配置的 selection 评选。评分、裁定等文件有一处不能用，就不写名单。",
          "The applications are evaluated as by 'evaluate' and then ranked as 'selection' in the configuration says. If anything in the files beside them cannot be taken as it is, no list is written."
        ),
        examples: [
          (
            localized("keping rank 申报.xlsx --panel 评分.xlsx -o 名单.xlsx", "keping rank a.xlsx --panel scores.xlsx -o list.xlsx"),
            localized("写成工作簿", "a workbook")
          ),
          (
            localized("keping rank 申报.xlsx --rulings 裁定.xlsx", "keping rank a.xlsx --rulings rulings.xlsx"),
            localized("连同裁定", "with rulings")
          ),
        ]))
  }

  @Argument(help: ArgumentHelp(localized("申报书文件", "Files of applications"), valueName: "file"), completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(localized("专家评分；可以写几次", "The panel's scores; may be given several times"), valueName: "file"),
    completion: .file())
  var panel: [String] = []

  @Option(
    help: ArgumentHelp(localized("在研项目；可以写几次", "Projects in progress; may be given several times"), valueName: "file"),
    completion: .file())
  var ongoing: [String] = []

  @Option(
    help: ArgumentHelp(
      localized("拟支持经费，代替申请的经费；可以写几次", "The amounts granted, instead of those requested; may be given several times"),
      valueName: "file"),
    completion: .file())
  var grants: [String] = []

  @OptionGroup var amendments: AmendmentOptions

  @Flag(
    help: ArgumentHelp(
      localized(
        "末尾为每组加一行：名额、经费、候选、入选和金额（只用于jsonl；其他格式总有）",
        "End with a line for each group: places, budget, candidates, selected and money (jsonl only; the other formats always have it)"
      )))
  var summary = false

  @OptionGroup var report: ReportOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var paths: PathOptions

  func validate() throws {
    try report.validate(inputs: files + panel + ongoing + grants + amendments.files)
    if summary, report.chosenFormat != .jsonl {
      throw ValidationError(
        localized(
          "--summary 只用于JSON Lines（--format jsonl）；其他格式总有汇总",
          "--summary applies to JSON Lines (--format jsonl) only; the other formats always have a summary"))
    }
  }

  func run() throws {
    try reporting(report.target.requireNewFile)
    let workspace = try Workspace(paths, settings: changes.set, isIsolated: isolation.isolate)
    let programs = workspace.programs
    let batch = Batch(programs, jobs: report.workers)
    let plan = RoundPlan(programs.catalogue, programs.selection)
    let run = RoundRun(batch: batch, plan: plan, isHashed: report.statesProvenance)
    let beside = readFilesBeside(run)
    run.readApplications(files, amendments, inputs, workspace)
    let round = Round(
      plan: plan, entries: run.entries, panel: beside.panel, ongoing: beside.ongoing, grants: beside.grants)
    for fault in round.faults() { run.showFault(fault) }
    for notice in batch.setAside { Console.show(notice) }
    if run.hasFaults {
      Console.show(Diagnostic(code: "no-ranking", Wording("没有写名单；请先改正以上各处", "no list was written; correct the above first")))
      throw ExitCode.problem
    }
    let ranking = round.ranking()
    for remark in ranking.remarks { Console.show(remark) }
    var written = RankingReport(ranking, programs.catalogue)
    written.unreadParts = run.unreadParts
    written.provenance = report.statesProvenance ? run.provenance(of: programs) : nil
    written.endsWithSummary = summary
    try reporting { () throws(Diagnostic) in try written.write(report.chosenFormat, to: report.target.path) }
    if !run.unreadParts.isEmpty || !workspace.isComplete { throw ExitCode.problem }
    if run.errors > 0 { throw ExitCode.failedRecords }
  }

  private func readFilesBeside(
    _ run: RoundRun
  ) -> (panel: [PanelScore], ongoing: [OngoingProject], grants: [Grant]) {
    let (encoding, isHashed) = (inputs.encoding, report.statesProvenance)
    let items = run.plan.groups.flatMap(\.settings.panel.items)
    return (
      run.read(panel, .panel) { SideFile.panel($0, items: items, encoding: encoding, isHashed: isHashed) },
      run.read(ongoing, .ongoing) { SideFile.ongoing($0, encoding: encoding, isHashed: isHashed) },
      run.read(grants, .grants) { SideFile.grants($0, encoding: encoding, isHashed: isHashed) }
    )
  }
}
