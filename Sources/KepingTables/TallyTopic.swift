import KepingCore

/// A topic that tallies count and that clerks write about in many words.
enum TallyTopic: Sendable {
  /// Intellectual property: patents, software and other copyrights, breeds, layouts of circuits, trademarks.
  case property
  /// Technical standards.
  case standards

  /// Finds the topic of which a normalised heading speaks, or returns nil if it speaks of none.
  init?(mentionedIn key: String) {
    // A longer text is no heading, and searching it could take long.
    guard key.utf8.count <= Heading.maximumLength else { return nil }
    var text = Bytes(key.utf8)
    for phrase in Self.otherMeanings { text.removeAll(phrase) }
    // English words count as a whole: ip does not occur in equipment.
    let words = text.split { !(0x61...0x7A).contains($0) }.map { Bytes($0) }
    if Self.propertyTerms.contains(where: text.contains) || words.contains(where: Self.propertyWords.contains) {
      self = .property
    } else if Self.standardTerms.contains(where: text.contains) || words.contains(where: Self.standardWords.contains) {
      self = .standards
    } else {
      return nil
    }
  }

  /// Terms of intellectual property.
  private static let propertyTerms = utf8Words(
    "专利 發明 專利 发明 实用新型 实新 外观 知識產權 軟件著作 软著 著作权 软件著作 软件登记 版权 知识产权 知产 新品种 植物品种 品种权 品种登记 品种审定 审定品种 布图 商标 地理标志")
  private static let propertyWords = Set(
    utf8Words("ip ips ipr invention inventions patent patents copyright copyrights trademark trademarks pct"))
  private static let standardTerms = utf8Words("标准 標準 企标 团标 地标 行标 国标 国军标")
  private static let standardWords = Set(utf8Words("standard standards"))
  /// Phrases that contain a term and mean something else.
  private static let otherMeanings = utf8Words(
    """
    发明人 发明者 专利权人 专利代理 专利奖 专利费 专利年费 专利产品 ip地址 标准化率 标准厂房 标准化厂房 标准煤 标准差 标准偏差 标准箱 标准间 标准件 标准品 标准物质 标准样品
    标准溶液 高标准 标准化示范 标准化基地 标准化种植 标准化养殖 标准化生产 标准化车间 标准化果园 标准化大棚 标准化农田 标准化管理 标准化程度 标准化水平
    """)

  /// The words of all topics, for texts that consist of such words and counts.
  static let terms = propertyTerms + standardTerms + utf8Words("植物 软件 计算机 集成电路 设计 制 pct 企业 团体 地方 行业")
}

/// Returns the words of a text, in UTF-8.
func utf8Words(_ text: String) -> [Bytes] { text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { Bytes($0) } }

extension Bytes {
  /// Returns whether the bytes contain others.
  func contains(_ part: Bytes) -> Bool { index(of: part) != nil }

  /// Removes all occurrences of some bytes.
  fileprivate mutating func removeAll(_ part: Bytes) {
    while let start = index(of: part) { removeSubrange(start..<(start + part.count)) }
  }

  private func index(of part: Bytes) -> Int? {
    guard let first = part.first, count >= part.count else { return nil }
    return (0...(count - part.count)).first { start in
      self[start] == first && self[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
