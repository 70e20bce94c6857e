import BatchFixtures
import Foundation
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// A temporary folder with copies of shipped plugins, some of which may be changed.
final class CopiedPlugins {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")

  /// Copies shipped plugins.
  init(_ ids: [String] = ["jianfeng-2024", "jili-2024", "zhuji-2024"]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for id in ids { try copy(id, to: id) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Copies a shipped plugin to a folder.
  func copy(_ id: String, to name: String) throws {
    try FileManager.default.copyItem(
      at: root.appendingPathComponent("Plugins/\(id)"), to: folder.appendingPathComponent(name))
  }

  /// Copies a shipped plugin of 2024 as the plugin of 2025.
  func copyToNextYear(_ plan: String) throws {
    try copy("\(plan)-2024", to: "\(plan)-2025")
    try changeManifest("\(plan)-2025") {
      $0.replacing("id: \(plan)-2024", with: "id: \(plan)-2025").replacing("year: 2024", with: "year: 2025")
    }
  }

  /// Changes the text of a manifest.
  func changeManifest(_ name: String, _ change: (String) -> String) throws {
    let text = try String(contentsOf: manifest(name), encoding: .utf8)
    try change(text).write(to: manifest(name), atomically: true, encoding: .utf8)
  }

  /// The manifest of a plugin.
  func manifest(_ name: String) -> URL { folder.appendingPathComponent("\(name)/plugin.yaml") }

  /// Returns the programs under a configuration with assignments of `--set`, and all errors of the configuration.
  func programs(_ text: String, set: [String] = []) throws -> (programs: Programs, faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    var configuration = Configuration(text, path: "keping.yaml", faults: &faults)
    for assignment in set {
      do throws(Diagnostic) { try configuration.set(assignment) } catch { faults.append(error) }
    }
    let programs = Programs(try PluginFolder(FilePath(folder.path)), configuration)
    return (programs, faults + programs.configurationFaults)
  }
}

extension Programs {
  /// Returns the loaded program with an id.
  func program(_ id: String) -> Program? {
    for entry in entries where entry.plugin.id == id { if case .on(_, let program) = entry.status { return program } }
    return nil
  }
}

extension Program {
  /// Returns the texts of a clause's bounds.
  func boundTexts(_ clause: String) -> [String] {
    guard let found = directions.lazy.flatMap(\.clauses).first(where: { $0.id == clause }), let check = found.check else {
      return []
    }
    return checks.bounds(of: check).map(\.bound.text)
  }

  /// Returns the weight of a criterion.
  func weight(_ criterion: String) -> Double? {
    directions.lazy.flatMap(\.criteria).first { $0.id == criterion }?.weight
  }

  /// Returns the direction with an id.
  func direction(_ id: String) -> Direction? { directions.first { $0.id == id } }
}
