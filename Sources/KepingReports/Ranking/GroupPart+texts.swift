import KepingCore
import KepingSelection

/// The sentences that tables, sheets and pages write about a group.
extension GroupPart {
  /// What there is to give: `名额10个，经费500万元`.
  var offer: String {
    let places = summary?.places.map { "名额\($0)个" }
    let budget = summary?.budget.map { "经费\($0.moneyText)" }
    let texts = [places, budget].compactMap { $0 }
    if group == nil { return "没有专项可以评审" }
    return texts.isEmpty ? "没有设名额和经费，只排序" : texts.joined(separator: "，")
  }

  /// What became of the applications: `申报14项，候选12项，拟立项10项共270万元，分数线88.24分，备选2项`.
  var result: String {
    var texts = ["申报\(lines.count)项"]
    if let summary {
      texts.append("候选\(summary.candidates)项")
      if hasCut { texts.append("拟立项\(summary.selected)项共\(summary.money.moneyText)") }
      if let line = summary.line { texts.append("分数线\(figure.text(line))分") }
      if let reserve = counts[.reserve] { texts.append("备选\(reserve)项") }
    }
    if open > 0 { texts.append("待定\(open)项") }
    return texts.joined(separator: "，")
  }

  /// What the line between those selected and the others says; nil if nothing is cut.
  var lineText: String? {
    guard hasCut, let summary else { return nil }
    if summary.selected == 0 { return "没有拟立项的项目" }
    return "以上拟立项\(summary.selected)项，共\(summary.money.moneyText)"
  }

  /// How the score is made and what the order goes by: `得分＝规则分40%＋专家分60%；依次比较：得分、专家分`.
  func method(_ catalogue: Catalogue) -> String {
    guard let settings = group?.settings else { return "" }
    let shares = "得分＝规则分\(settings.rulesWeight.text)%＋专家分\(settings.panelWeight.text)%"
    let score = settings.panelWeight == .zero ? "得分＝规则分" : shares
    let keys = settings.order.map { key in
      let name =
        switch key.subject {
        case .score: "得分"
        case .panel: "专家分"
        case .rules: "规则分"
        case .field(let path): label(of: path, catalogue)
        }
      return name + (key.isReversed ? "（少者先）" : "")
    }
    return score + "；依次比较：" + keys.joined(separator: "、")
  }

  private func label(of path: String, _ catalogue: Catalogue) -> String {
    let program = catalogue.entries.first { $0.reference.id == group?.program && $0.year == group?.year }?.program
    return program?.schema.label(of: path) ?? path
  }
}

extension Ranking.Suspicion.Code {
  /// The kind of the suspicion in reports.
  var title: String {
    switch self {
    case .sameName: "同名"
    case .sameUnit: "同名单位"
    case .spread: "评分相差大"
    }
  }
}

extension SubmissionLimit.Holder {
  /// Whose applications a limit counts, in reports.
  var title: String {
    switch self {
    case .applicant: "申报单位"
    case .leader: "项目负责人"
    case .unit: "单位（申报或联合申报）"
    }
  }
}
