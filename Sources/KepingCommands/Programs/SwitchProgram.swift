import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping programs enable ID…`.
struct EnableProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "enable",
      abstract: localized("启用专项：只改配置中的那一行", "Switch programs on; changes only their lines of the configuration"),
      discussion: discussion(examples: [("keping programs enable jili-2024", localized("启用计划二", "switch on plan 2"))]))
  }

  @Argument(
    help: ArgumentHelp(localized("专项的id", "The program's id"), valueName: "id"),
    completion: .custom { _, _, _ in Completions.programs })
  var ids: [String]

  @OptionGroup var paths: PathOptions

  func run() throws { try switchPrograms(ids, isOn: true, paths) }
}

/// The command `keping programs disable ID…`.
struct DisableProgram: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "disable",
      abstract: localized("关闭专项：只改配置中的那一行", "Switch programs off; changes only their lines of the configuration"),
      discussion: discussion(examples: [("keping programs disable zhuji-2024", localized("关闭计划三", "switch off plan 3"))]))
  }

  @Argument(
    help: ArgumentHelp(localized("专项的id", "The program's id"), valueName: "id"),
    completion: .custom { _, _, _ in Completions.programs })
  var ids: [String]

  @OptionGroup var paths: PathOptions

  func run() throws { try switchPrograms(ids, isOn: false, paths) }
}

/// Switches programs on or off in the text of the configuration.
private func switchPrograms(_ ids: [String], isOn: Bool, _ options: PathOptions) throws {
  let faults = try reporting { () throws(Diagnostic) -> [Diagnostic] in
    let path = try WorkspacePaths.configuration(options.config)
    let folder = try PluginFolder(try WorkspacePaths.plugins(options.plugins))
    let unreadable = folder.unreadable.map(\.plugin.id).filter(Manifest.isIdentifier)
    let known = folder.plugins.map(\.id) + unreadable
    let old = try FileText.readText(path, limit: 4 << 20)
    var text = old
    for id in ids {
      guard known.contains(id) else { throw folder.unknownProgram(id) }
      if isOn, let plugin = folder.plugins.first(where: { $0.id == id }) { try refuseDraft(plugin) }
      text = try ConfigurationSwitch.text(text, path: path.string, program: id, isOn: isOn)
    }
    if text != old { try Folder.write(text, to: path) }
    for id in ids {
      Console.write(isOn ? localized("\(id) 已启用", "\(id) is on") : localized("\(id) 已关闭", "\(id) is off"))
    }
    return isOn ? folder.unreadable.filter { ids.contains($0.plugin.id) }.map(\.fault) : []
  }
  // The line of the configuration is right, but nothing can be evaluated before the manifest is corrected.
  for fault in faults { Console.show(fault) }
  if !faults.isEmpty { throw ExitCode.problem }
}

/// Refuses to switch on a draft, which must not evaluate anybody.
///
/// Any other fault is left to `keping programs check`, since the settings of the configuration may avoid it.
/// - Throws: ``Diagnostic`` with code `undecided`.
private func refuseDraft(_ plugin: Plugin) throws(Diagnostic) {
  do throws(LoadFailure) { _ = try PluginProgram(plugin) } catch {
    if error.diagnostic.code == "undecided" { throw error.diagnostic }
  }
}
