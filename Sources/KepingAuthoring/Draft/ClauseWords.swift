import KepingCore

/// The words by which a passage of a guideline shows what kind of clause it is.
enum ClauseWords {
  /// Returns what becomes of a passage.
  ///
  /// - Parameters:
  ///   - section: the name of its section; nil before the first one.
  ///   - isHead: whether it stands above the directions.
  static func kind(of words: String, section: String?, isHead: Bool) -> DraftPassage.Kind {
    if words.contains("另行通知") || words.contains("另行发布") { return .clause(.notice) }
    if isLimit(words) { return .clause(.limit) }
    if words.contains("优先") { return .clause(.priority) }
    if words.contains("鼓励") { return .clause(.encouraged) }
    let holdsTargets = section.map(GuidelineSection.holdsTargets) ?? false
    let holdsConditions = section.map(GuidelineSection.holdsConditions) ?? false
    if words.contains("原则上") { return .clause(.principle) }
    if let section, section.contains("材料") { return .clause(.document) }
    if holdsTargets { return .clause(.target) }
    let isRequirement = requirements.contains { words.contains($0) }
    guard holdsConditions || isRequirement else { return .uncovered }
    if documents.contains(where: words.contains) { return .clause(.document) }
    return holdsConditions || isHead || !words.hasPrefix("支持") ? .clause(.condition) : .clause(.principle)
  }

  /// Whether the words introduce alternatives, as 下列条件之一 does and 十分之一 does not.
  static func announcesAlternatives(_ words: String) -> Bool {
    words.replacing("分之一", with: "").contains("之一") || words.contains("任一") || words.contains("其中一项")
  }

  /// Whether the words limit how many applications a unit or a person may submit, or how many are supported.
  private static func isLimit(_ words: String) -> Bool {
    if ["限报", "限申报", "限申请", "限项", "限推荐"].contains(where: words.contains) { return true }
    let names = ["申报", "申请", "立项", "推荐", "支持", "在研", "接受"].contains { words.contains($0) }
    let bounds = ["只能", "最多", "不超过", "不得超过", "仅限", "不多于", "不可超过", "择优支持", "接受"].contains { words.contains($0) }
    return names && bounds && countOfProjects(words)
  }

  /// Whether the words count projects, as in 1项, 两个项目 and ２项.
  private static func countOfProjects(_ words: String) -> Bool {
    let scalars = Array(words.unicodeScalars)
    return scalars.indices.contains { index in
      guard "项个".unicodeScalars.contains(scalars[index]), index > 0 else { return false }
      let before = scalars[index - 1]
      guard ("0"..."9").contains(before) || ("０"..."９").contains(before) || ChineseNumeral.digit(before) != nil else {
        return false
      }
      return scalars[index] == "项" || String.text(scalars[(index + 1)...].prefix(2)).hasPrefix("项") || !words.contains("单位")
    }
  }

  /// Terms with which a passage outside of the sections for requirements states one.
  private static let requirements = [
    "须", "应当", "应具", "应为", "应有", "应在", "应由", "应按", "不得", "不可", "不能", "不接受", "不受理", "不予", "不超过", "不低于", "不少于", "不高于",
    "至少", "以上", "以下", "以内", "承诺", "只能", "仅限", "限额", "无需", "不需", "只列",
  ]

  /// Words that ask for a document.
  private static let documents = ["提供", "提交", "附上", "上传", "附件", "承诺", "出具", "签字", "盖章", "协议", "证明材料", "复印件"]

  /// How a part of a sentence begins that states a requirement by itself.
  private static let beginnings = [
    "优先", "鼓励", "须", "应", "不得", "不接受", "不受理", "不予", "具有", "具备", "拥有", "建有", "形成", "完成", "实现", "开展", "组织", "建立", "建成", "建设",
    "制定", "制订", "培养", "培育", "申请", "获得", "获", "开发", "研发", "研制", "试制", "引进", "提供", "提交", "承诺", "原则上", "企业", "申报单位", "项目", "负责人",
    "联合", "自筹", "市外", "由", "支持", "重点支持", "无需", "只列", "每", "同一", "无", "未", "近", "上年", "年", "已", "发表", "授权", "新增", "推广", "转化", "示范",
    "注册", "成立", "在",
  ]
  /// How a part of a sentence begins that belongs to what precedes it.
  private static let continuations = ["或", "及", "且", "以及", "其中", "包括", "等", "含", "用于", "从而", "并由", "按", "由此", "以此"]

  /// Whether a part of a sentence may be a requirement by itself: it has a figure, or begins like a requirement.
  static func standsAlone(_ words: String) -> Bool {
    if continuations.contains(where: words.hasPrefix) { return false }
    if beginnings.contains(where: words.hasPrefix) { return true }
    // 并提供联合建设协议 is a requirement, and 并在相关领域取得成果 belongs to the one before.
    if words.hasPrefix("并") { return documents.contains(where: words.contains) }
    return !DraftFigure.all(in: words).isEmpty
  }

  /// Whether a part of a sentence says to whom or when the next part applies.
  static func isCircumstance(_ words: String) -> Bool {
    let words = words.drop { "，, ".contains($0) }
    let text = String(words.reversed().drop { "，, ".contains($0) }.reversed())
    if text.hasSuffix("的") || text.hasSuffix("期间") || text.hasSuffix("期内") || text.hasSuffix("以来") || text.hasSuffix("时") {
      return true
    }
    return text.hasPrefix("截至") || text.hasPrefix("截止") || text.hasPrefix("自") && text.unicodeScalars.count < 14
  }
}
