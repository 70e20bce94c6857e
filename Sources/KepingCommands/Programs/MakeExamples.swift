import ArgumentParser
import KepingAuthoring
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping programs example FILE`.
struct MakeExamples: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "example",
      abstract: localized("把填好的工作簿或CSV变成示例申报书（JSON）", "Make example applications (JSON) of a filled workbook or CSV file"),
      discussion: discussion(
        localized(
          "先用模板填几份，再变成 examples/ 里的示例。专项启用与否都行。示例随插件分发，所以单位、人员、平台和项目的名称换成虚构的，证件号码、电话、邮箱和信用代码去掉；本来就是虚构的，加 --keep-names。摘要之类的文字不会改，请自己看一遍。",
          "Fill in a template, then make the examples of a plugin, which may be on or off. Since examples go wherever the plugin goes, the names of units, people, platforms and projects are replaced by invented ones, and identity numbers, phones, e-mail addresses and credit codes are left out; add --keep-names if they are invented already. Other texts, such as abstracts, stay: read them."
        ),
        examples: [
          (
            localized("keping programs example 填好的.xlsx -o 4.1.json", "keping programs example filled.xlsx -o 4.1.json"),
            localized("写成示例文件", "write a file of examples")
          )
        ]))
  }

  @Argument(help: ArgumentHelp(localized("工作簿或CSV", "A workbook or CSV file"), valueName: "file"), completion: .file())
  var file: String

  @Flag(help: ArgumentHelp(localized("名称、代码和联系方式都不改", "Keep names, codes and contact details as they are")))
  var keepNames = false

  @OptionGroup var target: OutputOptions

  @Option(
    name: .customLong("plugins"),
    help: ArgumentHelp(
      localized("插件目录（默认从当前目录向上找 Plugins）", "The plugin folder (default: Plugins in the current folder or its parents)"),
      valueName: "folder"),
    completion: .directory)
  var pluginFolder: String?

  func run() throws {
    try reporting(target.requireNewFile)
    let folder = try reporting { () throws(Diagnostic) in try PluginFolder(try WorkspacePaths.plugins(pluginFolder)) }
    for fault in folder.faults { Console.show(fault) }
    let programs = try reporting { () throws(Diagnostic) in try Programs(allOf: folder) }
    for fault in programs.pluginFaults where !folder.faults.contains(where: { $0.path == fault.path }) { Console.show(fault) }
    var examples = ExampleText(keepsNames: keepNames)
    var failed = 0
    let isComplete = try reporting { () throws(Diagnostic) in
      try Batch(programs).readApplications(
        try Input(file, programs: programs), report: { Console.show($0) }
      ) { assessment, application throws(Diagnostic) in
        if let failure = assessment.failure {
          failed += 1
          Console.show(fault(of: assessment, failure))
          return
        }
        do throws(JSONFault) { try examples.add(application) } catch {
          throw Diagnostic(path: file, code: "invalid-example", error.wording)
        }
      }
    }
    try reporting { () throws(Diagnostic) in
      guard examples.count > 0 else {
        throw Diagnostic(path: file, code: "no-applications", Wording("没有可以做示例的申报书", "no application can become an example"))
      }
      try target.write(examples.text)
    }
    report(examples)
    if failed > 0 || !isComplete { throw ExitCode.problem }
  }

  private func fault(of assessment: Assessment, _ failure: EvaluationFailure) -> Diagnostic {
    let id = (assessment.id ?? "?").printable(limit: 60)
    let problems = assessment.problems.filter { $0.code == .invalidRecord }.map(\.message)
    let reason = problems.isEmpty ? failure.message : problems.joined(separator: "；")
    return Diagnostic(
      path: file, code: "invalid-example",
      Wording("申报书“\(id)”不能做示例：\(reason)", "the application '\(id)' cannot become an example: \(reason)"))
  }

  /// Says how many examples there are and what was replaced in them.
  private func report(_ examples: ExampleText) {
    let count = examples.count
    guard !keepNames, examples.replacedNames > 0 else {
      return Console.write(localized("\(count)份示例", counted(count, "example")))
    }
    Console.write(
      localized(
        "\(count)份示例，换了\(examples.replacedNames)个名称；摘要等文字没有改，请看一遍有没有真实的单位和人",
        "\(counted(count, "example")), \(counted(examples.replacedNames, "name")) replaced; other texts were kept: see that they name no real unit or person"
      ))
  }
}
