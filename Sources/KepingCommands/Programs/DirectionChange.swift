import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// Changes directions of a plugin and the configuration's keys of this program, and tells what has changed.
func changeDirections(
  of id: String, _ paths: PathOptions, _ read: (Plugin) throws(Diagnostic) -> DirectionChanges
) throws {
  let (plugins, faults) = try PluginChoice(names: [id], paths: paths).plugins()
  for fault in faults { Console.show(fault) }
  guard let plugin = plugins.first else { throw ExitCode.problem }
  let renumbering = try reporting { () throws(Diagnostic) in
    let changes = try read(plugin)
    let renumbering = try Renumbering(plugin, changes)
    let names = try configurationNames(paths, plugin, changes)
    for fault in renumbering.faults { Console.show(fault) }
    guard renumbering.faults.isEmpty else { return renumbering }
    let isChanged = (names?.names.changed ?? 0) > 0
    try renumbering.write(
      configuration: isChanged ? names.map { ($0.path, $0.old, $0.names.text) } : nil)
    show(renumbering)
    if let names, isChanged {
      Console.write(
        localized(
          "  \(names.path.string)：\(names.names.changed)处", "  \(names.path.string): \(counted(names.names.changed, "change"))"))
    }
    for line in names?.names.open ?? [] { Console.show(line) }
    return renumbering
  }
  guard renumbering.faults.isEmpty else {
    Console.write(localized("什么都没有改", "nothing was changed"))
    throw ExitCode.problem
  }
  showRest(renumbering)
  if !renumbering.remaining.isEmpty { throw ExitCode.problem }
}

/// Returns the places of the configuration that name the directions; nil if there is no configuration.
private func configurationNames(
  _ paths: PathOptions, _ plugin: Plugin, _ changes: DirectionChanges
) throws(Diagnostic) -> (path: FilePath, old: String, names: ConfigurationNames)? {
  guard let path = try? WorkspacePaths.configuration(paths.config), Folder.hasFile(path) else { return nil }
  let old = try FileText.readText(path, limit: 4 << 20)
  return (path, old, try ConfigurationNames(old, path: path.string, program: plugin.id, changes))
}

/// Prints the files that have changed.
private func show(_ renumbering: Renumbering) {
  Console.write(localized("已改：", "changed:"))
  for (path, changes, newPath) in renumbering.files {
    let name = newPath.map { " → \($0)" } ?? ""
    Console.write(localized("  \(path)\(name)：\(changes)处", "  \(path)\(name): \(counted(changes, "change"))"))
  }
  for path in renumbering.removedFiles { Console.write(localized("  \(path)：已删去", "  \(path): removed")) }
}

/// Prints the result of the tests, and what is left to do.
private func showRest(_ renumbering: Renumbering) {
  for diagnostic in renumbering.remaining { Console.show(diagnostic) }
  if !renumbering.remaining.isEmpty {
    Console.write(localized("上面这些只有去掉的方向用过，请删去，再运行测试", "only the dropped directions used these: delete them, then run the tests"))
  }
  if let after = renumbering.tests.after {
    Console.write(
      localized(
        "\(after.all)个用例，\(after.passed)个通过（改之前\(renumbering.tests.before.all)个，\(renumbering.tests.before.passed)个通过）",
        "\(after.passed) of \(counted(after.all, "test case")) pass (before: \(renumbering.tests.before.passed) of \(renumbering.tests.before.all))"
      ))
  }
  guard !renumbering.mentions.isEmpty else { return }
  let lines = renumbering.mentions.map { "\($0)" }
  Console.write(
    localized(
      "还写着旧编号、没有动的地方，请看一看：\(lines.joined(separator: "、"))",
      "not changed, but still with the old numbers: \(lines.joined(separator: ", "))"))
}
