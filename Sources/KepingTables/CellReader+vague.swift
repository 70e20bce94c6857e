import KepingCore

extension CellReader {
  /// Returns whether a text says only that there are items, how many there are, or where they are listed, but names none:
  /// 有, 3项, 若干, 发明专利2件 or 详见附件.
  static func namesNothing(_ text: String) -> Bool {
    // Nothing but short texts is vague.
    if text.utf8.count > 120 { return false }
    let plain = halfWidth(text).lowercased().filter { !$0.isWhitespace && !ignoredSigns.contains($0) }
    if plain.isEmpty { return true }
    var rest = plain[...]
    var hasQuantity = false
    var hasKind = false
    while !rest.isEmpty {
      if refersElsewhere(rest) { return true }
      if takeQuantity(from: &rest, isAlone: rest.count == plain.count) {
        hasQuantity = true
      } else if take(kinds, from: &rest) {
        hasKind = true
      } else if !take(fillers, from: &rest) {
        return false
      }
    }
    // A kind alone, such as 发明专利, may be all that a clerk has to say; with a quantity it names none of them.
    return !hasKind || hasQuantity
  }

  /// Returns whether a text says that there are no items: 无, 否 or 0项.
  static func statesNoItems(_ text: String) -> Bool {
    if meansNone(text) { return true }
    var plain = halfWidth(text).filter { !$0.isWhitespace && !ignoredSigns.contains($0) }[...]
    if ["否", "×", "✗", "✘", "没有", "暂无", "无"].contains(String(plain)) { return true }
    guard let first = plain.first, "0零〇".contains(first) else { return false }
    plain.removeFirst()
    return plain.isEmpty || plain.count == 1 && measures.contains(plain[plain.startIndex])
  }

  /// Returns the number of items that the end of a text states, as in 甲、乙等3项 or 甲、乙，共2项; nil if it states none.
  static func statedCount(_ text: String) -> Int? {
    guard text.utf8.count <= 2000, let start = text.lastIndex(where: { "等共".contains($0) }) else { return nil }
    var rest = halfWidth(String(text[text.index(after: start)...]))
      .filter { !$0.isWhitespace && !ignoredSigns.contains($0) }[...]
    _ = take(["有", "计", "约"], from: &rest)
    guard let count = takeNumber(from: &rest), let measure = rest.popFirst(), measures.contains(measure) else { return nil }
    while take(kinds + fillers, from: &rest) {}
    return rest.isEmpty ? count : nil
  }

  private static let ignoredSigns = Set("，,。.；;：:、（）()【】[]！!“”\"'‘’")

  /// Words that neither name an item nor its kind; longer words first.
  private static let fillers = [
    "科技成果登记", "国家级", "自治区级", "省部级", "省级", "市级", "县级", "不少于", "不低于", "至少", "超过", "大于", "登记", "≥", ">", "-", "~", "～", "–", "—",
    "至",
    "n/a", "略", "不详", "待补充", "待补", "待定", "待填", "保密", "tbd", "xxx", "xx", "?", "…", "已取得的科研成果", "科学技术成果", "科研成果", "科技成果", "研究成果",
    "技术成果", "成果", "项目", "相关", "有关", "主要", "各类", "以上", "左右", "目前", "累计",
    "合计", "共计", "已经", "取得", "获得", "拥有", "具有", "形成", "完成", "存在", "有", "是", "已", "共", "约", "近", "等", "的", "了", "不少", "√", "✓", "✔",
    "☑",
    "yes", "true",
  ]
  /// Words for kinds of items; longer words first.
  private static let kinds = [
    "实用新型专利", "外观设计专利", "软件著作权", "发明专利", "实用新型", "外观设计", "知识产权", "学术论文", "科研论文", "新产品", "新技术", "新工艺", "著作权", "专利", "软著",
    "论文", "著作", "专著", "标准", "奖项", "奖励",
  ]
  private static let vagueNumbers = [
    "若干", "许多", "大量", "大批", "一批", "一些", "一系列", "系列", "一定数量", "一定", "较多", "很多", "多", "数", "几",
  ]
  private static let measures = Set("项項个件篇种套部份")
  /// Words after 见 that say where items are listed.
  private static let places = [
    "附", "申报", "后", "下", "上", "另", "材料", "证明", "佐证", "清单", "正文", "第", "书面", "纸质", "相关", "项目", "表", "扫描",
  ]

  /// Returns whether a text refers to another document, as 详见附件 does.
  private static func refersElsewhere(_ text: Substring) -> Bool {
    var rest = text
    if take(["如附件", "附件", "附表", "附后", "另附", "后附", "同上"], from: &rest) {
      return rest.allSatisfy { $0.isASCII && $0.isNumber || "一二三四五六七八九十所示中内".contains($0) }
    }
    _ = take(["具体", "详情"], from: &rest)
    _ = take(["请详", "详", "请参", "参", "请", "另", "可"], from: &rest)
    guard rest.popFirst() == "见" else { return false }
    return rest.isEmpty || places.contains(where: rest.hasPrefix)
  }

  /// Removes the first of some words that a text begins with; returns whether there is one.
  private static func take(_ words: [String], from text: inout Substring) -> Bool {
    guard let word = words.first(where: text.hasPrefix) else { return false }
    text = text.dropFirst(word.count)
    return true
  }

  /// Removes a number in digits or Chinese from the beginning of a text.
  ///
  /// - Returns: its value; 0 if it is too large to matter; nil if there is no number.
  private static func takeNumber(from text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      text = text.dropFirst(digits.count)
      return digits.count <= 6 ? Int(digits) : 0
    }
    let chinese = text.prefix { "零〇一二两三四五六七八九十百千".contains($0) }
    if chinese.isEmpty { return nil }
    text = text.dropFirst(chinese.count)
    let values = Array("零一二三四五六七八九十")
    return chinese.count == 1 ? chinese.first.flatMap { $0 == "两" ? 2 : values.firstIndex(of: $0) } ?? 0 : 0
  }

  /// Removes a quantity such as 3项, 十余件 or 若干 from the beginning of a text; returns whether there is one.
  ///
  /// - Parameter isAlone: whether nothing has been removed before; only then may a number stand without a measure.
  private static func takeQuantity(from text: inout Substring, isAlone: Bool) -> Bool {
    var rest = text
    if take(vagueNumbers, from: &rest) {
      if let measure = rest.first, measures.contains(measure) { rest.removeFirst() }
    } else {
      guard takeNumber(from: &rest) != nil else { return false }
      // The other end of a range such as 2-3.
      if take(["-", "~", "～", "–", "—", "至", "到"], from: &rest) { _ = takeNumber(from: &rest) }
      // More than three digits may be a number that names something.
      if !isAlone || !rest.isEmpty || text.count > 3 {
        _ = take(["余", "多", "几"], from: &rest)
        guard let measure = rest.popFirst(), measures.contains(measure) else { return false }
      }
    }
    text = rest
    return true
  }
}
