import ArgumentParser
import KepingAuthoring
import KepingBatch
import KepingCore
import KepingFiles
import KepingReports

/// The command `keping evaluate FILE…`.
struct Evaluate: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate",
      abstract: localized("评审申报书：逐条作答、评分、给出结论", "Evaluate applications: an answer for every clause, a score and a verdict"),
      discussion: discussion(
        localized(
          "输入为xlsx工作簿、CSV、JSON Lines、一个JSON数组或一个JSON对象；“-”为标准输入。",
          "The input is an xlsx workbook, CSV, JSON Lines, one JSON array or one JSON object; '-' is standard input."),
        examples: [
          (localized("keping evaluate 申报汇总.xlsx", "keping evaluate applications.xlsx"), localized("显示在终端上", "show the results")),
          (
            localized("keping evaluate 申报汇总.xlsx -o 评审结果.xlsx", "keping evaluate applications.xlsx -o results.xlsx"),
            localized("写成工作簿", "write a workbook")
          ),
          (
            localized("keping evaluate 甲.xlsx 乙.csv --only 不通过,需补正", "keping evaluate a.xlsx b.csv --only fail,supplement"),
            localized("几个文件，只要这两种结论", "only these verdicts")
          ),
          (
            localized("keping evaluate 申报汇总.xlsx --rulings 裁定.xlsx", "keping evaluate a.xlsx --rulings rulings.xlsx"),
            localized("采用裁定", "apply rulings")
          ),
        ]))
  }

  @Argument(help: ArgumentHelp(localized("申报书文件", "Files of applications"), valueName: "file"), completion: .file())
  var files: [String]

  @OptionGroup var output: ReportOptions

  @Option(
    help: ArgumentHelp(
      localized(
        "只输出这些结论，如 不通过,需补正（也可以写 fail,supplement）",
        "Output only these verdicts, such as fail,supplement; their Chinese titles serve, too"),
      valueName: "verdicts"),
    completion: .custom { _, _, prefix in VerdictList.completions(of: prefix) }, transform: VerdictList.init)
  var only: VerdictList?

  @Flag(
    help: ArgumentHelp(
      localized("评审后列出各条款和插件函数用的时间和指令", "Print the time and instructions that each clause and plugin function took")))
  var profile = false

  @Option(
    help: ArgumentHelp(
      localized("逐项列出一份申报书的每个检查及其数值", "Print each check of one application with its values, as a tree"), valueName: "id"))
  var trace: String?

  @OptionGroup var amendments: AmendmentOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var paths: PathOptions

  func validate() throws { try output.validate(inputs: files + amendments.files) }

  func run() throws {
    try reporting(output.target.requireNewFile)
    let workspace = try Workspace(paths, settings: changes.set, isIsolated: isolation.isolate)
    let format = output.chosenFormat
    let catalogue = workspace.programs.catalogue
    let report = try reporting { () throws(Diagnostic) in
      try format.begin(output.target.path, catalogue)
    }
    let batch = Batch(workspace.programs, jobs: output.workers)
    if format.hasSummary { batch.countSubmissions() }
    let costs = profile ? Profile() : nil
    if let costs { batch.measure(into: costs) }
    var isTraced = trace == nil
    if let trace {
      let wanted = Bytes(trace.utf8)
      batch.inspect = { assessment, trace in
        guard let id = assessment.id, Bytes(id.utf8) == wanted else { return }
        isTraced = true
        Console.writeText(TraceTree.text(assessment, trace(), catalogue))
      }
    }
    let run = EvaluationRun(batch: batch, report: report, verdicts: only?.verdicts ?? Set(Verdict.allCases))
    var basis = output.statesProvenance ? workspace.programs.provenance(version: Keping.version) : nil
    var isDone = workspace.isComplete
    let labels = Input.labels(of: files + amendments.corrections)
    let amended = amendments.read(
      into: batch, workspace.programs, labels: Array(labels.dropFirst(files.count)), encoding: inputs.encoding,
      isHashed: basis != nil,
      open: { file throws(Diagnostic) in try inputs.open(file, workspace.programs, isHashed: basis != nil) },
      show: { run.show($0, of: $1, file: $2) })
    isDone = isDone && amended.isComplete
    for (file, label) in zip(files, labels) {
      if let remark = Input.remarkOnLock(file) {
        run.show(remark, of: file, file: label)
        continue
      }
      var opened: Input?
      do throws(Diagnostic) {
        var input = try inputs.open(file, workspace.programs, isHashed: basis != nil)
        if files.count > 1 { input.label = label }
        opened = input
        let isComplete = try run.evaluate(input, file: label)
        isDone = isDone && isComplete
      } catch {
        // An output that cannot be written ends the command at once; an input that cannot be read is skipped.
        if run.hasReportFailed {
          run.progress.clear()
          throw ExitCode(error)
        }
        run.show(error, of: file, file: label)
        isDone = false
      }
      basis?.add(Provenance.Input(name: file, sha256: try? opened?.contentHash()))
    }
    do throws(Diagnostic) { try run.evaluateOtherCorrections() } catch { throw ExitCode(error) }
    run.progress.clear()
    for diagnostic in batch.rulingDiagnostics {
      let file = amendments.file(of: diagnostic)
      run.show(diagnostic, of: file.path, file: file.label)
      isDone = isDone && diagnostic.isRemark
    }
    for input in amended.inputs { basis?.add(input) }
    var summary = run.summary
    summary.provenance = basis
    summary.limitExcesses = batch.limitExcesses
    try reporting { () throws(Diagnostic) in try report.finish(summary) }
    if let file = output.target.output, ByteSink.isStandardErrorTerminal {
      Console.write(run.conclusion(of: file).text(Locale.language))
    }
    for notice in batch.setAside { Console.show(notice) }
    if let remark = batch.submissionRemark { Console.show(remark) }
    if let costs { Console.writeText(ProfileTable.text(costs)) }
    if let trace, !isTraced {
      Console.show(
        Diagnostic(
          code: "unknown-application", Wording("没有评审过申报编号“\(trace)”", "no application '\(trace)' was evaluated")))
      isDone = false
    }
    if !isDone { throw ExitCode.problem }
    if run.errors > 0 { throw ExitCode.failedRecords }
  }
}
