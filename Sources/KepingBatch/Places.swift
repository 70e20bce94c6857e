import KepingCore
import KepingFiles
import SystemPackage

/// Where the configuration and the plugins are: named by the user, else found from the current folder upwards, else
/// installed beside the program.
public enum Places {
  /// The configuration file.
  /// - Throws: ``Diagnostic`` with code `no-configuration`.
  public static func configuration(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find(
      "Config/keping.yaml", Folder.hasFile, code: "no-configuration", what: Wording("配置文件", "configuration"),
      option: "--config")
  }

  /// The folder of plugins.
  /// - Throws: ``Diagnostic`` with code `no-plugins`.
  public static func plugins(_ named: String?) throws(Diagnostic) -> FilePath {
    if let named { return FilePath(named) }
    return try find(
      "Plugins", Folder.exists, code: "no-plugins", what: Wording("插件目录", "folder of plugins"), option: "--plugins")
  }

  private static func find(
    _ name: String, _ isThere: (FilePath) -> Bool, code: String, what: Wording, option: String
  ) throws(Diagnostic) -> FilePath {
    var folder = Folder.current
    // What is in the current folder is named as the user sees it: Config/keping.yaml.
    if isThere(FilePath(name)) { return FilePath(name) }
    while folder.removeLastComponent() {
      let candidate = folder.appending(name)
      if isThere(candidate) { return candidate }
    }
    if let installed = Folder.ofProgram?.removingLastComponent().appending("share/keping/\(name)"), isThere(installed) {
      return installed
    }
    throw Diagnostic(
      code: code,
      Wording(
        "从当前目录向上以及程序旁的 ../share/keping 都没有找到\(what.chinese) \(name)，请用 \(option) 指定",
        "no \(what.english) \(name) from the current folder upwards, nor in ../share/keping beside the program; name it with \(option)"
      ))
  }
}
