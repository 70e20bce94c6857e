import KepingCore
import KepingPlugins
import KepingPrograms
import SystemPackage

extension TemporaryPlugin {
  /// Returns the plugin as the only program of a configuration, and the faults of the configuration.
  /// - Parameters:
  ///   - isOn: Whether the plugin is switched on.
  ///   - configuration: Further lines of the configuration.
  ///   - assignments: Assignments as the option `--set` has them.
  public func programs(
    isOn: Bool = true, _ configuration: String = "", set assignments: [String] = []
  ) throws(Diagnostic) -> (programs: Programs, faults: [Diagnostic]) {
    var faults: [Diagnostic] = []
    let text = "programs: { \(folder.lastPathComponent): \(isOn ? "on" : "off") }\n" + configuration
    var configuration = Configuration(text, path: "keping.yaml", faults: &faults)
    for assignment in assignments {
      do throws(Diagnostic) { try configuration.set(assignment) } catch { faults.append(error) }
    }
    let programs = Programs(try PluginFolder(FilePath(folder.deletingLastPathComponent().path)), configuration)
    return (programs, faults + programs.configurationFaults)
  }
}
