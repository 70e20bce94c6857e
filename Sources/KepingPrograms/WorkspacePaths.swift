import KepingCore
import KepingFiles
import SystemPackage

/// Finds the configuration and the plugins.
///
/// They are searched for in this order: the path that the user names, the current folder and its parents, the installed files.
public enum WorkspacePaths {
  /// Returns the path of the configuration file.
  ///
  /// - Throws: ``Diagnostic`` with code `no-configuration`.
  public static func configuration(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find(
      "Config/keping.yaml", installed: installedConfiguration, Folder.hasFile, ConfigurationFault.noConfiguration)
  }

  /// Returns the path of the plugin folder.
  ///
  /// - Throws: ``Diagnostic`` with code `no-plugins`.
  public static func plugins(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find("Plugins", installed: installedPlugins, Folder.exists, ConfigurationFault.noPlugins)
  }

  /// Returns where `.ci/install` puts the configuration if the executable is in a folder such as `/usr/local/bin`.
  static func installedConfiguration(_ binaries: FilePath) -> FilePath {
    let prefix = binaries.removingLastComponent()
    // The configuration of an executable in /usr/bin belongs in /etc.
    return (prefix == "/usr" ? "/" : prefix).appending("etc/keping/keping.yaml")
  }

  /// Returns where `.ci/install` puts the plugins if the executable is in a folder such as `/usr/local/bin`.
  static func installedPlugins(_ binaries: FilePath) -> FilePath {
    binaries.removingLastComponent().appending("share/keping/Plugins")
  }

  private static func find(
    _ name: String, installed: (FilePath) -> FilePath, _ isPresent: (FilePath) -> Bool,
    _ fault: (_ name: String, _ installed: FilePath) -> ConfigurationFault
  ) throws(Diagnostic) -> FilePath {
    var folder = Folder.current
    // A file below the current folder keeps its short relative path in messages: Config/keping.yaml.
    if isPresent(FilePath(name)) { return FilePath(name) }
    while folder.removeLastComponent() {
      let candidate = folder.appending(name)
      if isPresent(candidate) { return candidate }
    }
    // If the folder of the executable is unknown, the current folder is used.
    let installed = installed(Folder.ofExecutable ?? Folder.current)
    if isPresent(installed) { return installed }
    throw Diagnostic(fault(name, installed))
  }
}
