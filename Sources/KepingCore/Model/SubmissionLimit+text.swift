extension SubmissionLimit {
  /// The limit in a sentence, for clerks: 每个申报单位在本方向最多1项；超过的由主管部门认定.
  public var rule: String {
    let place =
      switch (terms.within, direction) {
      case (.direction, .some): "在本方向"
      case (.direction, nil): "在每个方向"
      case (.projectType, .some): "在本项目类型"
      case (.projectType, nil): "在每个项目类型"
      case (.plan, _): "在本计划"
      }
    return Self.rule(terms.per, place, bound, terms.over, terms.ongoing)
  }

  /// Returns a limit in a sentence.
  ///
  /// - Parameter place: where the applications are counted together: `在本方向`.
  fileprivate static func rule(
    _ per: Holder, _ place: String, _ bound: Int, _ over: Consequence, _ ongoing: Ongoing?
  ) -> String {
    let holder =
      switch per {
      case .applicant: "每个申报单位"
      case .leader: "每个项目负责人"
      case .unit: "每个单位（申报和联合申报合计）"
      }
    let projects =
      switch ongoing {
      case nil: ""
      case .all: "（在研和到期未验收的项目计入）"
      case .overdue: "（到期未验收的项目计入）"
      }
    let excess =
      switch over {
      case .ask: "由主管部门认定"
      case .all: "都不参加评选"
      case .best: "按得分取舍"
      case .earliest: "按提交时间先后取舍"
      }
    return "\(holder)\(place)最多\(bound)项\(projects)；超过的\(excess)"
  }
}

extension BureauLimit {
  /// The limit in a sentence, for clerks: 每个项目负责人在同一年度最多1项；超过的由主管部门认定.
  public var rule: String {
    let place =
      switch within {
      case .direction: "在每个方向"
      case .projectType: "在每个项目类型"
      case .plan: "在每个计划"
      case .round: "在同一年度"
      }
    return SubmissionLimit.rule(per, place, bound, over, ongoing)
  }
}
