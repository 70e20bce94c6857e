import KepingPrograms
import PluginFixtures

/// A plugin with one direction and a given program, in a temporary folder.
struct FailingPlugin {
  private let plugin: TemporaryPlugin

  init(_ program: String) throws {
    let manifest = """
      id: failing
      version: 1.0.0
      api: 1
      year: 2024
      plan: { id: failing, ordinal: 计划一, title: 出错（虚构） }
      projectTypes: [{ id: "1", title: 类型, directions: [{ id: "1.1", title: 方向 }] }]
      """
    plugin = try TemporaryPlugin(program, id: "failing", manifest: manifest)
  }

  /// Returns the program under tight limits; two exceeded limits in a row set it aside.
  /// - Parameter configuration: further lines of the configuration.
  func programs(_ configuration: String = "") throws -> Programs {
    let limits = "limits: { instructions: 1000000, memoryMegabytes: 2, killsInARow: 2 }\n"
    return try plugin.programs(limits + configuration).programs
  }

  /// Returns an application for the plugin with a number of sites.
  static func application(_ id: String, sites: Int) -> String {
    """
    {"id":"\(id)","year":2024,"direction":"1.1","title":"虚构","applicant":{"name":"示例公司（虚构）","kind":"enterprise"},\
    "expected":{"sites":\(sites)}}
    """
  }
}
