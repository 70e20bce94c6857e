import Foundation
import KepingCore
import KepingPlugins
import KepingPrograms
import PluginFixtures
import SystemPackage

/// Plugins of one direction each in a temporary folder, which is removed when the object is deallocated.
public final class TemporaryPrograms {
  private let folder: URL
  private let ids: [String]

  /// A plugin of one direction.
  public struct Plugin {
    let id: String
    let direction: String
    let program: String
    let api: Int

    /// Creates a plugin.
    /// - Parameters:
    ///   - direction: the id of its direction, such as `1.1`.
    ///   - program: the text of `program.lua`.
    public init(_ id: String, direction: String = "1.1", _ program: String, api: Int = 1) {
      self.id = id
      self.direction = direction
      self.program = program
      self.api = api
    }
  }

  /// Writes the files of some plugins.
  public init(_ plugins: Plugin...) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    ids = plugins.map(\.id)
    for plugin in plugins {
      let type = plugin.direction.prefix { $0 != "." }
      let manifest = """
        id: \(plugin.id)
        version: 1.0.0
        api: \(plugin.api)
        year: 2024
        plan: { id: \(plugin.id), ordinal: 计划一, title: 演示（虚构） }
        projectTypes: [{ id: "\(type)", title: 类型, directions: [{ id: "\(plugin.direction)", title: 方向 }] }]
        """
      try TemporaryPlugin.write(plugin.program, manifest: manifest, to: folder.appendingPathComponent(plugin.id))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Returns the programs, all of them on.
  /// - Throws: ``Diagnostic`` if one of them cannot be loaded.
  public func load() throws -> Programs {
    var faults: [Diagnostic] = []
    let text = "programs: { \(ids.map { "\($0): on" }.joined(separator: ", ")) }\n"
    let programs = Programs(
      try PluginFolder(FilePath(folder.path)), Configuration(text, path: "keping.yaml", faults: &faults))
    for entry in programs.entries { if case .broken(let fault) = entry.status { throw fault.diagnostic } }
    return programs
  }

  /// Returns the programs themselves.
  /// - Throws: ``Diagnostic`` if one of them cannot be loaded.
  public func programs() throws -> [Program] {
    try load().entries.compactMap { entry in if case .on(_, let program) = entry.status { program } else { nil } }
  }
}
