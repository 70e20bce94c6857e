import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import KepingReports
import SystemPackage

/// The command `keping programs docs ID|FOLDER`.
struct DocumentProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "docs",
      abstract: localized(
        "由插件生成说明：每个方向、条款、怎样判断、字段、界限和分值",
        "Generate a page about a program: directions, clauses, descriptions of their checks, fields, bounds and points"),
      discussion: discussion(examples: [
        (
          localized("keping programs docs jili-2024 -o 说明.html", "keping programs docs jili-2024 -o jili.html"),
          localized("可以打印的网页", "a page that can be printed")
        )
      ]))
  }

  /// The format of the page.
  enum Form: String, CaseIterable, ExpressibleByArgument { case md, html }

  @Argument(
    help: ArgumentHelp(localized("专项的id或目录", "The id or the folder of a program"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var name: String

  @OptionGroup var paths: PathOptions

  @Option(help: ArgumentHelp(localized("格式（默认按文件名，否则md）", "The format (default: by the extension of the output file, else md)")))
  var format: Form?

  @OptionGroup var target: OutputOptions

  func validate() throws {
    if format == nil, let output = target.output, Form(fileName: output) == nil {
      throw ValidationError(
        localized("文件名“\(output)”应以.md或.html结尾，或用 --format 指定格式", "'\(output)' ends with neither .md nor .html; specify --format")
      )
    }
  }

  func run() throws {
    try reporting(target.requireNewFile)
    let (plugins, faults) = try PluginChoice(names: [name], paths: paths).plugins()
    for fault in faults { Console.show(fault) }
    guard let plugin = plugins.first, faults.isEmpty else { throw ExitCode.problem }
    try reporting { () throws(Diagnostic) in
      let page = ProgramDocument.make(try load(plugin))
      let form = format ?? target.output.flatMap(Form.init(fileName:)) ?? .md
      try target.write(form == .html ? page.html.text : page.markdown)
    }
  }
}

extension DocumentProgram.Form {
  /// Creates the format for the extension of a file name; nil for any other extension.
  init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".md") {
      self = .md
    } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
      self = .html
    } else {
      return nil
    }
  }
}
