import KepingCore

/// The bound that an author may have meant by a text that is not one, such as `100万元` by “１００万”.
enum BoundSuggestion {
  /// Words around a bound that the guideline has and a bound has not.
  private static let beginnings = [
    "不低于", "不少于", "不超过", "不高于", "至少", "最多", ">=", "<=", "≥", "≤", ">", "<", "RMB", "¥", "￥", "人民币",
  ]
  private static let endings = ["（含）", "(含)", "以上", "以下", "以内", "及", "左右", "人民币"]

  /// Returns the bound that a text may mean for a quantity of a measure, or nil if it may mean nothing else.
  static func nearest(to text: String, for measure: Measure?) -> String? {
    guard text.utf8.count <= 60 else { return nil }
    var plain = QuoteText.plain(text).filter { !$0.isWhitespace && $0 != "," && $0 != "，" }
    for beginning in beginnings where plain.hasPrefix(beginning) { plain.removeFirst(beginning.count) }
    for ending in endings where plain.hasSuffix(ending) { plain.removeLast(ending.count) }
    return candidates(plain, measure).first { $0 != text && isBound($0, for: measure) }
  }

  /// Returns the texts to try, the most likely first.
  private static func candidates(_ plain: String, _ measure: Measure?) -> [String] {
    let digits = String(plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
    switch (measure, plain.dropFirst(digits.count)) {
    case (.money?, "万"), (.money?, "萬"), (.money?, "w"), (.money?, "W"), (.money?, "萬元"), (.money?, "万圆"): return [digits + "万元"]
    case (.money?, "亿"), (.money?, "億"), (.money?, "億元"): return [digits + "亿元"]
    case (.money?, "块"), (.money?, "圆"): return [digits + "元"]
    case (.percent?, ""), (.percent?, "个百分点"), (.share?, "个百分点"), (.share?, "％"): return [digits + "%"]
    case (.percent?, "成"), (.share?, "成"): return Int(digits).map { ["\($0 * 10)%"] } ?? []
    default: return [plain]
    }
  }

  private static func isBound(_ text: String, for measure: Measure?) -> Bool {
    switch measure {
    case .share: return (try? Bound(share: text)) != nil
    case .plain: return (try? Bound(plain: text)) != nil
    default:
      guard let bound = try? Bound(text) else { return false }
      return measure.map { $0.accepts(bound.unit) } ?? true
    }
  }
}

extension Wording {
  /// Returns the message with the bound that the author may have meant.
  func suggestingBound(_ text: String, for measure: Measure?) -> Wording {
    guard let near = BoundSuggestion.nearest(to: text, for: measure) else { return self }
    return Wording("\(chinese)；是否应为“\(near)”？", "\(english); did you mean '\(near)'?")
  }

  /// Returns the message with the date that the author may have meant.
  func suggestingDate(_ text: String) -> Wording {
    guard text.utf8.count <= 60 else { return self }
    var plain = QuoteText.plain(text).filter { !$0.isWhitespace }
    for ending in ["以后", "以前", "之后", "之前", "起", "前", "后"] where plain.hasSuffix(ending) { plain.removeLast(ending.count) }
    if plain.hasSuffix("号") { plain = plain.dropLast() + "日" }
    let parts = plain.split { $0 == "/" || $0 == "." }
    if parts.count == 3 { plain = "\(parts[0])年\(parts[1])月\(parts[2])日" }
    guard plain != text, (try? CalendarDate(written: plain)) != nil else { return self }
    return Wording("\(chinese)；是否应为“\(plain)”？", "\(english); did you mean '\(plain)'?")
  }
}
