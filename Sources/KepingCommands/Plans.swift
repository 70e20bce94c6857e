import ArgumentParser
import KepingCore
import KepingFiles
import KepingReports

/// The command `keping plans [DIRECTION]`.
struct Plans: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plans",
      abstract: localized("列出计划、项目类型和方向，或一个方向的条款", "List plans, project types and directions, or the clauses of one direction"),
      discussion: discussion(examples: [
        ("keping plans", localized("全部计划和方向", "all plans and directions")),
        ("keping plans 4.1", localized("一个方向的条款、界限和分值", "the clauses of a direction, with bounds and points")),
        ("keping plans 4.1 --year 2025", localized("几年同时启用的，只列一年", "only those of one year")),
      ]))
  }

  @Argument(
    help: ArgumentHelp(localized("方向，如 4.1", "A direction, such as 4.1"), valueName: "direction"),
    completion: .custom { _, _, _ in Completions.directions })
  var direction: String?

  @Option(help: ArgumentHelp(localized("只列这一年度的（默认全部年度）", "Only programs of this year (default: all years)"), valueName: "year"))
  var year: Int?

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    workspace.showIgnoredFaults()
    try reporting { () throws(Diagnostic) in
      let catalogue = workspace.programs.catalogue
      try requireYear(in: catalogue)
      var text = Outline.text(catalogue, year: year)
      if let direction {
        guard let clauses = Outline.text(catalogue, direction: direction, year: year) else {
          let entries = catalogue.entries.filter { year == nil || $0.year == year }
          let known = entries.flatMap { $0.directions.map(\.heading.id) }
          throw Diagnostic(
            code: "unknown-direction",
            Wording("没有方向“\(direction)”", "no direction '\(direction)'").suggesting(direction, among: known))
        }
        text = clauses
      }
      let sink = ByteSink()
      try sink.write(Bytes(text.utf8))
    }
    if !workspace.isComplete { throw ExitCode.problem }
  }

  /// Refuses a year that no program has.
  private func requireYear(in catalogue: Catalogue) throws(Diagnostic) {
    guard let year, !catalogue.entries.contains(where: { $0.year == year }) else { return }
    let years = Set(catalogue.entries.map(\.year).filter { $0 > 0 })
    let known = years.sorted().map { "\($0)" }
    throw Diagnostic(
      code: "unknown-year",
      Wording(
        "没有\(year)年度的专项，有\(known.joined(separator: "、"))年度的",
        "no program is for \(year), only for \(known.joined(separator: ", "))"))
  }
}

/// The command `keping schema`.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: localized(
        "输出已启用专项的申报书格式（JSON Schema 2020-12）", "Print the record schema of all programs that are on (JSON Schema 2020-12)"),
      discussion: discussion(examples: [("keping schema > schema.json", localized("写成文件", "write a file"))]))
  }

  @OptionGroup var paths: PathOptions

  func run() throws {
    let workspace = try Workspace(paths)
    let programs = workspace.programs.entries.compactMap { entry in
      if case .on(_, let program) = entry.status { program } else { nil }
    }
    try reporting { () throws(Diagnostic) in try ByteSink().write(RecordSchema.json(programs)) }
    if !workspace.isComplete { throw ExitCode.problem }
  }
}
