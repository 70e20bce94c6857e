import KepingCore
import KepingPlugins
import KepingReports

/// Renders a program as a page: every direction with its clauses, how each is judged and scored, and the fields it reads.
public enum ProgramDocument {
  /// Returns the page of a loaded plugin.
  public static func make(_ loaded: PluginProgram) -> Document {
    let manifest = loaded.plugin.manifest
    let program = loaded.program
    var page = Document("\(manifest.plan.title)（\(manifest.year)年度）")
    let clauses = program.clauseCount
    page.add(
      .paragraph([
        .text("\(manifest.plan.ordinal)，专项 "), .code(manifest.reference.id), .text(" \(manifest.reference.version)："),
        .text("\(manifest.plan.projectTypes.count)个项目类型，\(program.directions.count)个方向，\(clauses)个条款。"),
      ]))
    page.paragraph("本页由插件生成。引文为指南原文；分值由本专项拟定，指南未作规定，每个方向的满分为100分。")
    page.add(.contents(manifest.directions.map { ("\($0.heading.id) \($0.heading.title)", anchor(of: $0.heading.id)) }))
    addRules(to: &page)
    addLimits(program, to: &page)
    for type in manifest.plan.projectTypes {
      page.add(.heading(2, "项目类型\(type.id) \(type.title)", anchor: ""))
      for heading in type.directions {
        guard let direction = program.directions.first(where: { $0.id == heading.id }) else { continue }
        page.add(.heading(3, "方向\(direction.id) \(direction.title)", anchor: anchor(of: direction.id)))
        DirectionDocument(program, direction).add(to: &page)
      }
    }
    addSettings(manifest.settings, to: &page)
    addUncovered(program.uncovered, "计划和项目类型开头未由条款回答的原文", to: &page)
    return page
  }

  /// Returns the anchor of a direction's heading, the target of links to it.
  static func anchor(of direction: String) -> String { "direction-\(direction)" }

  /// Appends the table of how each kind of clause affects the verdict.
  private static func addRules(to page: inout Document) {
    page.add(.heading(2, "结论怎样得出", anchor: ""))
    let rows = ClauseKind.allCases.map { kind -> [[Document.Inline]] in
      [[.text(kind.title)], [.code(kind.rawValue)], [.text(effect(of: kind, .unmet))], [.text(effect(of: kind, .unknown))]]
    }
    page.table(["条款", "类别", "不符合的", "没有填写、无法判断的"], rows)
  }

  private static func effect(of kind: ClauseKind, _ outcome: Outcome) -> String {
    switch (kind, kind.verdict(for: outcome)) {
    case (.limit, _): "不在单份评审中判断"
    case (.notice, _): outcome == .unmet ? "—" : "提示以通知为准，不影响结论"
    case (_, .fail): "不通过"
    case (_, .supplement): "需补正"
    default: "不得分，不影响结论"
    }
  }

  /// Appends the table of the limits outside of directions.
  private static func addLimits(_ program: Program, to page: inout Document) {
    guard !program.clauses.isEmpty else { return }
    page.add(.heading(2, "各方向共同的限项", anchor: ""))
    page.table(
      ["条款", "指南原文", "怎样计算"],
      program.clauses.map { [[.code($0.id)], [.text($0.quote)], [.text($0.rule(in: program.checks))]] })
  }

  private static func addSettings(_ settings: [Manifest.Setting], to page: inout Document) {
    guard !settings.isEmpty else { return }
    page.add(.heading(2, "设置：指南留有余地之处的读法", anchor: ""))
    page.table(
      ["设置", "默认", "含义"],
      settings.map { [[.code($0.name)], [.code($0.value.text)], [.text($0.label)]] })
  }

  /// Appends the table of texts that no clause covers, with the reasons that the plugin gives.
  static func addUncovered(_ uncovered: [Uncovered], _ title: String, level: Int = 2, to page: inout Document) {
    guard !uncovered.isEmpty else { return }
    page.add(.heading(level, title, anchor: ""))
    page.table(
      ["原文", "理由"],
      uncovered.flatMap { item in item.texts.map { [[.text($0)], [.text(item.reason)]] } })
  }
}
