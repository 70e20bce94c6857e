import ArgumentParser
import KepingBatch
import KepingCore
import KepingPlugins

/// `keping programs new ID --year … --plan …`
struct NewProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: say("新建专项插件：能加载，带一个方向、一个示例和一个测试", "Make a plugin that loads, with one direction, an example and a test"))
  }

  @Argument(help: ArgumentHelp(say("专项的id，如 jili-2025", "The program's id, such as jili-2025"), valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp(say("指南年度", "The guideline's year")))
  var year: Int

  @Option(help: ArgumentHelp(say("计划的id，如 jili", "The plan's id, such as jili")))
  var plan: String

  @OptionGroup var places: PlaceOptions

  func validate() throws {
    guard (1900...9999).contains(year) else {
      throw ValidationError(say("年度应为1900至9999", "the year is between 1900 and 9999"))
    }
    let allowed = plan.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
    guard allowed && !plan.isEmpty else {
      throw ValidationError(say("计划的id只能用小写字母、数字和连字符", "a plan's id may have lower-case letters, digits and hyphens only"))
    }
  }

  func run() throws {
    try reporting { () throws(Diagnostic) in
      let folder = try Places.plugins(places.plugins)
      try Scaffold.write(id: id, year: year, plan: plan, in: folder)
      let place = folder.appending(id).string
      Console.write(
        say(
          "已建立 \(place)。下一步：keping programs test \(id)；写好后 keping programs enable \(id)",
          "made \(place). Next: keping programs test \(id); when it is ready, keping programs enable \(id)"))
    }
  }
}
