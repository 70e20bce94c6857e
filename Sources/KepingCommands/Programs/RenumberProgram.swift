import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingPlugins
import SystemPackage

/// The command `keping programs renumber ID OLD=NEW…`.
struct RenumberProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "renumber",
      abstract: localized("给方向改编号：目录、条款、示例和测试一起改", "Give directions other numbers in the manifest, clauses, examples and tests"),
      discussion: discussion(
        localized(
          "几个一起写，就可以对调。4=5 给项目类型和它的全部方向改号。注释和排版不动；有一处不能确定的，就什么都不改。",
          "Several at once may exchange their numbers. 4=5 renumbers a project type with all of its directions. Comments and formatting stay; nothing changes if anything cannot be decided."
        ),
        examples: [
          ("keping programs renumber jili-2025 5.1=5.2 5.2=5.1", localized("两个方向对调", "two directions change places"))
        ]))
  }

  @Argument(
    help: ArgumentHelp(localized("专项的id或目录", "The program's id or folder"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var id: String

  @Argument(
    help: ArgumentHelp(localized("旧编号=新编号，如 5.1=5.2", "The old and the new number, such as 5.1=5.2"), valueName: "old=new"),
    completion: .custom { _, _, _ in Completions.directions.map { "\($0)=" } })
  var numbers: [String]

  @OptionGroup var paths: PathOptions

  func run() throws {
    try changeDirections(of: id, paths) { plugin throws(Diagnostic) in
      try DirectionChanges(renumbering: numbers, in: plugin.manifest)
    }
  }
}

/// The command `keping programs drop ID DIRECTION…`.
struct DropDirections: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "drop",
      abstract: localized("去掉方向：目录、条款、示例和测试一起去掉", "Drop directions with their clauses, examples and tests"),
      discussion: discussion(
        localized("有一处不能确定的，就什么都不改。", "Nothing changes if anything cannot be decided."),
        examples: [("keping programs drop jili-2025 5.3", localized("指南取消了方向5.3", "the guideline has no direction 5.3 any more"))]
      ))
  }

  @Argument(
    help: ArgumentHelp(localized("专项的id或目录", "The program's id or folder"), valueName: "id|folder"),
    completion: .custom { _, _, _ in Completions.programs })
  var id: String

  @Argument(
    help: ArgumentHelp(localized("方向的编号，如 5.3", "The numbers of directions, such as 5.3"), valueName: "direction"),
    completion: .custom { _, _, _ in Completions.directions })
  var directions: [String]

  @OptionGroup var paths: PathOptions

  func run() throws {
    try changeDirections(of: id, paths) { plugin throws(Diagnostic) in
      try DirectionChanges(dropping: directions, in: plugin.manifest)
    }
  }
}
