import Foundation
import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

/// A plugin with one direction and a given program, in a temporary folder.
final class FailingPlugin {
  private let folder: URL

  init(_ program: String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    let plugin = folder.appendingPathComponent("failing")
    try FileManager.default.createDirectory(at: plugin, withIntermediateDirectories: true)
    try """
    id: failing
    version: 1.0.0
    api: 1
    year: 2024
    plan: { id: failing, ordinal: 计划一, title: 出错（虚构） }
    projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
    """.write(to: plugin.appendingPathComponent("plugin.yaml"), atomically: false, encoding: .utf8)
    try program.write(to: plugin.appendingPathComponent("program.lua"), atomically: false, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Returns the program under tight limits; two exceeded limits in a row set it aside.
  /// - Parameter configuration: further lines of the configuration.
  func programs(_ configuration: String = "") throws -> Programs {
    var faults: [Diagnostic] = []
    let text =
      "programs: { failing: on }\nlimits: { instructions: 1000000, memoryMegabytes: 2, killsInARow: 2 }\n" + configuration
    return Programs(try PluginFolder(FilePath(folder.path)), Configuration(text, path: "keping.yaml", faults: &faults))
  }

  /// Returns an application for the plugin with a number of sites.
  static func application(_ id: String, sites: Int) -> String {
    """
    {"id":"\(id)","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"},\
    "expected":{"sites":\(sites)}}
    """
  }
}
