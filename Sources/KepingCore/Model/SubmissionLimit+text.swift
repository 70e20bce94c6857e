extension SubmissionLimit {
  /// The limit in a sentence, for clerks: 每个申报单位在本方向最多1项；超过的由主管部门认定.
  public var rule: String {
    let holder =
      switch terms.per {
      case .applicant: "每个申报单位"
      case .leader: "每个项目负责人"
      case .unit: "每个单位（申报和联合申报合计）"
      }
    let place =
      switch (terms.within, direction) {
      case (.direction, .some): "在本方向"
      case (.direction, nil): "在每个方向"
      case (.projectType, .some): "在本项目类型"
      case (.projectType, nil): "在每个项目类型"
      case (.plan, _): "在本计划"
      }
    let ongoing =
      switch terms.ongoing {
      case nil: ""
      case .all: "（在研和到期未验收的项目计入）"
      case .overdue: "（到期未验收的项目计入）"
      }
    let excess =
      switch terms.over {
      case .ask: "由主管部门认定"
      case .all: "都不参加评选"
      case .best: "按得分取舍"
      case .earliest: "按提交时间先后取舍"
      }
    return "\(holder)\(place)最多\(bound)项\(ongoing)；超过的\(excess)"
  }
}
