import ArgumentParser
import KepingBatch
import KepingCore
import KepingFiles
import KepingSelection
import KepingTables

extension TemplateCommand {
  /// Checks the arguments of a sheet beside the applications.
  func validate(_ side: SideTemplate) throws {
    if plan != nil || year != nil {
      throw ValidationError(localized("--for 不能与 --plan、--year 同用", "--for cannot be combined with --plan or --year"))
    }
    if side.needsApplications, directions.isEmpty {
      throw ValidationError(
        localized(
          "请写上申报书文件，如 keping template --for \(side.rawValue) 申报汇总.xlsx -o 表.xlsx",
          "name the files of applications after '--for \(side.rawValue)'"))
    }
    if !side.needsApplications, let first = directions.first {
      throw ValidationError(localized("--for \(side.rawValue) 不需要“\(first)”", "'--for \(side.rawValue)' takes no '\(first)'"))
    }
    if !side.needsApplications, !amendments.files.isEmpty {
      throw ValidationError(
        localized(
          "--corrections 和 --rulings 只用于 --for panel 和 grants",
          "--corrections and --rulings apply to '--for panel' and 'grants' only"))
    }
    guard let experts else { return }
    if side != .panel {
      throw ValidationError(localized("--experts 只用于 --for panel", "--experts applies to '--for panel' only"))
    }
    let names = names(in: experts)
    if names.isEmpty { throw ValidationError(localized("--experts 没有写姓名", "--experts names nobody")) }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError(localized("--experts 写了两次“\(twice)”", "--experts names '\(twice)' twice"))
    }
  }

  /// Returns the names of a list such as `张三,李四`.
  private func names(in list: String) -> [String] {
    list.split { ",，、;；".contains($0) }.map { $0.filter { !$0.isNewline }.trimmed }.filter { !$0.isEmpty }
  }

  /// Writes a sheet beside the applications.
  func write(_ side: SideTemplate, _ workspace: Workspace) throws {
    let batch = Batch(workspace.programs, jobs: Threads.cores)
    let run = RoundRun(batch: batch, plan: RoundPlan(workspace.programs.catalogue, workspace.programs.selection), isHashed: false)
    if side.needsApplications {
      run.readApplications(directions, amendments, inputs, workspace)
      for notice in batch.setAside { Console.show(notice) }
    }
    let groups = Template.PanelGroup.candidates(run.entries, run.plan)
    try reporting { () throws(Diagnostic) in
      if side.needsApplications, groups.isEmpty {
        throw Diagnostic(
          code: "no-candidates", Wording("没有通过评审的申报书，没有写表", "no application passes, so that no sheet was written"))
      }
      let output = try StagedFile(target.path)
      switch side {
      case .panel: try Template.panel(groups, experts: experts.map(names) ?? [], to: output)
      case .rulings: try Template.rulings(to: output)
      case .ongoing: try Template.ongoing(to: output)
      case .grants: try Template.grants(groups.flatMap(\.candidates), to: output)
      }
    }
    if !workspace.isComplete || run.hasFaults || !run.unreadParts.isEmpty { throw ExitCode.problem }
    if run.errors > 0 { throw ExitCode.failedRecords }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
