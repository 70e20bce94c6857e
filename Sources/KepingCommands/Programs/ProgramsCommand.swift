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
      discussion: discussion(examples: [("keping programs list", localized("各专项是否启用", "which programs are on"))]),
      subcommands: [
        ListPrograms.self, ShowProgram.self, EnableProgram.self, DisableProgram.self, NewProgram.self, CheckPrograms.self,
        TestPrograms.self, MakeExamples.self, RenumberProgram.self, DropDirections.self, DocumentProgram.self,
        ShowVocabulary.self, WriteStubs.self,
      ])
  }
}

/// The command `keping programs list`.
struct ListPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: localized("列出所有专项", "List all programs"),
      discussion: discussion(examples: [("keping programs list", localized("各专项是否启用", "which programs are on"))]))
  }

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    try reporting { () throws(Diagnostic) in
      var text = ""
      for entry in workspace.programs.catalogue.entries { text += ProgramSheet.line(entry) }
      try ByteSink().write(Bytes(text.utf8))
    }
    workspace.showIgnoredFaults()
    if !workspace.isComplete { throw ExitCode.problem }
  }
}

/// The command `keping programs show ID`.
struct ShowProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: localized("查看一个专项", "Show one program"),
      discussion: discussion(examples: [
        ("keping programs show jili-2024", localized("方向和设置", "its directions and settings"))
      ]))
  }

  @Argument(
    help: ArgumentHelp(localized("专项的id", "The program's id"), valueName: "id"),
    completion: .custom { _, _, _ in Completions.programs })
  var id: String

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    let entry = try reporting { () throws(Diagnostic) in
      let entries = workspace.programs.catalogue.entries
      guard let entry = entries.first(where: { $0.reference.id == id }) else {
        throw workspace.folder.unknownProgram(id)
      }
      try ByteSink().write(Bytes(ProgramSheet.text(entry).utf8))
      return entry
    }
    // The fault of another program, which was printed, does not concern this one.
    if case .broken = entry.status { throw ExitCode.problem }
    // A program that is off may be broken, too.
    if let fault = workspace.folder.unreadable.first(where: { $0.plugin.id == id })?.fault {
      Console.show(fault)
      throw ExitCode.problem
    }
  }
}
