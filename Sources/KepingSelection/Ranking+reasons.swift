import KepingCore

extension Ranking {
  /// Returns why an application has its place, in Chinese, with the figures that decided.
  public func reason(of line: Line) -> String {
    switch line.place {
    case .notEvaluated: return "申报书无法评审，见评审结果"
    case .notPassed: return "有考核要求或申报条件不符合，见评审意见"
    case .awaiting: return "材料或信息须补正，见评审意见"
    case .barred, .overLimit: return limitReason(line)
    case .incomplete: return incompleteReason(line)
    case .belowFloor: return belowFloorReason(line)
    case .tooFew: return tooFewReason(line)
    default: return CutReason(self, line)?.text ?? "\(rank(line))\(score(line).map { "，\($0)" } ?? "")"
    }
  }

  private func incompleteReason(_ line: Line) -> String {
    let scored = panel(of: line)?.experts ?? 0
    let least = line.group.map { max(1, plan.groups[$0].settings.panel.least) } ?? 1
    return scored == 0 ? "没有专家评分，至少要\(least)份" : "专家评分\(scored)份，不足\(least)份"
  }

  private func belowFloorReason(_ line: Line) -> String {
    let floor = line.group.flatMap { plan.groups[$0].settings.floor }?.text ?? ""
    return "得分\(score(line) ?? "")，低于分数线\(floor)分"
  }

  private func tooFewReason(_ line: Line) -> String {
    guard let group = line.group else { return "" }
    return "有效申报\(layout.cuts[group].candidates)项，不足\(plan.groups[group].settings.atLeast ?? 0)项"
  }

  /// The rank in words.
  func rank(_ line: Line) -> String { "第\(line.rank ?? 0)名" }

  /// The published score in words; nil where there is none.
  func score(_ line: Line) -> String? { line.score.map { points($0, line) } }

  /// A figure in units of the last decimal in words.
  func points(_ units: Int, _ line: Line) -> String { "\(ExactDecimal(units, exponent: -decimals(of: line)).text)分" }

  // MARK: Limits

  /// Returns why limits leave an application out: the first limit that decides.
  private func limitReason(_ line: Line) -> String {
    guard let part = parts(of: line).first(where: { $0.effect.place == line.place }) else { return "" }
    let excess = limitTable.excesses[Int(part.excess)]
    let limit = plan.limits[Int(excess.limit)]
    let holder =
      switch limit.per {
      case .applicant: "同一申报单位"
      case .leader: "同一负责人"
      case .unit: "同一单位"
      }
    let projects = excess.projects.count
    let count = "\(holder)共\(excess.applications.count + projects)项" + (projects > 0 ? "（含在研\(projects)项）" : "")
    let others = others(in: part)
    let shown = others.prefix(5).joined(separator: "、") + (others.count > 5 ? "等" : "")
    return "\(limit.quote)（\(limit.clause)）：\(count)，超过\(limit.bound)项"
      + (shown.isEmpty ? "" : "，另有\(shown)") + "；\(consequence(part.effect, excess, line))"
  }

  private func consequence(_ effect: LimitTable.Effect, _ excess: LimitTable.Excess, _ line: Line) -> String {
    let staying = excess.staying ?? 0
    return switch effect {
    case .counted, .stays, .ruledIn: ""
    case .ruledOut: "裁定不符合限项"
    case .open: "由主管部门认定"
    case .openScore: "有项目还没有得分，不能按得分取舍"
    case .openEqualScores: "按得分可留\(staying)项，本项目与另一项得分相同（\(score(line) ?? "")），由主管部门认定"
    case .openEqualTimes: "按提交时间可留\(staying)项，本项目与另一项提交时间相同或都没有提交时间，由主管部门认定"
    case .allBarred: "都不参加评选"
    case .barredByScore: "按得分可留\(staying)项，本项目\(score(line) ?? "")，不在其内"
    case .barredByTime: "按提交时间可留\(staying)项，本项目不在其内"
    }
  }
}
