import ArgumentParser
import KepingAuthoring
import KepingCore
import KepingFiles
import KepingPlugins
import SystemPackage

/// The command `keping programs check [ID|FOLDER…]`.
struct CheckPrograms: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: localized(
        "检查专项的写法，能否加载，无论是否启用；与指南原文逐句核对",
        "Check that programs, on or off, are written correctly and load; compare them with the guideline"),
      discussion: discussion(examples: [
        ("keping programs check", localized("全部专项", "all programs")),
        (
          localized(
            "keping programs check jili-2024 --guideline 指南.txt", "keping programs check jili-2024 --guideline guideline.txt"),
          localized("与指南原文核对", "with the text")
        ),
      ]))
  }

  @OptionGroup var choice: PluginChoice
  @OptionGroup var guideline: GuidelineOptions

  @Flag(
    help: ArgumentHelp(
      localized("也列出没有方向读取而写明了理由的自定字段", "Also list declared fields that no direction reads although there is a reason")))
  var verbose = false

  func run() throws {
    let (plugins, faults) = try choice.plugins()
    for fault in faults { Console.show(fault) }
    var hasPassed = faults.isEmpty
    var loaded: [PluginProgram] = []
    for plugin in plugins {
      let check = PluginCheck(plugin)
      for diagnostic in check.diagnostics + (verbose ? check.details : []) { Console.show(diagnostic) }
      // With a guideline, they are among the faults of the ledger.
      if guideline.guideline == nil { for fault in check.figures { Console.show(fault.asRemark) } }
      if let remark = Self.nameRemark(plugin) { Console.show(remark) }
      if let program = check.program ?? check.draft { loaded.append(program) }
      guard check.hasNoErrors, let program = check.program?.program else {
        hasPassed = false
        if let draft = check.draft { try Self.show(draft) }
        continue
      }
      let clauses = program.clauseCount
      let line = localized(
        "\(plugin.id)：正常，\(program.directions.count)个方向，\(clauses)个条款",
        "\(plugin.id): no problems, \(counted(program.directions.count, "direction")), \(counted(clauses, "clause"))")
      try reporting { () throws(Diagnostic) in try ByteSink().write(Bytes((line + "\n").utf8)) }
    }
    let matchesGuideline = try reporting { () throws(Diagnostic) in try guideline.check(loaded) }
    if !hasPassed || !matchesGuideline { throw ExitCode.problem }
  }

  /// Prints how much of a draft is not decided.
  private static func show(_ draft: PluginProgram) throws {
    let (directions, clauses, marks) = (draft.program.directions.count, draft.program.clauseCount, draft.marks.count)
    let line = localized(
      "\(draft.plugin.id)：草稿，\(directions)个方向，\(clauses)个条款，还有\(marks)处没有决定",
      "\(draft.plugin.id): a draft, \(counted(directions, "direction")), \(counted(clauses, "clause")), \(counted(marks, "open decision"))"
    )
    try reporting { () throws(Diagnostic) in try ByteSink().write(Bytes((line + "\n").utf8)) }
  }

  /// Returns a remark on a plugin whose folder has another name than its id, so that one is easily taken for another.
  private static func nameRemark(_ plugin: Plugin) -> Diagnostic? {
    guard let folder = Folder.resolved(FilePath(plugin.path)).lastComponent?.string, folder != plugin.id else { return nil }
    var remark = Diagnostic(
      path: plugin.manifest.path, code: "folder-name",
      Wording(
        "id 是 \(plugin.id)，目录名却是 \(folder)；命令和配置只认 id，最好改成一样",
        "the id is \(plugin.id), but the folder is \(folder); commands and the configuration use the id, so make them the same"))
    remark.isRemark = true
    return remark
  }
}
