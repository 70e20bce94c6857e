import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingReports

/// The command `keping explain FILE… WHO`.
struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: localized("逐条说明一份申报书的评审结果", "Explain one application, clause by clause"),
      usage: localized("keping explain <file> ... <编号或名称> [<选项>]", "keping explain <file> ... <id or name> [<options>]"),
      discussion: discussion(
        localized(
          "编号不分大小写、全角半角和空格。也可以写申报单位或项目的名称：名称相同的几份都说明；只写一部分的，须只有一份。",
          "An id is found in any width and case. The name of an applicant or a project serves, too: all applications with this name are explained. A part of a name must belong to one application."
        ),
        examples: [
          (
            localized("keping explain 申报汇总.xlsx BS2024-0001", "keping explain applications.xlsx BS2024-0001"),
            localized("按编号", "by id")
          ),
          (
            localized("keping explain 甲.xlsx 乙.xlsx 示例铝业", "keping explain a.xlsx b.xlsx 示例铝业"),
            localized("按单位，在两个文件里找", "by applicant, in two files")
          ),
        ]))
  }

  @Argument(
    help: ArgumentHelp(
      localized(
        "申报书文件，可以有几个，“-”为标准输入；最后写申报编号、申报单位或项目名称",
        "Files of applications ('-' is standard input), and last the application's id, or the name of its applicant or project"),
      valueName: "file"),
    completion: .file())
  var arguments: [String]

  @OptionGroup var amendments: AmendmentOptions
  @OptionGroup var inputs: InputOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var paths: PathOptions

  private var files: [String] { Array(arguments.dropLast()) }

  func validate() throws {
    guard arguments.count >= 2, arguments.last?.allSatisfy(\.isWhitespace) == false else {
      throw ValidationError(
        localized(
          "请先写文件，最后写申报编号、申报单位或项目名称", "name the files first, and last an id, an applicant or a title of a project"))
    }
  }

  func run() throws {
    let workspace = try Workspace(paths, settings: changes.set, isIsolated: isolation.isolate)
    let catalogue = workspace.programs.catalogue
    let batch = Batch(workspace.programs)
    var search = ApplicationSearch(for: arguments.last ?? "")
    let labels = Input.labels(of: files + amendments.corrections)
    let amended = amendments.read(
      into: batch, workspace.programs, labels: Array(labels.dropFirst(files.count)), encoding: inputs.encoding, isHashed: false,
      open: { file throws(Diagnostic) in try inputs.open(file, workspace.programs) }, show: { fault, _, _ in Console.show(fault) }
    )
    var isComplete = workspace.isComplete && amended.isComplete
    for (file, label) in zip(files, labels) {
      if let remark = Input.remarkOnLock(file) {
        Console.show(remark)
        continue
      }
      do throws(Diagnostic) {
        var input = try inputs.open(file, workspace.programs)
        if files.count > 1 { input.label = label }
        let isWhole = try batch.assess(input, report: Console.show) { assessment throws(Diagnostic) in
          try search.add(assessment) {
            (files.count > 1 ? "文　　件：\(label.printable())\n" : "") + Explanation.text(assessment, catalogue)
          }
        }
        isComplete = isComplete && isWhole
      } catch {
        Console.show(error)
        isComplete = false
      }
    }
    try reporting { () throws(Diagnostic) in
      try batch.assessOtherCorrections { assessment throws(Diagnostic) in
        try search.add(assessment) { Explanation.text(assessment, catalogue) }
      }
    }
    for diagnostic in batch.rulingDiagnostics {
      Console.show(diagnostic)
      isComplete = isComplete && diagnostic.isRemark
    }
    if let fault = search.fault(path: files.count == 1 ? files[0] : "") {
      Console.show(fault)
      for line in search.candidates { Console.write(line) }
      throw ExitCode.problem
    }
    try reporting { () throws(Diagnostic) in
      let sink = ByteSink()
      try search.writeExplanations(to: sink)
      try sink.finish()
    }
    if !isComplete { throw ExitCode.problem }
    if search.hasError { throw ExitCode.failedRecords }
  }
}
