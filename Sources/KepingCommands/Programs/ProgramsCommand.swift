import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingReports
import SystemPackage

/// The command `keping programs …`.
struct ProgramsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "programs",
      abstract: localized("查看、启用、关闭、新建、检查和测试专项", "List, show, switch, create, check and test programs"),
      subcommands: [
        ListPrograms.self, ShowProgram.self, EnableProgram.self, DisableProgram.self, NewProgram.self, CheckPrograms.self,
        TestPrograms.self, DocumentProgram.self, ShowVocabulary.self, WriteStubs.self,
      ])
  }
}

/// The command `keping programs list`.
struct ListPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: localized("列出所有专项", "List all programs"))
  }

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    try reporting { () throws(Diagnostic) in
      var text = ""
      for entry in workspace.programs.catalogue.entries { text += ProgramSheet.line(entry) }
      try ByteSink().write(Bytes(text.utf8))
    }
    if !workspace.isComplete { throw ExitCode.problem }
  }
}

/// The command `keping programs show ID`.
struct ShowProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: localized("查看一个专项", "Show one program"))
  }

  @Argument(help: ArgumentHelp(localized("专项的id", "The program's id"), valueName: "id"))
  var id: String

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    try reporting { () throws(Diagnostic) in
      let entries = workspace.programs.catalogue.entries
      guard let entry = entries.first(where: { $0.reference.id == id }) else {
        throw unknownProgram(id, entries.map(\.reference.id))
      }
      try ByteSink().write(Bytes(ProgramSheet.text(entry).utf8))
    }
  }
}

/// Returns the error for an id that no plugin has.
func unknownProgram(_ id: String, _ known: [String]) -> Diagnostic {
  Diagnostic(code: "unknown-program", Wording("没有专项“\(id)”", "no program '\(id)'").suggesting(id, among: known))
}
