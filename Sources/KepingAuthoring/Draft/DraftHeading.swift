import KepingPlugins

/// A line of a guideline that looks like the heading of a plan, project type or direction.
struct DraftHeading {
  /// The index of the line.
  let line: Int
  let label: DraftLabel
  /// The level of the Markdown heading, from 1; 0 if the line is not one.
  let level: Int
  /// The title: the rest of the line, without a requirement in brackets at its end.
  let title: String
  /// Whether the line goes on with a sentence, of which the title is only the beginning.
  let isSentence: Bool

  /// The most characters of a title.
  private static let maximumTitle = 60

  /// Reads a line; fails if it does not look like a heading.
  init?(_ line: Int, in text: GuidelineText) {
    guard let label = DraftLabel(of: text.lines[line], in: text) else { return nil }
    let level = text.lines[line].level
    var rest = label.titleStart..<max(label.titleStart, text.lines[line].range.upperBound)
    while let last = rest.last, text.scalars[last] == " " || text.scalars[last] == "：" || text.scalars[last] == ":" {
      rest = rest.dropLast()
    }
    let words = String.text(text.scalars[rest])
    let outside = Self.withoutRequirement(words)
    if Self.hasPageNumber(words) { return nil }
    if label.rank == nil && level == 0 {
      guard !outside.isEmpty, words.unicodeScalars.count <= Self.maximumTitle,
        !words.unicodeScalars.contains(where: { "。；;！，".unicodeScalars.contains($0) }),
        !UncoveredSpan.requirements.contains(where: outside.contains)
      else { return nil }
    }
    self.line = line
    self.label = label
    self.level = level
    isSentence = outside.unicodeScalars.count > Self.maximumTitle || outside.contains { "。；;".contains($0) }
    title = isSentence ? String(outside.prefix { !"。；;，,：:".contains($0) }) : outside
  }

  /// Whether a line belongs to a table of contents: it ends with dots and a number.
  private static func hasPageNumber(_ words: String) -> Bool { words.firstMatch(of: /(…|\.{3,}|·{3,}|．{3,})\s*[0-9]+$/) != nil }

  /// Returns a title without a bracket at its end that states a requirement, such as （具体申报事项另行通知）.
  private static func withoutRequirement(_ title: String) -> String {
    guard let last = title.last, last == "）" || last == ")", let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }),
      UncoveredSpan.requirements.contains(where: title[open...].contains)
    else { return title }
    return String(title[..<open])
  }
}

/// A line that begins a section of a direction, such as 考核要求：.
struct DraftSection {
  /// The index of the line.
  let line: Int
  /// The name, as the guideline writes it.
  let name: String
  /// The numbering of the line; nil if it has none and is not a Markdown heading.
  let key: String?

  /// How the names of sections end.
  private static let endings = [
    "内容", "要求", "条件", "指标", "目标", "材料", "对象", "范围", "方式", "标准", "期限", "周期", "限制", "限项", "说明", "事项", "资格", "额度",
    "强度", "重点",
  ]

  /// Reads a line; fails if it does not begin with a name of a section and a colon or line end.
  init?(_ line: Int, in text: GuidelineText) {
    let range = text.lines[line].range
    let start = text.endOfEnumerators(from: range.lowerBound, before: range.upperBound)
    var end = start
    while end < range.upperBound, text.scalars[end].isChinese, text.scalars[end].isWord, end - start <= 8 { end += 1 }
    let name = String.text(text.scalars[start..<end])
    guard end - start >= 4, Self.endings.contains(where: name.hasSuffix) else { return nil }
    var after = end
    while after < range.upperBound, " 】])）".unicodeScalars.contains(text.scalars[after]) { after += 1 }
    let hasColon = after < range.upperBound && (text.scalars[after] == "：" || text.scalars[after] == ":")
    guard hasColon || after == range.upperBound else { return nil }
    self.line = line
    self.name = name
    key = DraftLabel(of: text.lines[line], in: text)?.key
  }
}
