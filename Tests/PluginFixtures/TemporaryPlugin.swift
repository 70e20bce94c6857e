import Foundation
import KepingCore
import KepingPlugins
import SystemPackage

/// The root folder of the package.
public let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A plugin of one direction in a temporary folder, which is removed when the object is deallocated.
public final class TemporaryPlugin {
  /// The folder of the plugin, whose name is the plugin's id.
  public let folder: URL

  /// Writes the plugin's files.
  /// - Parameters:
  ///   - program: The text of `program.lua`.
  ///   - files: The texts of other files, by their paths in the folder.
  ///   - id: The id of the plugin, if a manifest is given.
  ///   - manifest: The text of `plugin.yaml`; nil for ``manifest(api:)``.
  ///   - api: The version of the vocabulary, if no manifest is given.
  public init(
    _ program: String, files: [String: String] = [:], id: String = "demo", manifest: String? = nil, api: Int = 1
  ) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)/\(id)")
    try Self.write(program, manifest: manifest ?? Self.manifest(api: api), files: files, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  /// Writes the files of a plugin to a folder.
  public static func write(_ program: String, manifest: String, files: [String: String] = [:], to folder: URL) throws {
    var all = files
    all["program.lua"] = program
    all["plugin.yaml"] = manifest
    for (name, text) in all {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  /// The default manifest.
  public static let manifest = manifest(api: 1)

  /// Returns the default manifest with a version of the vocabulary.
  public static func manifest(api: Int) -> String {
    """
    id: demo
    version: 1.0.0
    api: \(api)
    year: 2024
    plan: { id: demo, ordinal: 计划一, title: 演示 }
    projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
    settings: { strict: { value: off, label: 从严 } }
    """
  }

  /// Loads the plugin.
  /// - Throws: ``Diagnostic``.
  public func load(_ limits: Limits = Limits()) throws(Diagnostic) -> PluginProgram {
    let plugin = try Plugin(FilePath(folder.path))
    do throws(LoadFailure) { return try PluginProgram(plugin, limits: limits) } catch { throw error.diagnostic }
  }

  /// Returns the diagnostic of a program that does not load, or nil if it loads.
  public static func fault(_ program: String) throws -> Diagnostic? {
    let plugin = try TemporaryPlugin(program)
    do throws(Diagnostic) {
      _ = try plugin.load()
      return nil
    } catch {
      return error
    }
  }
}
