import Foundation
import KepingCore
import KepingPlugins
import SystemPackage

/// The folder of the package.
public let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A plugin of one direction in a folder of its own, which is removed with it.
public final class TemporaryPlugin {
  /// The folder of the plugin, which is named for its id.
  public let folder: URL

  /// Writes the plugin: its `program.lua`, and other files by their paths within it.
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

  /// The manifest of a plugin that is given none.
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

  /// Why a program does not load; nil if it does.
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
