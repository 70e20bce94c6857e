import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The options that name the configuration and the plugin folder.
struct PathOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "配置文件（默认从当前目录向上找 Config/keping.yaml）",
        "The configuration file (default: Config/keping.yaml in the current folder or its parents)"),
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(
    help: ArgumentHelp(
      localized("插件目录（默认从当前目录向上找 Plugins）", "The plugin folder (default: Plugins in the current folder or its parents)"),
      valueName: "folder"),
    completion: .directory)
  var plugins: String?
}

/// The options that change the configuration for one run.
struct ChangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      localized(
        "临时改一个界限或权重，如 4.1/condition/1=80万元、4.1/target/2=权重30；几年同时启用的，写明专项：jili-2025:4.1/condition/1=80万元",
        "Change a bound or a weight for this run, such as 4.1/condition/1=80万元 or 4.1/target/2=权重30; with several years on, name the program: jili-2025:4.1/condition/1=80万元"
      ),
      valueName: "clause=bound"))
  var set: [String] = []
}

/// The option that runs plugins in processes of their own.
struct IsolationOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      localized(
        "在隔离的进程里运行插件：内存有限，不能读写文件、联网或启动程序；用于来历不明的插件",
        "Run plugins in processes of their own, with limited memory and without files, network or other processes; for plugins from elsewhere"
      )))
  var isolate = false
}

/// The programs of a command under the configuration.
struct Workspace {
  let programs: Programs
  /// The plugins on which the programs are based.
  let folder: PluginFolder

  /// Reads the configuration, loads the programs that are on, and prints errors of both.
  ///
  /// - Parameters:
  ///   - settings: the assignments of `--set`.
  ///   - isIsolated: whether plugins run in processes of their own.
  /// - Throws: an exit status if the configuration has any error.
  init(_ options: PathOptions, settings: [String] = [], isIsolated: Bool = false) throws {
    // Prepares plugin loading while files are read. If the system has no thread left, the first load does it.
    if !isIsolated { _ = Threads.start(PluginProgram.prepare) }
    let path = try reporting { () throws(Diagnostic) in try WorkspacePaths.configuration(options.config) }
    let folder = try reporting { () throws(Diagnostic) in try PluginFolder(try WorkspacePaths.plugins(options.plugins)) }
    var faults: [Diagnostic] = []
    let text = try reporting { () throws(Diagnostic) in try FileText.readText(path, limit: 4 << 20) }
    var configuration = Configuration(text, path: path.string, faults: &faults)
    for setting in settings {
      do throws(Diagnostic) { try configuration.set(setting) } catch { faults.append(error) }
    }
    let programs = Programs(folder, configuration, isolation: isIsolated ? Isolation() : nil)
    faults += programs.configurationFaults
    guard faults.isEmpty else {
      for fault in faults { Console.show(fault) }
      // A program may be missing because of its manifest.
      if faults.contains(where: { $0.code == "unknown-program" }) { for fault in folder.faults { Console.show(fault) } }
      throw ExitCode.problem
    }
    for fault in programs.pluginFaults { Console.show(fault) }
    if let remark = programs.isolationRemark { Console.show(remark) }
    self.programs = programs
    self.folder = folder
  }

  /// Prints the faults of plugins that are off, as remarks, because they disturb no evaluation.
  func showIgnoredFaults() {
    for fault in folder.faults where !programs.pluginFaults.contains(fault) {
      var remark = fault
      remark.isRemark = true
      Console.show(remark)
    }
  }

  /// Whether all plugins could be read, and all that are on could be loaded.
  var isComplete: Bool { programs.pluginFaults.isEmpty }
}
