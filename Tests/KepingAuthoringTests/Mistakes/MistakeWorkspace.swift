import Foundation
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage
import Testing

/// The ``InventedProgram`` in a temporary folder, with the change of a mistake.
final class MistakeWorkspace {
  private let folder: URL

  /// Writes the files, and makes the change of a mistake.
  init(_ mistake: Mistake? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-mistake-\(UUID().uuidString)")
    for (path, text) in InventedProgram.files { try write([UInt8](text.utf8), to: path) }
    if let mistake { try change(Self.path(mistake.file), mistake.edit) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Returns the path in the workspace of a file that a mistake names.
  private static func path(_ file: String) -> String {
    file.hasPrefix("Config/") || file.hasPrefix("Plugins/") ? file : "\(InventedProgram.plugin)/\(file)"
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private func change(_ path: String, _ edit: Mistake.Edit) throws {
    let file = folder.appendingPathComponent(path)
    switch edit {
    case .replace(let old, let new):
      let text = try String(contentsOf: file, encoding: .utf8)
      try #require(text.contains(old), "\(path) has no \(old)")
      try write([UInt8](text.replacing(old, with: new, maxReplacements: 1).utf8), to: path)
    case .write(let bytes): try write(bytes, to: path)
    case .convert(let convert): try write(convert([UInt8](try Data(contentsOf: file))), to: path)
    case .rename(let new): try FileManager.default.moveItem(at: file, to: folder.appendingPathComponent(Self.path(new)))
    case .remove: try FileManager.default.removeItem(at: file)
    case .folder:
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    }
  }

  /// Returns what a command tells about the workspace, with paths that begin in the plugin's folder.
  func findings(by route: Mistake.Route) throws -> [Diagnostic] {
    let plugins = try PluginFolder(FilePath(folder.appendingPathComponent("Plugins").path))
    var findings = plugins.faults
    switch route {
    case .check: for plugin in plugins.plugins { findings += PluginCheck(plugin).diagnostics }
    case .tests: for plugin in plugins.plugins { findings += testFindings(plugin) }
    case .configuration: findings += configurationFindings(plugins)
    }
    return findings.map { finding in
      var finding = finding
      for prefix in [folder.appendingPathComponent(InventedProgram.plugin).path + "/", folder.path + "/"] {
        if finding.path.hasPrefix(prefix) { finding.path.removeFirst(prefix.count) }
      }
      return finding
    }
  }

  /// Returns the faults of the tests, and an error for each difference of a test that fails.
  private func testFindings(_ plugin: Plugin) -> [Diagnostic] {
    let report = TestReport(plugin, TestRequest())
    return report.faults
      + report.results.flatMap { result in
        result.differences.map { difference in
          Diagnostic(
            path: result.location.path, line: result.location.line, column: result.column, code: "failed-test", difference)
        }
      }
  }

  /// Returns the faults of the configuration and of the plugins under it.
  private func configurationFindings(_ plugins: PluginFolder) -> [Diagnostic] {
    let file = FilePath(folder.appendingPathComponent("Config/keping.yaml").path)
    var faults: [Diagnostic] = []
    do throws(Diagnostic) {
      let configuration = Configuration(try FileText.readText(file, limit: 1 << 20), path: file.string, faults: &faults)
      if faults.isEmpty { faults = Programs(plugins, configuration).configurationFaults }
    } catch {
      faults.append(error)
    }
    return faults
  }
}
