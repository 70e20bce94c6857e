import KepingCore

/// The differences between the selection of a configuration and one in which each direction is ranked by itself and not cut.
struct SelectionDifferences {
  /// The differences: those of groups by program and in the order of the guideline, then the bureau's limits.
  private(set) var changes: [Provenance.Change] = []

  /// Lists the settings that are not the default ones.
  ///
  /// - Parameter plans: the plan of each program, sorted by the program's id.
  init(_ selection: SelectionSettings, _ plans: [(program: String, plan: Plan)]) {
    for (program, plan) in plans {
      let scopes = selection.scopes.filter { $0.program == program }
      for key in plan.groupKeys {
        guard let scope = scopes.first(where: { $0.key == key }) else { continue }
        if scope.kind != .direction {
          let directions = plan.directions(rankedUnder: scope, among: scopes)
          add(scope, "", "一起排序的方向", directions.isEmpty ? "没有，都另有设置" : directions.joined(separator: "、"), shipped: "各自排序")
        }
        addSettings(of: scope)
      }
    }
    for limit in selection.limits {
      changes.append(
        Provenance.Change(
          section: .selection, program: nil, key: limit.clause, label: limit.text, shipped: nil, value: limit.rule))
    }
  }

  private mutating func add(
    _ scope: SelectionSettings.Scope, _ setting: String, _ label: String, _ value: String, shipped: String?
  ) {
    let key = setting.isEmpty ? scope.key : "\(scope.key)/\(setting)"
    changes.append(
      Provenance.Change(section: .selection, program: scope.program, key: key, label: label, shipped: shipped, value: value))
  }

  private mutating func addSettings(of scope: SelectionSettings.Scope) {
    let (settings, usual) = (scope.settings, GroupSettings())
    func add(_ setting: String, _ label: String, _ value: String?, _ shipped: String?) {
      if let value, value != shipped { self.add(scope, setting, label, value, shipped: shipped) }
    }
    add("places", "名额", settings.places.map { "\($0)" }, nil)
    add("budget", "经费", settings.budget.map(\.moneyText), nil)
    add("score", "得分中各占多少（%）", settings.weights, usual.weights)
    add("panel/least", "至少要有几个评分", "\(settings.panel.least)", "\(usual.panel.least)")
    add("panel/trim", "最高和最低各去掉几个", "\(settings.panel.trim)", "\(usual.panel.trim)")
    add("panel/trim-from", "有几个评分才去掉", settings.panel.trimFrom == 0 ? nil : "\(settings.panel.trimFrom)", nil)
    add("panel/decimals", "公布的小数位数", "\(settings.panel.decimals)", "\(usual.panel.decimals)")
    add("panel/spread", "评分相差多少要提醒", settings.panel.spread.map(Self.points), nil)
    for item in settings.panel.items {
      add("panel/items/\(item.id)", "评分项“\(item.title)”的满分", Self.points(item.maximum), nil)
    }
    add("order", "排序依据", settings.orderText, usual.orderText)
    add("floor", "分数线", settings.floor?.text, nil)
    add("at-least", "至少要有几个有效申报", settings.atLeast.map { "\($0)" }, nil)
    add("reserve", "备选几个", "\(settings.reserve)", "\(usual.reserve)")
    add("when-full", "经费不够时（stop 到此为止，skip 跳过）", settings.whenFull.rawValue, usual.whenFull.rawValue)
    add(
      "tie-at-cut", "线上同分时（stop 由人定，all 全部入选，none 都不入选）", settings.tieAtCut.rawValue, usual.tieAtCut.rawValue)
  }

  private static func points(_ hundredths: Int) -> String { ExactDecimal(hundredths, exponent: -2).text }
}

extension GroupSettings {
  /// The weights as the configuration writes them.
  fileprivate var weights: String { "rules \(rulesWeight.text)，panel \(panelWeight.text)" }

  /// The keys of the order as the configuration writes them.
  fileprivate var orderText: String { order.map(\.text).joined(separator: "，") }
}

extension OrderKey {
  /// The key as the configuration writes it.
  fileprivate var text: String {
    let name =
      switch subject {
      case .score: "score"
      case .panel: "panel"
      case .rules: "rules"
      case .field(let path): path
      }
    return (isReversed ? "-" : "") + name
  }
}
