import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping programs stubs [ID|FOLDER…]`.
struct WriteStubs: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "stubs",
      abstract: localized(
        "为编辑器生成词汇和字段的定义（lua-language-server、luacheck）",
        "Write definitions of vocabulary and fields for editors (lua-language-server, luacheck)"),
      discussion: discussion(
        localized(
          "写入 .keping 目录、.luarc.json 和 .luacheckrc；只生成几个专项时，已有的 .luacheckrc 不动。",
          "Writes the folder .keping, .luarc.json and .luacheckrc. If only some programs are named, an existing .luacheckrc is kept."
        ),
        examples: [("keping programs stubs", localized("全部专项，写入插件目录", "for all programs, into the plugin folder"))]))
  }

  @OptionGroup var choice: PluginChoice

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(localized("写入的目录（默认插件目录）", "The output folder (default: the plugin folder)"), valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: ArgumentHelp(localized("覆盖不是由本命令生成的设置", "Replace settings that this command did not create")))
  var force = false

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var isComplete = faults.isEmpty
    var programs: [(folder: String, program: Program)] = []
    try reporting { () throws(Diagnostic) in
      var folder = FilePath(output ?? "")
      if output == nil { folder = try WorkspacePaths.plugins(choice.paths.plugins) }
      let stubs = folder.appending(".keping")
      try Folder.make(stubs)
      try Folder.write(EditorStubs.vocabulary, to: stubs.appending("keping.lua"))
      try Folder.write(EditorStubs.sandbox, to: stubs.appending("lua.lua"))
      for plugin in plugins {
        do throws(Diagnostic) {
          let program = try load(plugin).program
          try Folder.write(EditorStubs.fields(of: plugin, program), to: stubs.appending("\(plugin.id).lua"))
          programs.append((FilePath(plugin.path).lastComponent?.string ?? plugin.id, program))
        } catch {
          Console.show(error)
          isComplete = false
        }
      }
      try writeSettings(EditorStubs.languageServer, to: folder.appending(".luarc.json"))
      // Settings written for some plugins only would lack the names of the others.
      let luacheck = folder.appending(".luacheckrc")
      if force || (choice.names.isEmpty && isComplete) || !Folder.hasFile(luacheck) {
        try writeSettings(EditorStubs.luacheck(programs, in: ""), to: luacheck)
      }
      Console.write(localized("已写入 \(stubs.string)", "wrote \(stubs.string)"))
    }
    if !isComplete { throw ExitCode.problem }
  }

  /// Writes settings, but does not replace a file that an author has written, unless `--force` is given.
  private func writeSettings(_ text: String, to path: FilePath) throws(Diagnostic) {
    if !force, (try? path.stat()) != nil {
      let old = try FileText.readText(path, limit: 1 << 20)
      guard old.contains(EditorStubs.mark) else {
        throw Diagnostic(
          path: path.string, code: "file-exists",
          Wording("不是由本命令生成的，没有改动；要覆盖请加 --force", "not created by this command and left unchanged; add --force to replace it"))
      }
    }
    try Folder.write(text, to: path)
  }
}
