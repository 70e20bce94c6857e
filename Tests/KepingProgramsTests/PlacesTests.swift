import SystemPackage
import Testing

@testable import KepingPrograms

@Suite("Configuration and plugins are found where they are installed")
struct PlacesTests {
  @Test(
    "What is installed is found from the program's own folder",
    arguments: [
      ("/usr/local/bin", "/usr/local/etc/keping/keping.yaml", "/usr/local/share/keping/Plugins"),
      ("/opt/keping/bin", "/opt/keping/etc/keping/keping.yaml", "/opt/keping/share/keping/Plugins"),
      ("/usr/bin", "/etc/keping/keping.yaml", "/usr/share/keping/Plugins"),
      ("/bin", "/etc/keping/keping.yaml", "/share/keping/Plugins"),
    ])
  func installed(_ program: FilePath, _ configuration: FilePath, _ plugins: FilePath) {
    #expect(Places.installedConfiguration(program) == configuration)
    #expect(Places.installedPlugins(program) == plugins)
  }

  @Test("What is named is taken as it is named, whether it is there or not")
  func named() throws {
    #expect(try Places.configuration("none/keping.yaml") == "none/keping.yaml")
    #expect(try Places.plugins("none") == "none")
  }
}
