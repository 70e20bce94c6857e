import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingReports
import SystemPackage

/// The command `keping explain FILE ID`.
struct Explain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: localized("逐条说明一份申报书的评审结果", "Explain one application, clause by clause"))
  }

  @Argument(help: ArgumentHelp(localized("申报书文件，“-”为标准输入", "A file of applications; '-' is standard input"), valueName: "file"))
  var file: String

  @Argument(help: ArgumentHelp(localized("申报编号", "The application's id"), valueName: "id"))
  var id: String

  @OptionGroup var inputs: InputOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var isolation: IsolationOptions
  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths, settings: changes.set, isIsolated: isolation.isolate)
    var text = ""
    var isError = false
    var isComplete = true
    try reporting { () throws(Diagnostic) in
      let input = try inputs.open(file, workspace.programs)
      let wanted = Bytes(id.utf8)
      let catalogue = workspace.programs.catalogue
      isComplete = try Batch(workspace.programs).assess(input, report: Console.show) { assessment throws(Diagnostic) in
        // Compares bytes: `==` would treat canonically equivalent ids as equal.
        guard let given = assessment.id, Bytes(given.utf8) == wanted else { return }
        if !text.isEmpty { text += "\n" }
        text += Explanation.text(assessment, catalogue)
        isError = isError || assessment.verdict == .error
      }
      guard !text.isEmpty else {
        throw Diagnostic(
          path: file, code: "unknown-application", Wording("没有申报编号“\(id)”", "no application '\(id)'"))
      }
      let sink = ByteSink()
      try sink.write(Bytes(text.utf8))
      try sink.finish()
    }
    if !workspace.isComplete || !isComplete { throw ExitCode.problem }
    if isError { throw ExitCode.failedRecords }
  }
}
