import Foundation
import KepingCore
import KepingPlugins
import PluginFixtures
import SystemPackage
import Testing

@Suite("What a manifest that is not valid says is kept")
struct ManifestFolderTests {
  /// Returns the unreadable plugin of a folder `demo-2023` with a manifest.
  static func unreadable(_ manifest: String) throws -> UnreadablePlugin {
    let plugins = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: plugins) }
    let folder = plugins.appendingPathComponent("demo-2023")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try manifest.write(to: folder.appendingPathComponent("plugin.yaml"), atomically: true, encoding: .utf8)
    let found = try PluginFolder(FilePath(plugins.path))
    #expect(found.plugins.isEmpty && found.faults.count == 1)
    return try #require(found.unreadable.first)
  }

  @Test(
    "Id, year and directions are those of the manifest if they are valid, otherwise those of the folder's name",
    arguments: [
      ("api: 1", "api: 99", "demo 2024 1.1", true), ("api: 1\n", "", "demo 2024 1.1", true),
      ("id: demo\n", "", "demo-2023 2024 1.1", false), ("id: demo\n", "id: ../demo\n", "demo-2023 2024 1.1", false),
      ("year: 2024", "year: 20240", "demo 2023 1.1", true), ("year: 2024", "year: [", "demo 2023 ", true),
      ("settings", "setings", "demo 2024 1.1", true), ("label: 从严", "label: [", "demo 2024 1.1", true),
      ("\"1.1\"", "\"2.1\"", "demo 2024 ", true), ("version: 1.0.0", "version: \"\\e[31m\"", "demo 2024 1.1", true),
      ("id: demo", "id: [", "demo-2023 2023 ", false),
    ])
  func parts(_ old: String, _ new: String, _ expected: String, _ hasOwnID: Bool) throws {
    let unreadable = try Self.unreadable(TemporaryPlugin.manifest.replacing(old, with: new))
    let manifest = unreadable.plugin.manifest
    let directions = manifest.directions.map(\.heading.id).joined(separator: " ")
    #expect("\(manifest.reference.id) \(manifest.year) \(directions)" == expected)
    #expect(unreadable.hasOwnID == hasOwnID && unreadable.hasAllDirections == !directions.isEmpty)
    #expect(manifest.plan.title.isEmpty == false)
  }

  @Test("Directions before an error are known, but not to be all")
  func partOfDirections() throws {
    let manifest = """
      id: demo
      year: 2024
      projectTypes:
        - { id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }
        - { id: "2", title: 类型, directions: [{ id: "2.1", title: ]
      """
    let unreadable = try Self.unreadable(manifest)
    #expect(unreadable.plugin.manifest.directions.map(\.heading.id).contains("1.1"))
    #expect(!unreadable.hasAllDirections)
  }

  @Test("The year of the folder's name is a year of four digits at its end")
  func yearOfFolder() throws {
    #expect(try Self.unreadable("id: [").plugin.manifest.year == 2023)
  }
}
