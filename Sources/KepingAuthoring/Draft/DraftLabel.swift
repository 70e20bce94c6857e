import KepingPlugins

/// The label at the beginning of a line that may be a heading, such as 计划一：, （二）, 1.2 or 第三部分, or the level of a Markdown
/// heading without one.
struct DraftLabel {
  /// The numbering; headings of one level have the same.
  let key: String
  /// The level that the word in the label names; nil if it has no such word.
  let rank: Rank?
  /// The numbers: one, several for 1.2, or none.
  let numbers: [Int]
  /// The offset after the label and the separators behind it.
  let titleStart: Int

  /// The levels of a program, from the outermost.
  enum Rank {
    case plan, projectType, direction
  }

  /// The words of labels with the levels that they name; a word comes before a shorter one that it ends with.
  private static let words: [(word: String, rank: Rank)] = [
    ("计划", .plan), ("重大专项", .plan), ("专项", .plan),
    ("项目类型", .projectType), ("项目类别", .projectType), ("重点领域", .projectType), ("领域", .projectType), ("类型", .projectType),
    ("类别", .projectType), ("专题", .projectType), ("板块", .projectType),
    ("支持方向", .direction), ("研究方向", .direction), ("方向", .direction), ("课题", .direction), ("榜题", .direction),
    ("榜单", .direction), ("任务", .direction),
  ]
  /// What may follow the number in 第一部分.
  private static let ordinals = ["部分", "章", "节", "类", "篇", "批"]

  /// Reads the label of a line; fails if it has none and is not a Markdown heading.
  init?(of line: GuidelineLine, in text: GuidelineText) {
    let (start, end) = (line.range.lowerBound, line.range.upperBound)
    if let label = Self.word(text, at: start, before: end)
      ?? Self.word(text, at: text.endOfEnumerators(from: start, before: end), before: end)
      ?? Self.ordinal(text, at: start, before: end) ?? Self.decimal(text, at: start, before: end)
      ?? Self.enumerator(text, at: start, before: end)
    {
      self = label
    } else if line.level > 0 {
      self.init(key: "#\(line.level)", rank: nil, numbers: [], titleStart: start)
    } else {
      return nil
    }
  }

  private init(key: String, rank: Rank?, numbers: [Int], titleStart: Int) {
    self.key = key
    self.rank = rank
    self.numbers = numbers
    self.titleStart = titleStart
  }

  /// Reads 方向1：, 项目类型（一） or an unnumbered 方向：.
  private static func word(_ text: GuidelineText, at start: Int, before end: Int) -> DraftLabel? {
    for (word, rank) in words {
      let scalars = Array(word.unicodeScalars)
      guard text.has(scalars, at: start, before: end) else { continue }
      let after = start + scalars.count
      if let (number, labelEnd) = HeadingPattern(word: word).match(text, at: start, before: end) {
        guard let titleStart = title(text, after: labelEnd, before: end) else { continue }
        return DraftLabel(key: word, rank: rank, numbers: [number], titleStart: titleStart)
      }
      // Only the last level may lack a number: 计划： and 类型： begin sentences.
      if word == "方向", after < end, text.scalars[after] == "：" || text.scalars[after] == ":",
        let titleStart = title(text, after: after, before: end)
      {
        return DraftLabel(key: word, rank: rank, numbers: [], titleStart: titleStart)
      }
    }
    return nil
  }

  /// Reads 第一部分 or 第二章.
  private static func ordinal(_ text: GuidelineText, at start: Int, before end: Int) -> DraftLabel? {
    guard text.has(["第"], at: start, before: end), let numeral = Numeral(text.scalars, at: start + 1, before: end) else {
      return nil
    }
    for word in ordinals where text.has(Array(word.unicodeScalars), at: numeral.end, before: end) {
      let labelEnd = numeral.end + word.unicodeScalars.count
      guard let titleStart = title(text, after: labelEnd, before: end) else { return nil }
      return DraftLabel(key: "第\(word)", rank: nil, numbers: [numeral.value], titleStart: titleStart)
    }
    return nil
  }

  /// Reads 1.2 or 1.2.3 in front of a title; in front of a unit it is an amount.
  private static func decimal(_ text: GuidelineText, at start: Int, before end: Int) -> DraftLabel? {
    var numbers: [Int] = []
    var offset = start
    while let numeral = Numeral(text.scalars, at: offset, before: end), numeral.style == .digits {
      numbers.append(numeral.value)
      offset = numeral.end
      guard offset + 1 < end, ".．".unicodeScalars.contains(text.scalars[offset]),
        Numeral.style(of: text.scalars[offset + 1]) == .digits
      else { break }
      offset += 1
    }
    guard numbers.count > 1 else { return nil }
    if offset < end, ".．、".unicodeScalars.contains(text.scalars[offset]) { offset += 1 }
    if offset < end, "万亿元%％倍个项年岁吨米".unicodeScalars.contains(text.scalars[offset]) { return nil }
    while offset < end, text.scalars[offset] == " " { offset += 1 }
    return DraftLabel(key: "\(numbers.count) numbers", rank: nil, numbers: numbers, titleStart: offset)
  }

  /// Reads a number with a mark, such as 一、 and （一）.
  private static func enumerator(_ text: GuidelineText, at start: Int, before end: Int) -> DraftLabel? {
    guard let labelEnd = Enumerator.end(in: text, at: start, before: end) else { return nil }
    let first = Numeral.style(of: text.scalars[start]) == nil ? start + 1 : start
    guard let numeral = Numeral(text.scalars, at: first, before: end) else { return nil }
    // Full-width and ASCII marks are mixed within one guideline.
    let marks = text.scalars[start..<first] + text.scalars[numeral.end..<labelEnd]
    let key = marks.map { ["(": "（", ")": "）", "．": "."][$0] ?? String($0) }.joined()
    var titleStart = labelEnd
    while titleStart < end, text.scalars[titleStart] == " " { titleStart += 1 }
    return DraftLabel(key: "\(numeral.style) \(key)", rank: nil, numbers: [numeral.value], titleStart: titleStart)
  }

  /// Returns the offset of the title behind a label with a word; nil if the label is part of a sentence, as in 方向1、方向2均可.
  private static func title(_ text: GuidelineText, after labelEnd: Int, before end: Int) -> Int? {
    var offset = labelEnd
    while offset < end, HeadingPattern.isSeparator(text.scalars[offset]) { offset += 1 }
    if offset == end { return offset }
    // A label that ends with a bracket, such as 方向（一）, needs no separator.
    let isSetOff = offset > labelEnd || "）)".unicodeScalars.contains(text.scalars[labelEnd - 1])
    guard isSetOff || "（(“《".unicodeScalars.contains(text.scalars[offset]) else { return nil }
    let isList = text.scalars[labelEnd..<offset].contains { "、-—－".unicodeScalars.contains($0) }
    let isNext = Numeral(text.scalars, at: offset, before: end) != nil || word(text, at: offset, before: end) != nil
    return isList && isNext ? nil : offset
  }
}
