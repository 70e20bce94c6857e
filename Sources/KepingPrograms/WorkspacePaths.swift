import KepingCore
import KepingFiles
import SystemPackage

/// Where the configuration and the plugins are: named by the user, else found from the current folder upwards, else
/// installed with the program.
public enum WorkspacePaths {
  /// The configuration file.
  /// - Throws: ``Diagnostic`` with code `no-configuration`.
  public static func configuration(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find(
      "Config/keping.yaml", installed: installedConfiguration, Folder.hasFile, code: "no-configuration",
      kind: Wording("配置文件", "configuration"), option: "--config")
  }

  /// The folder of plugins.
  /// - Throws: ``Diagnostic`` with code `no-plugins`.
  public static func plugins(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find(
      "Plugins", installed: installedPlugins, Folder.exists, code: "no-plugins", kind: Wording("插件目录", "folder of plugins"),
      option: "--plugins")
  }

  /// Where `.ci/install` puts the configuration, for a program in a folder such as `/usr/local/bin`.
  static func installedConfiguration(_ program: FilePath) -> FilePath {
    let prefix = program.removingLastComponent()
    // What is installed for the whole system is configured in /etc.
    return (prefix == "/usr" ? "/" : prefix).appending("etc/keping/keping.yaml")
  }

  /// Where `.ci/install` puts the plugins, for a program in a folder.
  static func installedPlugins(_ program: FilePath) -> FilePath {
    program.removingLastComponent().appending("share/keping/Plugins")
  }

  private static func find(
    _ name: String, installed: (FilePath) -> FilePath, _ isPresent: (FilePath) -> Bool, code: String, kind: Wording,
    option: String
  ) throws(Diagnostic) -> FilePath {
    var folder = Folder.current
    // What is in the current folder is named as the user sees it: Config/keping.yaml.
    if isPresent(FilePath(name)) { return FilePath(name) }
    while folder.removeLastComponent() {
      let candidate = folder.appending(name)
      if isPresent(candidate) { return candidate }
    }
    // Where the system does not tell a program its place, it is as if it were in the current folder.
    let installed = installed(Folder.ofExecutable ?? Folder.current)
    if isPresent(installed) { return installed }
    throw Diagnostic(
      code: code,
      Wording(
        "从当前目录向上没有找到\(kind.chinese) \(name)，也没有安装在 \(installed)，请用 \(option) 指定",
        "no \(kind.english) \(name) from the current folder upwards, nor one installed as \(installed); name it with \(option)"
      ))
  }
}
