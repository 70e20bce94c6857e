import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("Configuration and plugins are found where they are installed")
struct WorkspacePathsTests {
  @Test(
    "Installed files are found from the folder of the executable",
    arguments: [
      ("/usr/local/bin", "/usr/local/etc/keping/keping.yaml", "/usr/local/share/keping/Plugins"),
      ("/opt/keping/bin", "/opt/keping/etc/keping/keping.yaml", "/opt/keping/share/keping/Plugins"),
      ("/usr/bin", "/etc/keping/keping.yaml", "/usr/share/keping/Plugins"),
      ("/bin", "/etc/keping/keping.yaml", "/share/keping/Plugins"),
    ])
  func installed(_ program: FilePath, _ configuration: FilePath, _ plugins: FilePath) {
    #expect(WorkspacePaths.installedConfiguration(program) == configuration)
    #expect(WorkspacePaths.installedPlugins(program) == plugins)
  }

  @Test("A path that the user names is used unchanged, whether it exists or not")
  func named() throws {
    #expect(try WorkspacePaths.configuration("none/keping.yaml") == "none/keping.yaml")
    #expect(try WorkspacePaths.plugins("none") == "none")
  }
}
