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
  ///   - manifest: The text of `plugin.yaml`; nil for ``manifest``.
  public init(_ program: String, files: [String: String] = [:], manifest: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)/demo")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var all = files
    all["program.lua"] = program
    all["plugin.yaml"] = manifest ?? Self.manifest
    for (name, text) in all {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  /// The default manifest.
  public static let manifest = """
    id: demo
    version: 1.0.0
    api: 1
    year: 2024
    plan: { id: demo, ordinal: 计划一, title: 演示 }
    projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
    settings: { strict: { value: off, label: 从严 } }
    """

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
