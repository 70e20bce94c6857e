import ArgumentParser
import KepingCore
import KepingFiles
import KepingPlugins
import KepingPrograms
import SystemPackage

/// The command `keping doctor`.
struct Doctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: localized(
        "体检：Lua库、配置、插件和限额是否正常，不正常时怎么办", "Check the Lua library, configuration, plugins and limits, with advice for each problem"),
      discussion: discussion(examples: [
        ("keping doctor", localized("装好以后，或者出了问题时", "after installation, or if something is wrong"))
      ]))
  }

  @OptionGroup var paths: PathOptions

  @Option(help: .hidden)
  var probe: String?

  func run() throws {
    if let probe { throw ExitCode(LibraryHealth.probe(probe)) }
    var checkup = Checkup()
    checkup.beginSection(localized("程序", "program"))
    checkup.pass("keping \(Keping.version)")
    examineLibrary(&checkup)
    let (configuration, isValid) = examineConfiguration(&checkup)
    if let programs = examinePlugins(configuration, isValid: isValid, &checkup) { examineWindows(programs, &checkup) }
    examineLimits(configuration.limits, &checkup)
    checkup.appendTotal()
    try reporting { () throws(Diagnostic) in try ByteSink().write(Bytes(checkup.text.utf8)) }
    if checkup.errors > 0 { throw ExitCode.problem }
  }

  private func examineLibrary(_ checkup: inout Checkup) {
    let advice = localized("重新安装 keping 和 liblua5.4-dev 后再试", "reinstall keping and liblua5.4-dev and try again")
    checkup.beginSection(localized("Lua库", "Lua library"))
    checkup.pass("Lua \(LibraryHealth.version)")
    for fault in LibraryHealth.all {
      let name = fault.name.text(Locale.language)
      let mitigation = fault.mitigation.text(Locale.language)
      switch ChildProcess.run(["doctor", "--probe", fault.id], seconds: 30) {
      case .exit(0): checkup.pass(localized("\(name)：未发现；\(mitigation)", "\(name): not present; \(mitigation)"))
      case .exit(LibraryHealth.faultFound):
        checkup.pass(localized("\(name)：有此缺陷，结果错误；\(mitigation)", "\(name): present, wrong results; \(mitigation)"))
      case .signal(let number):
        checkup.pass(
          localized(
            "\(name)：有此缺陷，会使进程崩溃（信号\(number)）；\(mitigation)",
            "\(name): present, crashes the process (signal \(number)); \(mitigation)"))
      case .timeout:
        checkup.warn(localized("\(name)：试验超时；\(mitigation)", "\(name): the probe timed out; \(mitigation)"), advice: nil)
      case .exit(let status):
        checkup.fail(localized("\(name)：试验未能进行（\(status)）", "\(name): the probe failed (\(status))"), advice: advice)
      case .failed:
        checkup.fail(localized("\(name)：试验进程无法启动", "\(name): the probe could not be started"), advice: advice)
      }
    }
  }

  /// Returns the configuration as far as it can be read, and whether it has no errors.
  private func examineConfiguration(_ checkup: inout Checkup) -> (Configuration, isValid: Bool) {
    checkup.beginSection(localized("配置", "configuration"))
    var faults: [Diagnostic] = []
    var configuration = Configuration()
    do throws(Diagnostic) {
      let path = try WorkspacePaths.configuration(paths.config)
      configuration = Configuration(try FileText.readText(path, limit: 4 << 20), path: path.string, faults: &faults)
      if faults.isEmpty { checkup.pass(path.string) }
    } catch {
      faults.append(error)
    }
    for fault in faults { checkup.fail(fault, advice: localized("改正该处后再试", "fix this and try again")) }
    return (configuration, faults.isEmpty)
  }

  /// Returns the programs, or nil if there is no plugin folder.
  private func examinePlugins(_ configuration: Configuration, isValid: Bool, _ checkup: inout Checkup) -> Programs? {
    checkup.beginSection(localized("插件", "plugins"))
    let folder: PluginFolder
    do throws(Diagnostic) {
      folder = try PluginFolder(try WorkspacePaths.plugins(paths.plugins))
    } catch {
      checkup.fail(error, advice: localized("用 --plugins 指定插件目录", "specify the plugin folder with --plugins"))
      return nil
    }
    let programs = Programs(folder, configuration)
    for entry in programs.entries {
      let reference = entry.plugin.manifest.reference
      let name = reference.id + (reference.version.isEmpty ? "" : " \(reference.version)")
      switch entry.status {
      case .on(_, let program):
        let clauses = program.clauseCount
        checkup.pass(
          localized(
            "\(name)：已启用，\(program.directions.count)个方向，\(clauses)个条款",
            "\(name): on, \(counted(program.directions.count, "direction")), \(counted(clauses, "clause"))"))
      case .off where !isValid && configuration.programs[reference.id] == nil:
        checkup.pass(
          localized("\(name)：是否启用不详，因为配置有误", "\(name): on or off is unknown, because the configuration has errors"))
      case .off: checkup.pass(localized("\(name)：已关闭", "\(name): off"))
      case .broken: break
      }
    }
    for fault in programs.pluginFaults {
      checkup.fail(
        fault,
        advice: localized(
          "请插件作者改正，或用 keping programs disable 关闭", "ask its author to fix it, or switch it off with 'keping programs disable'"))
    }
    for fault in folder.faults where !programs.pluginFaults.contains(fault) {
      checkup.warn(
        fault.text(Locale.language),
        advice: localized("已关闭，不影响评审；改正以后才能启用", "it is off and affects nothing; fix it before switching it on"))
    }
    for fault in programs.configurationFaults {
      checkup.fail(fault, advice: localized("在配置中改正该处", "fix this in the configuration"))
    }
    return programs
  }

  /// Lists the project types with a submission window, because their applications need a time.
  private func examineWindows(_ programs: Programs, _ checkup: inout Checkup) {
    let lines = programs.entries.flatMap { entry -> [String] in
      guard case .on(_, let program) = entry.status else { return [] }
      return program.plan.projectTypes.compactMap { type in
        let window = program.directions.first { $0.projectType == type.id }?.window
        return window.map { describe($0, of: type.id, in: entry.plugin.id) }
      }
    }
    if lines.isEmpty { return }
    checkup.beginSection(localized("受理时间", "submission windows"))
    for line in lines.dropLast() { checkup.pass(line) }
    checkup.pass(
      lines[lines.count - 1],
      advice: localized(
        "这些项目类型的申报表要有“提交时间”一列，没有填的需补正",
        "sheets of these project types need the column 提交时间; applications without it need supplements"))
  }

  private func describe(_ window: Window, of type: String, in program: String) -> String {
    let opens = window.opens == nil ? nil : window.opensText
    let closes = window.closes == nil ? nil : window.closesText
    let correction = window.correctionCloses == nil ? nil : window.correctionClosesText
    let chinese = [opens.map { "\($0)起" }, closes.map { "\($0)止" }, correction.map { "补正至\($0)" }].compactMap { $0 }.joined(
      separator: "，")
    let english = [opens.map { "from \($0)" }, closes.map { "until \($0)" }, correction.map { "corrections until \($0)" }]
      .compactMap { $0 }.joined(separator: " ")
    return localized("\(program) 项目类型\(type)：\(chinese)", "\(program), project type \(type): \(english)")
  }

  private func examineLimits(_ limits: Limits, _ checkup: inout Checkup) {
    checkup.beginSection(localized("限额", "limits"))
    checkup.pass(
      localized(
        "加载：\(limits.loadInstructions)条指令，\(limits.loadSeconds)秒处理器时间",
        "loading: \(limits.loadInstructions) instructions, \(limits.loadSeconds) s of processor time"))
    let one = localized(
      "每份申报书：\(limits.instructions)条指令，\(limits.seconds)秒处理器时间",
      "each application: \(limits.instructions) instructions, \(limits.seconds) s of processor time")
    if limits.seconds > 30 {
      checkup.warn(
        one,
        advice: localized(
          "一份申报书可拖住整批\(limits.seconds)秒；limits.seconds 宜在30以下",
          "one application can delay a batch by \(limits.seconds) s; keep limits.seconds below 30"))
    } else {
      checkup.pass(one)
    }
    let megabytes = limits.memory >> 20
    let memory = localized("内存：每个插件\(megabytes)MB", "memory: \(megabytes) MB for each plugin")
    if megabytes > 1024 {
      checkup.warn(memory, advice: localized("limits.memoryMegabytes 宜在1024以下", "keep limits.memoryMegabytes below 1024"))
    } else {
      checkup.pass(memory)
    }
    checkup.pass(
      localized(
        "连续\(limits.killsInARow)次超出限额即搁置", "a plugin is set aside after exceeding a limit \(limits.killsInARow) times in a row"))
  }
}
