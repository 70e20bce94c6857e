import KepingCore

extension FieldNames {
  /// Terms without a meaning of their own: a group that consists of them may stand above any field.
  ///
  /// The longest ones come first.
  private static let neutralTerms = [
    "基本", "情况", "信息", "内容", "项目", "申报", "预期", "成果", "目标", "指标", "考核", "要求", "主要", "填报", "填写", "相关", "其他信息", "其他情况", "其他内容",
    "经济", "社会", "效益", "数量", "产出", "绩效", "实施", "期间", "期内", "新增", "预计", "计划", "课题", "一览", "明细", "材料", "声明", "和", "与", "及", "以及",
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ].sorted { $0.count > $1.count }

  /// Returns whether a group may stand above a column that is recognised by its own name: the group names the field, an
  /// object that contains it, or nothing in particular.
  ///
  /// For example, 上年度完成情况 above 经济效益 means a different 经济效益.
  func allows(_ group: String, over target: Target?) -> Bool {
    // A longer text says more than a name.
    guard group.utf8.count <= 300 else { return false }
    var nodes: [Int] = []
    if let target {
      nodes = [target.node, target.field].compactMap { $0 }
      let paths = nodes.map { schema.nodes[$0].path }
      nodes += schema.nodes.indices.filter { other in paths.contains { $0.hasPrefix(schema.nodes[other].path + ".") } }
    }
    let fieldTerms = nodes.flatMap { names(of: $0).map(Heading.key) + (Self.objectAliases[schema.nodes[$0].path] ?? []) }
    var rest = (Heading.readings(of: group).last { !$0.hasBareUnit } ?? Heading(group)).key
    for term in fieldTerms.sorted(by: { $0.count > $1.count }) + Self.neutralTerms
    where !term.isEmpty && rest.utf8.count >= term.utf8.count && Bytes(rest.utf8).contains(Bytes(term.utf8)) {
      rest = rest.replacing(term, with: "")
    }
    if rest == "其他" { return true }
    // A leading ordinal of up to two digits is ignored; a longer number, such as a year, is not.
    let ordinal = rest.prefix { $0.isNumber }
    if ordinal.count <= 2 { rest.removeFirst(ordinal.count) }
    return !rest.contains { $0.isLetter || $0.isNumber }
  }
}
