import KepingCore
import KepingPrograms

/// What a person should know about the selection of a configuration before a round is ranked.
public struct SelectionReview {
  /// A group, with what is noteworthy about it.
  public struct Group {
    /// What is ranked together, and how it is cut.
    public let summary: Wording
    /// What has to be prepared for the group.
    public fileprivate(set) var reminders: [Wording] = []
    /// What is probably not meant, each with what to do about it.
    public fileprivate(set) var warnings: [(problem: Wording, advice: Wording)] = []
  }

  /// The groups, by program and in the order of the guideline.
  public private(set) var groups: [Group] = []

  /// Reviews the selection of programs.
  public init(_ programs: Programs) {
    for entry in programs.catalogue.entries {
      let scopes = programs.selection.scopes.filter { $0.program == entry.reference.id }
      for key in entry.plan.groupKeys {
        guard let scope = scopes.first(where: { $0.key == key }) else { continue }
        groups.append(Self.group(scope, entry.plan.directions(rankedUnder: scope, among: scopes), entry))
      }
    }
  }

  private static func group(
    _ scope: SelectionSettings.Scope, _ directions: [String], _ entry: Catalogue.Entry
  ) -> Group {
    var group = Group(summary: scope.summary(directions))
    if directions.isEmpty {
      group.warnings.append(
        (
          Wording("其中的方向都另有更细的设置，这一项不起作用", "all of its directions have narrower settings, so it has no effect"),
          Wording("删去这一项，或者删去更细的", "delete it, or the narrower ones")
        ))
    }
    guard let program = entry.program else {
      group.warnings.append(
        (
          Wording("专项没有启用或者加载不了，这一组没有可以排序的", "its program is off or broken, so it has nothing to rank"),
          Wording("启用以后才起作用，不用的可以删去", "it takes effect when the program is on; delete it if it is not needed")
        ))
      return group
    }
    let ranked = program.directions.filter { directions.contains($0.id) }
    group.addReminders(scope.settings)
    group.addBounds(scope.settings, ranked)
    group.addWithoutEffect(scope.settings, ranked)
    group.addMissingColumns(scope.settings, ranked, program)
    return group
  }
}

extension SelectionReview.Group {
  fileprivate mutating func addReminders(_ settings: GroupSettings) {
    if settings.panelWeight.sign > 0 {
      reminders.append(
        Wording(
          "要有专家评分：用 keping template --for panel 做评分表，填好以后用 --panel 读入",
          "the panel's scores are needed: make their sheets with keping template --for panel and read them with --panel"))
    }
    if settings.budget != nil {
      reminders.append(
        Wording(
          "经费按拟支持经费（--grants）计算，没有的按申报书的申请财政经费；两样都没有的，去向是未填经费",
          "amounts are those granted (--grants), or else what the application requests (申请财政经费); without both an application has no-amount"
        ))
    }
  }

  /// Warns of directions of which the guideline accepts more than the group has places.
  fileprivate mutating func addBounds(_ settings: GroupSettings, _ directions: [Direction]) {
    guard let places = settings.places else { return }
    for direction in directions {
      guard let bound = direction.limits.map(\.atMost).min(), bound > places else { continue }
      warnings.append(
        (
          Wording(
            "方向\(direction.id) 按指南可以接受\(bound)个，多于名额\(places)个",
            "the guideline accepts \(bound) of direction \(direction.id), more than the \(places) places"),
          Wording("请核对名额", "check the places")
        ))
    }
  }

  /// Warns of settings that change nothing.
  fileprivate mutating func addWithoutEffect(_ settings: GroupSettings, _ directions: [Direction]) {
    let isCut =
      settings.places != nil || settings.budget != nil || (directions.count == 1 && !directions[0].limits.isEmpty)
    let usual = GroupSettings()
    var names: [String] = []
    if !isCut {
      if settings.reserve != usual.reserve { names.append("reserve") }
      if settings.tieAtCut != usual.tieAtCut { names.append("tie-at-cut") }
    }
    if settings.budget == nil, settings.whenFull != usual.whenFull { names.append("when-full") }
    for name in names {
      let missing = name == "when-full" ? "budget" : "places"
      warnings.append(
        (
          Wording("没有 \(missing)，\(name) 不起作用", "without \(missing), \(name) has no effect"),
          Wording("写上 \(missing)，或者删去 \(name)", "add \(missing), or delete \(name)")
        ))
    }
    if settings.panelWeight.sign == 0, settings.panel.concernsExperts, !settings.order.contains(where: { $0.subject == .panel }) {
      warnings.append(
        (
          Wording("专家评分占0%，不影响得分", "the panel's score weighs 0% and has no effect on the score"),
          Wording("要计入的，写 score: { rules: 40, panel: 60 } 之类", "to count it, write score: { rules: 40, panel: 60 } or the like")
        ))
    }
  }

  /// Warns of figures that the selection needs and templates do not ask for.
  fileprivate mutating func addMissingColumns(_ settings: GroupSettings, _ directions: [Direction], _ program: Program) {
    var needed: [(path: String, setting: String)] = settings.order.compactMap { key in
      if case .field(let path) = key.subject { (path, "order") } else { nil }
    }
    if settings.budget != nil { needed.append(("budget.requested", "budget")) }
    guard !needed.isEmpty else { return }
    let columns = directions.map { direction in (direction.id, TemplateColumn.all(program, direction).columns) }
    for (path, setting) in needed {
      guard let field = program.schema.orderField(path) else { continue }
      let missing = columns.filter { !$0.1.contains { $0.node == field.node && $0.year == field.year } }.map(\.0)
      if missing.isEmpty { continue }
      warnings.append(
        (
          Wording(
            "\(setting) 用到 \(path)，方向\(missing.joined(separator: "、"))的模板没有这一列",
            "\(setting) needs \(path), and the templates of \(missing.joined(separator: ", ")) have no such column"),
          Wording(
            "请在发出的模板里加上这一列，没有填的排在后面", "add the column to the templates; applications without it come last")
        ))
    }
  }
}

extension PanelSettings {
  /// Whether a setting says how the scores of experts are taken.
  fileprivate var concernsExperts: Bool {
    let usual = PanelSettings()
    return least != usual.least || trim != usual.trim || !items.isEmpty
  }
}
