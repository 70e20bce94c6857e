import KepingCore

extension SelectionSettings.Scope {
  /// Returns what is ranked together and how it is cut, in a line.
  ///
  /// - Parameter directions: the directions that are ranked together.
  func summary(_ directions: [String]) -> Wording {
    let part =
      switch kind {
      case .plan: Wording("计划\(key)", "plan \(key)")
      case .projectType: Wording("项目类型\(key)", "project type \(key)")
      case .direction: Wording("方向\(key)", "direction \(key)")
      }
    let together =
      directions.count > 1
      ? Wording("（\(directions.joined(separator: "、"))一起排序）", " (\(directions.joined(separator: ", ")) together)")
      : Wording("", "")
    let parts = settings.summary
    return Wording(
      "\(program) \(part.chinese)\(together.chinese)：\(parts.map(\.chinese).joined(separator: "，"))",
      "\(program), \(part.english)\(together.english): \(parts.map(\.english).joined(separator: ", "))")
  }
}

extension GroupSettings {
  /// Places, money, weights and line, in words.
  fileprivate var summary: [Wording] {
    var parts: [Wording] = []
    if let places { parts.append(Wording("名额\(places)个", "\(places) \(places == 1 ? "place" : "places")")) }
    if let budget { parts.append(Wording("经费\(budget.moneyText)", "budget \(budget.moneyText)")) }
    if places == nil, budget == nil { parts.append(Wording("不设名额和经费", "no places and no budget")) }
    parts.append(
      Wording(
        "得分为规则\(rulesWeight.text)%、专家\(panelWeight.text)%", "score: rules \(rulesWeight.text)%, panel \(panelWeight.text)%"))
    if let floor { parts.append(Wording("分数线\(floor.text)", "floor \(floor.text)")) }
    if reserve > 0 { parts.append(Wording("备选\(reserve)个", "\(reserve) in reserve")) }
    return parts
  }
}
